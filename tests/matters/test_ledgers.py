"""Ledgers one wants to work in: trouble first, what was asked for last comes back, one matter a line."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.matters.models import Matter
from directives import actions

pytestmark = pytest.mark.django_db
LEDGER = reverse("directives:list")


def titles(browser, **asked) -> list[str]:
    return [row.record.matter.title for row in browser.get(LEDGER, asked).context["table"].rows]


def due(directive, days: int) -> None:
    Matter.objects.filter(pk=directive.pk).update(due_at=timezone.now() + timedelta(days=days))


# --- trouble first ----------------------------------------------------------------------------------
def test_trouble_comes_first_and_drafts_closed_and_void_ones_after_it(county, enter):
    void = county.directive("draft", title="作废的")
    actions.void(county.director, void, "重复登记。")
    for stage, title in (("closed", "办结的"), ("draft", "登记的"), ("reviewing", "待审核的")):
        county.directive(stage, title=title)
    for days, title in ((60, "还早的"), (-5, "逾期的"), (1, "临期的")):
        due(county.directive("running", title=title), days)
    assert titles(enter(county.officer)) == [
        *("逾期的", "临期的", "还早的"),
        *("待审核的", "登记的", "办结的", "作废的"),
    ]


def test_the_head_of_the_lights_turns_it_round(county, enter):
    for days, title in ((60, "还早的"), (-5, "逾期的")):
        due(county.directive("running", title=title), days)
    assert titles(enter(county.officer), sort="-light") == ["还早的", "逾期的"]


# --- what is asked for ------------------------------------------------------------------------------
def test_a_ledger_is_asked_by_officer_urgency_source_and_role(county, enter):
    led = county.directive("running", to=[county.water, county.roads], title="水利牵头")
    county.directive("running", to=[county.roads, county.water], title="交通牵头", urgency="flash")
    browser = enter(county.officer)
    assert titles(browser, officer=county.officer.pk, urgency="flash") == ["交通牵头"]
    assert titles(browser, officer=county.colleague.pk) == []
    assert titles(browser, unit=county.water.short, role="lead") == ["水利牵头"]
    assert titles(browser, unit=county.water.short, role="co") == ["交通牵头"]
    assert len(titles(browser, source=led.source_id)) == 2


def test_a_unit_asks_for_what_it_leads_without_naming_itself(county, enter):
    county.directive("running", to=[county.water, county.roads], title="水利牵头")
    county.directive("running", to=[county.roads, county.water], title="交通牵头")
    assert titles(enter(county.water_liaison), role="lead") == ["水利牵头"]


def test_units_do_not_ask_by_officer(county, enter):
    browser = enter(county.water_liaison)
    assert "officer" not in browser.get(LEDGER).context["filter"].form.fields


# --- what was asked comes back ----------------------------------------------------------------------
def test_what_was_asked_for_comes_back_until_it_is_reset(county, enter):
    browser = enter(county.officer)
    browser.get(LEDGER, {"asked": "1", "q": "水库", "light": "", "page": "2"})
    assert browser.get(LEDGER).url == f"{LEDGER}?q=%E6%B0%B4%E5%BA%93"
    browser.get(LEDGER, {"asked": "1"})
    assert browser.get(LEDGER).status_code == 200


def test_what_a_link_asks_for_is_not_remembered(county, enter):
    browser = enter(county.officer)
    browser.get(LEDGER, {"light": "red"})
    assert browser.get(LEDGER).status_code == 200


@pytest.mark.parametrize(
    "asked", [{"light": "purple"}, {"q": "\0"}, {"officer": "nobody"}, {"due_min": "2026-02-30"}]
)
def test_what_makes_no_sense_is_not_remembered(county, enter, asked):
    browser = enter(county.officer)
    browser.get(LEDGER, {"asked": "1", "q": "水库"})
    assert "存为视图" not in browser.get(LEDGER, {"asked": "1", **asked}).content.decode()
    assert browser.get(LEDGER).url == f"{LEDGER}?q=%E6%B0%B4%E5%BA%93"


def test_each_list_and_each_person_remembers_for_itself(county, enter):
    browser = enter(county.officer)
    browser.get(LEDGER, {"asked": "1", "q": "水库"})
    assert browser.get(reverse("instructions:list")).status_code == 200
    assert enter(county.colleague).get(LEDGER).status_code == 200
