"""What was told, pleaded, returned, ended: nothing stays owed for good, and nothing is decided over an open word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accountability import actions, states
from accountability.models import Sanction
from bureau.cadres import keeping
from bureau.matters.flow import NotNow
from bureau.matters.models import Contest, Duty, Service
from bureau.matters.service import contesting, serving
from tests.accountability import playing
from tests.accountability.playing import PLEA, held, keys, play, receipt, weighing
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
THREE = ("unit", "deputy", "head")


def paper(it, who: str, field: str = "notice") -> Service:
    return Service.objects.get(pk=getattr(it.subject(who), f"{field}_id"))


def enter_plea(it, who: str = "deputy") -> Contest:
    contesting.enter(it.county.inquirer, paper(it, who), "plea", TODAY(), PLEA)
    return Contest.objects.get(service=paper(it, who))


def owed(it) -> list[str]:
    return sorted(Duty.objects.open().filter(matter=it.case.pk).values_list("step", flat=True))


def told_anew(it) -> None:
    actions.report(it.second, it.record, **playing.REPORTED)
    playing.notifying(it)


def test_what_was_told_before_a_return_is_not_brought_any_more_and_its_plea_is_answered_first(county):
    it = play(county, "notified")
    receipt(it, "deputy")
    plea, old = enter_plea(it), paper(it, "unit")
    actions.return_report(county.director, it.record, "申辩提出新证据。")
    assert set(owed(it)) == {"answer_plea", "investigate"}  # of each who investigates
    told_anew(it)
    assert "上一份告知书的申辩还没有答复" in barred(actions.notify, county.director, it.subject("deputy"))
    contesting.decide(county.deputy, plea, "upheld", "新证据不影响认定。")
    playing.notified(it)
    assert owed(it).count("deliver_paper") == 4  # three notices and the answer
    serving.record_receipt(county.inquirer, old, "direct", TODAY(), "办公室主任")
    assert "已经重新告知" in barred(
        contesting.enter, county.inquirer, Service.objects.get(pk=old.pk), "plea", TODAY(), PLEA
    )


def test_a_plea_that_is_found_right_after_the_return_ends_it_for_that_subject(county):
    it = play(county, "received")
    plea = enter_plea(it)
    actions.return_report(county.director, it.record, "再查。")
    contesting.decide(county.deputy, plea, "revoked", "已经尽责。")
    assert it.subject("deputy").state == states.NOT_HELD
    assert not it.subject("deputy").sanctions.exists()
    told_anew(it)
    assert it.record.state == states.NOTIFYING


def test_a_plea_after_the_waiver_is_answered_before_the_result(county):
    it = play(county, "deliberated")
    plea = enter_plea(it)
    told = barred(actions.resolve, county.inquirer, it.subject("deputy"), keys("admonition"))
    assert "申辩还没有答复" in told
    contesting.decide(county.magistrate, plea, "upheld", "没有新的事实。")
    actions.resolve(county.inquirer, it.subject("deputy"), keys("admonition"))


def test_after_the_result_there_is_no_plea_but_the_appeal(county):
    it = play(county, "resolved")
    told = barred(contesting.enter, county.inquirer, paper(it, "deputy"), "plea", TODAY(), PLEA)
    assert "不能再申辩" in told


def test_a_request_for_tolerance_is_weighed_before_the_decision(county):
    it = play(county, "resolved")
    actions.apply_tolerance(county.inquirer, it.subject("unit"), "先行先试。", TODAY())
    assert "容错申请还没有认定" in barred(actions.decide, county.director, it.subject("unit"), "local")
    tolerance = it.subject("unit").tolerance
    actions.weigh(county.director, tolerance, weighing(False), "不符合。")
    actions.decide(county.director, it.subject("unit"), "local")


def test_where_nobody_is_left_to_be_told_the_report_is_not_accepted(county):
    it = play(county, "reported")
    for who in THREE:
        actions.hand_over(county.director, it.subject(who), "discipline", "涉嫌违纪。")
    assert "没有要问责的对象" in barred(actions.accept_report, county.director, it.record)
    actions.clear(county.director, it.record, "对象都已移送。")
    assert owed(it) == []


def test_a_case_that_is_over_takes_no_step_on_its_subjects(county):
    it = play(county, "clue")
    actions.dismiss(county.director, it.record, "线索不实。")
    deputy = it.subject("deputy")
    barred(actions.hand_over, county.director, deputy, "discipline", "移送。")
    barred(actions.end, county.director, deputy, "终止。")
    barred(actions.apply_tolerance, county.inquirer, deputy, "先行先试。", TODAY())
    assert owed(it) == []


@pytest.mark.parametrize(
    "until", ["reported", "notified", "received", "deliberated", "resolved", "decided", "executed"]
)
def test_when_all_subjects_are_ended_nothing_is_owed_for_them(county, until):
    it = play(county, until)
    if until == "received":
        enter_plea(it)
        actions.apply_tolerance(county.inquirer, it.subject("head"), "先行先试。", TODAY())
    for who in THREE:
        if it.subject(who).state not in states.SETTLED:
            actions.end(county.director, it.subject(who), "单位撤销、本人去世。")
    late = {"reported": ["judge_report"], "decided": []}.get(until, [])
    assert [step for step in owed(it) if step != "deliver_paper" or until != "executed"] == late


def test_an_exempted_subject_is_brought_no_notice_and_owed_no_answer(county):
    it = play(county, "received")
    enter_plea(it)
    actions.apply_tolerance(county.inquirer, it.subject("deputy"), "先行先试。", TODAY())
    actions.weigh(county.director, it.subject("deputy").tolerance, weighing(), "全部符合。")
    assert "answer_plea" not in owed(it)
    contesting.decide(county.deputy, Contest.objects.get(), "revoked", "已免予问责。")
    assert it.subject("deputy").state == states.EXEMPTED


def appeal(it, who: str, kind: str) -> Contest:
    if paper(it, who, "decision").received_at is None:
        receipt(it, who, "decision")
    contesting.enter(it.county.inquirer, paper(it, who, "decision"), kind, TODAY(), "处理过重。")
    return Contest.objects.get(service=paper(it, who, "decision"), kind=kind)


def test_a_second_remedy_reaches_what_the_first_one_changed_and_nothing_after_it_was_revoked(county):
    it = play(county, "executed")
    review, second = appeal(it, "head", "review"), None
    second = appeal(it, "head", "appeal")
    contesting.decide(county.magistrate, review, "changed", "减轻。")
    assert it.subject("head").state == states.CHANGED
    contesting.decide(county.magistrate, second, "revoked", "事实不清。")
    assert it.subject("head").state == states.REVOKED
    assert "set_anew" not in owed(it)
    assert {one.state for one in it.subject("head").sanctions.all()} == {Sanction.State.REVOKED}


def test_an_appeal_of_who_died_is_still_decided(county):
    it = play(county, "executed")
    review = appeal(it, "deputy", "appeal")
    keeping.leave(county.inquirer, it.people["deputy"].cadre, "dead", TODAY())
    actions.end(county.director, it.subject("deputy"), "本人去世。")
    contesting.decide(county.magistrate, review, "revoked", "事实不清。")
    assert it.subject("deputy").state == states.REVOKED
    assert it.subject("deputy").effect_until is None


def test_an_organ_does_not_decide_before_it_was_asked(county):
    it = play(county, "resolved")
    actions.recommend(county.director, it.subject("deputy"), TODAY() + timedelta(days=20))
    before = TODAY() - timedelta(days=1)
    told = barred(
        actions.enter_decision,
        county.inquirer,
        it.subject("deputy"),
        "organisation",
        "桃组干〔2026〕8号",
        before,
        keys("admonition"),
        "leading",
    )
    assert "不能早于发出建议书的日期" in told


def test_a_step_on_a_subject_asks_how_its_case_stands_now(county):
    it = play(county, "notifying")
    stale = it.subject("deputy")
    assert stale.case.state == states.NOTIFYING
    actions.return_report(county.director, it.record, "再查。")
    with pytest.raises(NotNow):
        actions.notify(county.director, stale)
    assert it.subject("deputy").notice is None
    assert held(it).expected == 3
