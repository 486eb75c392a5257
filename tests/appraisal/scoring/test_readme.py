"""What the room's README says of the format is what the engine does: each example is reckoned, each field is named."""

import re
from pathlib import Path

import pytest

from appraisal.scoring import RULES, params, score
from appraisal.scoring.document import Adjustment, Entry, Grading, Item, Scheme, Subject
from appraisal.scoring.loading import parse
from appraisal.scoring.table import table
from tests.appraisal.scoring.documents import exact

README = (Path(__file__).parents[3] / "appraisal/README.md").read_text(encoding="utf-8")
SECTIONS = {
    found.group(1): found.group(2)
    for found in re.finditer(r"^### `(\w+)` .*?\n(.*?)(?=^### |\Z)", README, re.S | re.M)
}
EXAMPLES = [
    (kind, parse(example))
    for kind, section in SECTIONS.items()
    for example in re.findall(r"```json\n(.*?)```", section, re.S)
]


def test_every_rule_has_a_section_with_an_example():
    assert list(SECTIONS) == list(RULES)
    assert {kind for kind, _ in EXAMPLES} == set(RULES)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_gives_the_points_that_stand_beside_it(kind, example):
    assert example["rule"]["kind"] == kind
    assert exact(example["rule"], example["full"], *example["given"]) == example["points"]


@pytest.mark.parametrize("kind", RULES)
def test_every_field_of_a_rule_and_of_its_inputs_is_named(kind):
    rule = RULES[kind]
    unnamed = [
        one.name for one in (*params(rule), *params(rule.asks)) if f"`{one.name}`" not in SECTIONS[kind]
    ]
    assert unnamed == []


@pytest.mark.parametrize("declared", [Scheme, Item, Adjustment, Grading, Subject, Entry])
def test_every_field_of_a_document_is_named(declared):
    assert [one.name for one in params(declared) if f"`{one.name}`" not in README] == []


def test_the_example_of_a_whole_document_gives_the_table_below_it():
    document = parse(re.search(r"```json\n(.*?)```", README, re.S).group(1))
    assert table(document, score(document)) == re.search(r"```text\n(.*?)\n```", README, re.S).group(1)
