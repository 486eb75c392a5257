"""A unit that is merged, a cadre who moves, retires or dies while a case goes on: papers, who signs for them, effect periods."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions, states
from accountability.clearing import against
from bureau.cadres import keeping
from bureau.matters.merger.merge import merge
from bureau.matters.models import Duty, Service
from bureau.matters.service import contesting, serving
from tests.accountability import playing
from tests.accountability.playing import PLEA, play, receipt
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def paper(it, who: str, field: str = "notice") -> Service:
    return Service.objects.get(pk=getattr(it.subject(who), f"{field}_id"))


def merged(county) -> None:
    """The water bureau into that of the roads."""
    merge(county.system, county.water, county.roads, TODAY())


def words(enter, who, url: str) -> str:
    return enter(who).get(url).content.decode()


# --- a unit is merged -------------------------------------------------------------------------------------
def test_a_merged_unit_stays_the_subject_and_its_papers_go_to_who_carries_on(county, enter):
    it = play(county, "notifying")
    merged(county)
    playing.notified(it)
    notice = paper(it, "unit")
    assert str(it.subject("unit")) == county.water.short
    assert notice.unit == county.roads
    page = words(enter, county.director, it.subject("unit").get_absolute_url())
    assert f"{county.water.short}已于{TODAY():%Y-%m-%d}并入{county.roads.short}" in page
    assert words(enter, county.director, it.record.get_absolute_url())


def test_what_was_served_before_the_merger_is_answered_by_the_head_of_who_carries_on(county):
    it = play(county, "notified")
    merged(county)
    head = type(county.water_head).objects.get(pk=county.water_head.pk)
    serving.receive(head, paper(it, "unit"))
    contesting.plead(head, paper(it, "unit"), PLEA)
    assert "由受送达人办理" in barred(contesting.plead, county.stranger, paper(it, "unit"), PLEA)


def test_a_case_about_a_merged_unit_goes_to_its_end(county):
    it = play(county, "received")
    merged(county)
    for step in ("waived", "deliberated", "resolved", "decided", "executed"):
        playing.STEPS[step](it)
    assert it.subject("unit").state == states.DONE
    assert paper(it, "unit", "decision").unit == county.roads
    assert it.record.state == states.EFFECT


def test_who_works_for_the_unit_that_carries_on_keeps_out(county):
    it = play(county, "clue")
    merged(county)
    type(it.second).objects.filter(pk=it.second.pk).update(unit=county.roads)
    it.second.refresh_from_db()
    assert "应当回避" in barred(actions.check, county.inquirer, it.record, [it.second, it.third], "查。")


# --- a cadre moves, retires, dies -------------------------------------------------------------------------
def move(county, position) -> None:
    keeping.end(county.inquirer, position, TODAY())
    new = keeping.Held(unit=county.roads, title="局长", rank="full", part="head", since=TODAY())
    keeping.appoint(county.inquirer, position.cadre, new)


@pytest.mark.parametrize("how", ["moved", "retired"])
def test_whoever_moves_or_retires_is_served_contests_and_bears_the_effect_as_before(county, enter, how):
    it = play(county, "received")
    position = it.people["deputy"]
    if how == "moved":
        move(county, position)
    else:
        keeping.leave(county.inquirer, position.cadre, "retired", TODAY())
    for step in ("waived", "deliberated", "resolved", "decided", "executed"):
        playing.STEPS[step](it)
    subject = it.subject("deputy")
    assert (str(subject), subject.state) == (f"{county.water.short}分管副局长", states.IN_EFFECT)
    assert against(position.cadre, TODAY()).effects
    page = words(enter, county.director, subject.get_absolute_url())
    told = f"现任{county.roads.short}局长" if how == "moved" else "离开：退休"
    assert told in page
    receipt(it, "deputy", "decision")
    contesting.enter(county.inquirer, paper(it, "deputy", "decision"), "appeal", TODAY(), PLEA)


def test_the_page_of_who_died_says_so_and_what_can_be_done(county, enter):
    it = play(county, "resolved")
    keeping.leave(county.inquirer, it.people["deputy"].cadre, "dead", TODAY())
    page = words(enter, county.director, it.subject("deputy").get_absolute_url())
    assert "去世。请局领导终止" in page
    assert "终止" in page
    told = barred(actions.recommend, county.director, it.subject("deputy"), date(2099, 1, 1))
    assert "已去世" in told
    actions.end(county.director, it.subject("deputy"), "本人去世。")
    assert it.subject("deputy").effect_until is None
    assert not Duty.objects.open().filter(matter=it.case.pk, service=paper(it, "deputy")).exists()
    assert words(enter, county.director, reverse("accountability:list"))
