"""What the product is made of may be run and passed on by a county, and the list of it is whole and in the form that tools read."""

import json
import re
from importlib.resources import files

import jsonschema_rs
from cyclonedx.output.json import JsonV1Dot6

from bureau.supply.__main__ import bom
from bureau.supply.locked import ALLOWED, LOCK, READ, Package, packages

NAMES = re.compile(r"^([\w.-]+)==", re.MULTILINE)


def test_every_locked_dependency_has_a_licence_that_is_allowed():
    found = {package.name: package.parts for package in packages()}
    assert len(found) > 50
    assert {name: parts for name, parts in found.items() if not parts or not parts <= ALLOWED} == {}


def test_none_of_the_lock_is_left_out_and_none_is_known_that_is_not_there():
    locked = set(NAMES.findall(LOCK.read_text()))
    assert {package.name for package in packages()} == locked
    assert set(READ) <= locked
    assert all(package.hashes for package in packages())


def test_what_says_nothing_of_its_licence_has_none():
    assert Package("not-installed-anywhere", "1", "", ()).parts == set()


def test_the_list_is_valid_and_names_each_with_version_licence_and_digests():
    written = json.loads(JsonV1Dot6(bom()).output_as_string())
    schemas = files("cyclonedx.schema") / "_res"
    validator = jsonschema_rs.validator_for(
        json.loads((schemas / "bom-1.6.SNAPSHOT.schema.json").read_text()),
        retriever=lambda uri: json.loads((schemas / uri.rpartition("/")[2]).read_text()),
    )
    assert [error.message for error in validator.iter_errors(written)] == []
    listed = {one["name"]: one for one in written["components"]}
    for package in packages():
        assert listed[package.name]["version"] == package.version
        assert listed[package.name]["licenses"]
        assert len(listed[package.name]["hashes"]) == len(package.hashes)
    assert written["metadata"]["component"]["name"] == "bureau"
