"""Each of 300 units of a county is among what the picker shows after four characters, or four letters of its initials."""

import csv
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils.html import format_html, format_html_join

from bureau.org.initials import initials
from bureau.org.naming import UnitName
from bureau.org.naming.picking import bare, words_of
from bureau.pages.fields import unit_attrs

FILES = (settings.BASE_DIR / "bureau/demo/units.csv", Path(__file__).with_name("more_units.csv"))
TYPED = """typed => typed.map(words => {
    const field = document.querySelector("input");
    field.value = words;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    return Array.from(document.querySelectorAll(".unit-hits button"), one => one.textContent);
})"""


def county() -> list[UnitName]:
    rows = [row for file in FILES for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())]
    return [
        UnitName(
            row["short"],
            row["name"],
            aliases=tuple(filter(None, row["aliases"].split("、"))),
            initials=initials(row["short"]),
        )
        for row in rows
    ]


UNITS = county()


@pytest.fixture(scope="module")
def shown(browser):
    """What the picker shows, as buttons, for each of some words that are typed."""
    page = browser.new_page()
    options = format_html_join(
        "",
        '<option value="{}" data-words="{}">{}</option>',
        ((unit.short, " ".join(words_of(unit)), unit.initials) for unit in UNITS),
    )
    attrs = format_html_join(" ", '{}="{}"', unit_attrs(many=True).items())
    page.set_content(
        format_html('<datalist id="unit-names">{}</datalist><input id="box" {}>', options, attrs)
    )
    for name in ("ranking", "units"):
        page.add_script_tag(path=finders.find(f"js/{name}.js"))

    def show(typed):
        return page.evaluate(TYPED, list(typed))

    show.page = page
    yield show
    page.close()


def own_letters(unit: UnitName) -> str:
    return unit.initials[len(unit.short) - len(bare(unit.short)) :]


@pytest.mark.parametrize("way", [lambda unit: bare(unit.short), own_letters], ids=["characters", "initials"])
def test_four_keys_find_any_of_three_hundred_units(shown, way):
    assert len(UNITS) == 300
    typed = [way(unit)[:4] for unit in UNITS]
    missed = [
        (unit.short, words)
        for unit, words, found in zip(UNITS, typed, shown(typed), strict=True)
        if unit.short not in found and words != unit.short  # what stands there whole need not be offered
    ]
    assert missed == []


@pytest.mark.parametrize(
    "typed, unit",
    [
        ("slj", "县水利局"),
        ("发改", "县发改局"),
        ("fgw", "县发改局"),
        ("环保", "县生态环境分局"),
        ("人力资源和", "县人社局"),
        ("msz", "马石镇"),
        ("县水", "县水利局"),
        ("县财政局、slj", "县水利局"),
    ],
)
def test_the_best_comes_first_by_any_name(shown, typed, unit):
    assert shown([typed])[0][0] == unit


def test_it_closes_when_somebody_goes_on_elsewhere(shown):
    assert shown(["sl"])[0]
    assert (
        shown.page.evaluate("document.body.click() || document.querySelectorAll('.unit-hits button').length")
        == 0
    )


def test_what_names_nothing_shows_nothing(shown):
    assert shown(["zzzzqq", "", "县财政局、"]) == [[], [], []]
