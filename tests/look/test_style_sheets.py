"""Style sheets and scripts keep to what an office computer of 2020 understands, and to colours one can read."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from bureau.pages import bundles

STATIC = Path(settings.BASE_DIR) / "static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))
TEMPLATES = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))
TOO_NEW_STYLE = re.compile(
    r":has\(|:is\(|:where\(|@container|@layer|color-mix|(?<![-\w])(?:row-|column-)?gap\s*:|(?<![-\w])inset\s*:"
    r"|aspect-ratio\s*:|\d[dsl]vh|accent-color|(?<!not\():focus-visible|^\s*&",
    re.MULTILINE,
)
TOO_NEW_SCRIPT = re.compile(
    r"\?\.[a-zA-Z(\[]|\?\?|\|\|=|&&=|\.at\(|replaceAll\(|structuredClone|#[a-z]\w*\s*[=(;]"
)
OUTSIDE = re.compile(r"https?://|(?<!:)//[a-z]+\.")
FORBIDDEN_BY_POLICY = re.compile(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:|<style")


def name(path: Path) -> str:
    return path.name


def tokens() -> dict[str, str]:
    text = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", text))
    return {key: "#" + value[1:] * 2 if len(value) == 4 else value for key, value in colours.items()}


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


INK_ON_GROUND = [
    *[
        (ink, ground)
        for ink in ("ink", "ink-soft", "link", "seal")
        for ground in ("paper", "ground", "hover")
    ],
    *[(light, "paper") for light in ("green", "yellow", "red", "grey", "blue")],
    *[(light, f"{light}-tint") for light in ("green", "yellow", "red", "grey", "blue")],
    *[("paper", ground) for ground in ("seal", "link", "link-deep")],
]


@pytest.mark.parametrize(("ink", "ground"), INK_ON_GROUND)
def test_words_stand_out_from_their_ground(ink, ground):
    assert contrast(tokens()[ink], tokens()[ground]) >= 4.5


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_a_sheet_uses_nothing_newer_than_chromium_80(sheet):
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert TOO_NEW_STYLE.findall(rules) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=name)
def test_a_script_uses_nothing_newer_than_es2019(script):
    assert TOO_NEW_SCRIPT.findall(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", SHEETS + SCRIPTS, ids=name)
def test_nothing_is_fetched_from_outside(file):
    assert OUTSIDE.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_a_sheet_stays_small(sheet):
    assert len(sheet.read_text(encoding="utf-8").splitlines()) < 150


def test_every_sheet_is_in_the_one_that_pages_link_and_each_once():
    joined = [*bundles.SHEETS, bundles.ON_PAPER]
    assert sorted(joined) == sorted(str(sheet.relative_to(STATIC)) for sheet in SHEETS)


def test_the_one_sheet_holds_each_and_keeps_paper_for_paper():
    joined = Path(finders.find("css/made/house.css")).read_text(encoding="utf-8")
    assert all(sheet.read_text(encoding="utf-8") in joined for sheet in SHEETS)
    assert joined.index("@media print {") < joined.index("@page")


def test_pictures_of_the_joined_sheet_are_where_it_looks_for_them():
    joined = Path(finders.find("css/made/house.css")).read_text(encoding="utf-8")
    pictures = re.findall(r"url\(\"([^\"]+)", joined)
    assert pictures
    assert [one for one in pictures if not (STATIC / "css/made" / one).resolve().exists()] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR)))
def test_a_template_holds_no_style_and_no_script_of_its_own(template):
    if "print" in template.parts:
        pytest.skip("a printed paper carries its own sheet")
    assert FORBIDDEN_BY_POLICY.findall(template.read_text(encoding="utf-8")) == []
