"""The Dockerfile: linted, with everything that typesetting needs, and nothing that is secret."""

import re
import subprocess
import tomllib

from bureau.setup import needs
from bureau.setup.production import secrets
from tests.production.composed import PROGRAMS, TOP

DOCKERFILE = (TOP / "Dockerfile").read_text()
LAST = DOCKERFILE.rpartition("\nFROM ")[2]


def test_hadolint_finds_no_fault():
    done = subprocess.run([PROGRAMS / "hadolint", TOP / "Dockerfile"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_whatever_typesetting_needs_is_installed():
    assert {need.package for need in needs.TYPESETTING} <= set(re.findall(r"[\w.+-]+", DOCKERFILE))


def test_the_image_runs_as_the_account_that_the_secrets_are_given_to():
    assert re.search(r"^USER (\S+)$", LAST, re.MULTILINE)[1] == f"{secrets.IDENTITY}:{secrets.IDENTITY}"


def test_the_image_remembers_no_secret_and_no_index():
    remembered = " ".join(re.findall(r"^ENV (.*(?:\\\n.*)*)", DOCKERFILE, re.MULTILINE))
    assert not re.search(r"KEY|PASSWORD|TOKEN|DATABASE_URL|INDEX", remembered)
    assert "://" not in DOCKERFILE.replace("postgres://none", "").replace("redis://none", "")


def test_all_packages_of_the_house_and_nothing_private_go_into_the_image():
    lines = (TOP / ".dockerignore").read_text().splitlines()
    allowed = {line[1:] for line in lines if line.startswith("!")}
    packages = tomllib.loads((TOP / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
    assert "*" in lines
    assert allowed >= {*packages, "manage.py", "static", "templates"}
    assert not allowed & {"var", ".env", ".git", "tests"}
