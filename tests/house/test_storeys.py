"""What import-linter does not see: views reach matters through the person, templates hold no script and no style."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VIEWS = [
    path
    for folder in (
        "bureau/matters/views",
        "bureau/notices/views",
        "bureau/urging/views",
        "bureau/desk/views",
        "bureau/leading/views",
        "directives/views",
        "instructions/views",
        "reports/views",
    )
    for path in sorted((ROOT / folder).glob("*.py"))
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
THROUGH_THE_PERSON = {"Matter", "Directive", "Instruction", "Urging", "Bulletin"}
ASKS_THE_PERSON = {"visible_to", "to_check", "to_sign", "none"}
FORBIDDEN = {
    "a script of its own": re.compile(r"<script(?![^>]*\bsrc=)", re.I),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a style": re.compile(r"<style|<[^>]*\sstyle\s*=", re.I),
    "an address outside": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.I),
    "unescaped words": re.compile(r"\|\s*safe\b|autoescape\s+off"),
}


def reached_past_the_person(tree) -> list[int]:
    """Lines that use `.objects` of a model that has `visible_to`, and do not go on with it."""
    through = [node for node in ast.walk(tree) if getattr(node, "attr", "") in ASKS_THE_PERSON]
    allowed = {id(inner) for node in through for inner in ast.walk(node.value)}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("objects", "_base_manager", "_default_manager")
        and getattr(node.value, "id", getattr(node.value, "attr", "")) in THROUGH_THE_PERSON | {"model"}
        and id(node) not in allowed
    ]


@pytest.mark.parametrize("path", VIEWS, ids=[str(path.relative_to(ROOT)) for path in VIEWS])
def test_views_reach_matters_through_the_person(path):
    assert reached_past_the_person(ast.parse(path.read_text())) == []


def test_the_check_sees_what_it_looks_for():
    wrong = ast.parse("Matter.objects.all()\nself.model.objects.get(pk=1)\nMatter.objects.visible_to(me)")
    assert reached_past_the_person(wrong) == [1, 2]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what):
    holding = [str(path.relative_to(ROOT)) for path in TEMPLATES if FORBIDDEN[what].search(path.read_text())]
    assert holding == []
