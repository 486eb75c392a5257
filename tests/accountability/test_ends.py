"""A case that ends as a whole takes its subjects along; and what is answered about a person, as of a day, is what was decided by then."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from accountability import actions, states
from accountability.clearing import against
from accountability.lineage import nodes
from accountability.models import Sanction
from bureau.matters.models import Contest, Duty, Entry, Service
from bureau.matters.service import contesting
from tests.accountability import playing
from tests.accountability.playing import play, receipt, weighing
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db
THREE = ("unit", "deputy", "head")
WHY = "情节轻微，已经改正。"


def end(it, how: str) -> None:
    director, case = it.county.director, it.record
    if how == "transfer":
        actions.transfer(director, case, it.county.water, "落实停产复查", WHY)
    elif how == "refer":
        actions.refer(director, case, "discipline", WHY)
    elif how == "void":
        actions.void(it.county.inquirer, case, WHY)
    else:
        getattr(actions, how)(director, case, WHY)


@pytest.mark.parametrize(
    "until, how, state, told",
    [
        ("clue", "dismiss", states.NOT_HELD, "予以了结"),
        ("clue", "void", states.ENDED, "作废"),
        ("checked", "clear", states.NOT_HELD, "不予问责"),
        ("reported", "clear", states.NOT_HELD, "不予问责"),
        ("checked", "transfer", states.NOT_HELD, "转办"),
        ("checked", "refer", states.HANDED, "移送县纪委监委"),
        ("reported", "refer", states.HANDED, "移送县纪委监委"),
    ],
)
def test_who_is_concerned_ends_with_the_case_and_a_line_of_each_says_so(county, until, how, state, told):
    it = play(county, until)
    end(it, how)
    for who in THREE:
        subject = it.subject(who)
        assert (subject.state, subject.let_go_on) == (state, timezone.localdate())
        assert subject.outcome == f"随案件{told}：{WHY}"
        assert Entry.objects.filter(matter=it.case.pk, sentence=f"{subject}随案件{told}").count() == 1
    assert not Sanction.objects.filter(subject__case=it.case.pk).exists()
    assert not Duty.objects.open().filter(matter=it.case.pk).exists()


def test_who_was_handed_over_before_keeps_their_own_end(county):
    it = play(county, "reported")
    actions.hand_over(county.director, it.subject("deputy"), "organisation", "另案处理。")
    end(it, "clear")
    assert it.subject("deputy").state == states.HANDED
    assert next(nodes(county.director, [it.subject("deputy").pk])).stands  # it goes on elsewhere
    assert "另案处理" in it.subject("deputy").outcome
    assert it.subject("head").state == states.NOT_HELD


# --- what is answered about a person, as of a day -----------------------------------------------------------
def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def at(days: int) -> time_machine.travel:
    return time_machine.travel(timezone.now() - timedelta(days=days))


def answered(it, days: int, who: str = "deputy") -> tuple[bool, bool]:
    """(an effect period runs, a case is open), as of so many days ago."""
    found = against(it.people[who].cadre, ago(days))
    return bool(found.effects), bool(found.cases)


@pytest.mark.parametrize("how", ["clear", "refer"])
def test_a_case_is_open_against_somebody_from_its_filing_to_the_day_on_which_it_let_them_go(county, how):
    with at(60):
        it = play(county, "reported")
    with at(30):
        end(it, how)
    assert [answered(it, days) for days in (61, 60, 31, 30, 0)] == [
        (False, False),
        (False, True),
        (False, True),
        (False, False),
        (False, False),
    ]


def test_a_case_that_was_let_go_before_it_was_filed_was_never_open(county):
    with at(60):
        it = play(county, "checked")
    with at(30):
        end(it, "transfer")
    assert answered(it, 45) == (False, False)


def test_an_effect_period_is_answered_from_the_day_of_the_decision_and_a_revoked_one_never_ran(county):
    with at(40):
        it = play(county, "resolved")
    with at(20):
        playing.decided(it)
        receipt(it, "deputy", "decision")
    assert [answered(it, days) for days in (21, 20, 0)] == [(False, True), (True, False), (True, False)]
    decision = Service.objects.get(pk=it.subject("deputy").decision_id)
    with at(10):
        contesting.enter(county.inquirer, decision, "appeal", timezone.localdate(), "事实不清。")
        contesting.decide(county.deputy, Contest.objects.get(kind="appeal"), "revoked", "事实不清。")
    assert [answered(it, days) for days in (21, 15, 0)] == [(False, True), (False, False), (False, False)]


def test_a_changed_decision_weighs_and_says_that_it_was_changed_until_the_lighter_one_is_set(county):
    it = play(county, "decided")
    receipt(it, "deputy", "decision")
    decision = Service.objects.get(pk=it.subject("deputy").decision_id)
    contesting.enter(county.inquirer, decision, "appeal", timezone.localdate(), "处理过重。")
    contesting.decide(county.deputy, Contest.objects.get(kind="appeal"), "changed", "从轻。")
    (told,) = against(it.people["deputy"].cadre, ago(0)).effects
    assert told.endswith("（申诉已变更，待重新登记）")
    actions.set_anew(county.inquirer, it.subject("deputy"), playing.keys("reminder"))
    assert answered(it, 0) == (False, False)


def test_who_came_under_a_case_later_had_none_open_before(county):
    people = playing.register_people(county)
    with at(30):
        it = play(county, "investigating", people={"head": people["head"]})
    it.people = people
    with at(10):
        actions.involve(county.inquirer, it.record, position=people["deputy"])
    assert [answered(it, days) for days in (20, 10)] == [(False, False), (False, True)]


def test_who_died_had_an_effect_period_until_then(county):
    with at(40):
        it = play(county, "executed")
    with at(10):
        actions.end(county.director, it.subject("deputy"), "本人去世。")
    assert [answered(it, days) for days in (11, 10)] == [(True, False), (False, False)]


def test_a_request_for_tolerance_of_who_was_let_go_is_weighed_no_more_and_owed_by_nobody(county, enter):
    it = play(county, "reported")
    for who in ("deputy", "head"):
        actions.apply_tolerance(county.inquirer, it.subject(who), "先行先试。", timezone.localdate())
    actions.end(county.director, it.subject("deputy"), "本人去世。")
    gone = it.subject("deputy")
    assert "容错不再认定" in barred(actions.weigh, county.director, gone.tolerance, weighing(), "符合。")
    assert "没有认定，对象已处理" in enter(county.director).get(gone.get_absolute_url()).content.decode()
    actions.weigh(county.director, it.subject("head").tolerance, weighing(False), "不符合。")
    assert not Duty.objects.open().filter(matter=it.case.pk, step="weigh_tolerance").exists()
