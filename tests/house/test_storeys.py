"""What import-linter does not see: what is shown is reached through the person, templates hold no script and no style."""

import ast
import inspect
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines
from django.urls import URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]


def is_ours(folder: Path) -> bool:
    return folder.is_relative_to(ROOT) and ".venv" not in folder.parts


def views(resolver):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry)
        else:
            yield getattr(entry.callback, "view_class", entry.callback)


def tags():
    for library in engines["django"].engine.template_libraries.values():
        yield from (*library.tags.values(), *library.filters.values())


def place(thing) -> Path:
    return Path(inspect.getfile(inspect.unwrap(thing)))


OURS = [Path(app.path) for app in apps.get_app_configs() if is_ours(Path(app.path))]
# What puts something before a person, by the names of the floor plan …
SHOWING = ("views", "admin", "templatetags")
NAMED = {
    path
    for folder in OURS
    for path in folder.rglob("*.py")
    if not {*path.relative_to(folder).parts, path.stem}.isdisjoint(SHOWING)
}
# … and whatever answers an address or a tag in fact, wherever it lies.
ANSWERING = {place(thing) for thing in (*views(get_resolver()), *tags())}
VIEWS = sorted(NAMED | {path for path in ANSWERING if is_ours(path)})
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
THROUGH_THE_PERSON = {
    model.__name__ for model in apps.get_models() if hasattr(model._default_manager, "visible_to")
}
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
def test_views_and_tags_reach_what_not_everybody_sees_through_the_person(path):
    assert reached_past_the_person(ast.parse(path.read_text())) == []


def test_every_view_and_every_tag_is_looked_at():
    looked_at = {str(path.relative_to(ROOT)) for path in VIEWS}
    assert {"bureau/jobs/views.py", "bureau/org/health.py", "reports/templatetags/bulletins.py"} <= looked_at
    assert {"Matter", "Directive", "Instruction", "Urging", "Bulletin"} <= THROUGH_THE_PERSON


def test_the_check_sees_what_it_looks_for():
    wrong = ast.parse("Matter.objects.all()\nself.model.objects.get(pk=1)\nMatter.objects.visible_to(me)")
    assert reached_past_the_person(wrong) == [1, 2]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what):
    holding = [str(path.relative_to(ROOT)) for path in TEMPLATES if FORBIDDEN[what].search(path.read_text())]
    assert holding == []
