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
SHOWING = ("views", "admin", "templatetags", "panels")
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
ASKS_THE_PERSON = {"visible_to", "seen_by_key", "to_check", "to_sign", "to_do", "none"}
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
    assert {"bureau/jobs/views.py", "bureau/org/health.py", "reports/panels.py"} <= looked_at
    assert {"Matter", "Directive", "Instruction", "Urging", "Bulletin"} <= THROUGH_THE_PERSON


def test_the_check_sees_what_it_looks_for():
    wrong = ast.parse("Matter.objects.all()\nself.model.objects.get(pk=1)\nMatter.objects.visible_to(me)")
    assert reached_past_the_person(wrong) == [1, 2]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what):
    holding = [str(path.relative_to(ROOT)) for path in TEMPLATES if FORBIDDEN[what].search(path.read_text())]
    assert holding == []


BLOCK = re.compile(r"{% block \w+ %}(.*?){% endblock", re.S)
SET, TAKEN = re.compile(r"{% url [^%]* as (\w+) %}"), re.compile(r"\w=(\w+)\b")


def test_an_address_is_set_in_the_block_that_takes_it():
    """What one block sets, another does not know: the link would be missing without a word."""
    lost = []
    for path in TEMPLATES:
        blocks = BLOCK.findall(path.read_text())
        known = {name for block in blocks for name in SET.findall(block)}
        lost += [
            f"{path.relative_to(ROOT)}: {name}"
            for block in blocks
            for name in known & set(TAKEN.findall(block)) - set(SET.findall(block))
        ]
    assert lost == []


STOREYS = [
    "bureau.leading",
    "reports",
    "rooms",
    "bureau.desk",
    "bureau.urging",
    "bureau.notices",
    "bureau.matters",
]
ROOMS = {"directives", "instructions", "complaints", "accountability", "appraisal"}
DESCENT = {storey: place for place, storey in enumerate(STOREYS)}
LOADED = re.compile(r"{%\s*load\s+([^%]+?)\s*%}")


def storey_of(name: str) -> int:
    """How far down a package stands; what stands on none of these is below all of them."""
    package = name if name.startswith("bureau.") else name.partition(".")[0]
    package = "rooms" if package in ROOMS else ".".join(package.split(".")[:2])
    return DESCENT.get(package, len(STOREYS))


def home_of(path: Path) -> int:
    """The storey whose template this is."""
    folder = path.relative_to(ROOT / "templates").parts[0]
    named = {app.label: app.name for app in apps.get_app_configs()}
    return storey_of(named.get(folder, "")) if folder in named else len(STOREYS)


def loads(path: Path) -> list[str]:
    names = [
        name
        for found in LOADED.findall(path.read_text())
        for name in found.partition(" from ")[2].split() or found.split()
    ]
    modules = engines["django"].engine.libraries
    return [modules[name] for name in names if name in modules]


@pytest.mark.parametrize("path", TEMPLATES, ids=[str(path.relative_to(ROOT)) for path in TEMPLATES])
def test_no_template_loads_a_tag_of_a_storey_above_its_own(path):
    assert [module for module in loads(path) if storey_of(module) < home_of(path)] == []


def test_the_look_at_templates_sees_what_it_looks_for():
    page = ROOT / "templates" / "matters" / "page.html"
    assert home_of(page) == DESCENT["bureau.matters"]
    assert storey_of("reports.templatetags.commenting") < home_of(page)
    assert storey_of("bureau.pages.templatetags.look") == len(STOREYS)


def bare_functions(tree) -> list[int]:
    """Lines that ask for the truth of somebody's functions: that they work at *some* desk says nothing of *this* one."""
    tests = [
        node.test for node in ast.walk(tree) if isinstance(node, (ast.If, ast.IfExp, ast.While, ast.Assert))
    ]
    tests += [part for node in ast.walk(tree) if isinstance(node, ast.BoolOp) for part in node.values]
    tests += [node.operand for node in ast.walk(tree) if isinstance(node, ast.UnaryOp)]
    tests += [one for node in ast.walk(tree) if isinstance(node, ast.comprehension) for one in node.ifs]
    tests += [
        argument
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("bool", "any", "all", "not_")
        for argument in node.args
    ]
    return [test.lineno for test in tests if isinstance(test, ast.Attribute) and test.attr == "functions"]


def test_nobody_is_asked_whether_they_work_at_any_desk_at_all():
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for folder in OURS
        for path in folder.rglob("*.py")
        for line in bare_functions(ast.parse(path.read_text()))
    }
    in_templates = re.compile(r"{%\s*(?:el)?if[^%]*\.functions(?![^%]*\bin\b)")
    assert found == set()
    assert [str(path) for path in TEMPLATES if in_templates.search(path.read_text())] == []


def test_that_look_too_sees_what_it_looks_for():
    wrong = "if a.functions: pass\nb = 1 if not a.functions else 2\nc = a.functions and b\nif 'x' in a.functions: pass"
    assert sorted(set(bare_functions(ast.parse(wrong)))) == [1, 2, 3]


def test_the_hall_and_what_serves_it_names_no_room():
    """No import does it (the contract), nor a word: neither its key nor the end of a step's key."""
    named = re.compile("|".join(sorted(rf"[\"']{room}\b" for room in ROOMS)))
    by_its_end = re.compile(r"endswith\(?=?[\"']\.|step__endswith")
    below = [ROOT / "bureau" / name for name in ("matters", "notices", "urging", "desk", "pages", "press")]
    texts = {
        path: path.read_text()
        for folder in below
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts
    }
    assert [str(path) for path, text in texts.items() if named.search(text)] == []
    assert [str(path) for path, text in texts.items() if by_its_end.search(text)] == []
