"""Returned, suspended, void, reopened: what happens to dates, duties and numbers."""

from datetime import date

import pytest
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from directives import actions
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 4)  # a Friday


@pytest.fixture
def running(friday, county):
    return county.directive("running", to=[county.water, county.roads], due=DUE)


def report(county, directive):
    actions.report(county.water_liaison, directive, "全部完成")


def cover(directive) -> Matter:
    return Matter.objects.get(pk=directive.pk)


def day(moment) -> date:
    return timezone.localdate(moment)


def test_a_return_keeps_the_date_and_the_lead_owes_again(county, running):
    report(county, running)
    actions.send_back(county.colleague, running, "缺少验收材料")
    assert day(cover(running).due_at) == DUE
    assert "县水利局:report" in owed(running.matter)
    assert "officer:review" not in owed(running.matter)
    assert day(running.matter.duties.get(step="report", done_at__isnull=True).due_at) == DUE
    assert cover(running).finished_at is None


def test_it_counts_as_finished_when_the_accepted_report_was_sent(county, running, friday):
    report(county, running)
    actions.send_back(county.colleague, running, "缺少验收材料")
    friday.move_to("2026-12-03T16:00:00+08:00")
    report(county, running)
    sent = timezone.now()
    friday.move_to("2026-12-09T09:00:00+08:00")
    actions.close(county.colleague, running)
    assert (cover(running).finished_at, cover(running).closed_at) == (sent, timezone.now())
    assert owed(running.matter) == set()


def test_the_last_report_counts_where_the_head_countersigned_it(county, friday):
    directive = county.directive("running", to=[county.school], due=DUE)
    actions.draft_report(county.school_liaison, directive, "已完成")
    friday.move_to("2026-11-24T09:00:00+08:00")
    actions.countersign_report(county.school_head, directive)
    sent = timezone.now()
    friday.move_to("2026-11-26T09:00:00+08:00")
    actions.close(county.officer, directive)
    assert cover(directive).finished_at == sent


def test_resuming_moves_every_open_date_by_the_working_days_that_stood_still(county, running, friday):
    before = {duty.step: day(duty.due_at) for duty in running.matter.duties.filter(done_at__isnull=True)}
    assert before == {"report": DUE, "part": DUE, "first_reply": date(2026, 11, 27)}
    actions.suspend(county.director, running, "等待上级文件")
    friday.move_to("2026-11-25T10:00:00+08:00")  # Wednesday: three working days later
    actions.resume(county.director, running)
    after = {duty.step: day(duty.due_at) for duty in running.matter.duties.filter(done_at__isnull=True)}
    assert after == {"report": date(2026, 12, 9), "part": date(2026, 12, 9), "first_reply": date(2026, 12, 2)}
    assert day(cover(running).due_at) == date(2026, 12, 9)
    assert "恢复办理，时限顺延至2026-12-09。" in running.matter.entries.first().sentence


def test_a_weekend_of_suspension_moves_nothing(county, running, friday):
    actions.suspend(county.director, running, "核实")
    friday.move_to("2026-11-22T20:00:00+08:00")
    actions.resume(county.director, running)
    assert day(cover(running).due_at) == DUE
    assert f"恢复办理，时限仍为{DUE}。" in running.matter.entries.first().sentence


def test_a_second_suspension_counts_from_its_own_day(county, running, friday):
    for stop, go in (("2026-11-23", "2026-11-24"), ("2026-11-30", "2026-12-01")):
        friday.move_to(f"{stop}T10:00:00+08:00")
        actions.suspend(county.director, running, "核实")
        friday.move_to(f"{go}T10:00:00+08:00")
        actions.resume(county.director, running)
    assert day(cover(running).due_at) == date(2026, 12, 8)


def test_void_keeps_the_number_and_nobody_owes_anything(county, running):
    number = running.matter.number
    actions.void(county.director, running, "任务取消")
    assert (cover(running).number, cover(running).phase) == (number, "void")
    assert owed(running.matter) == set()
    assert running.matter.duties.filter(dropped=True).exists()
    follower = county.directive("approved")
    assert follower.matter.number != number


def test_a_suspended_one_may_be_void(county, running):
    actions.suspend(county.director, running, "核实")
    actions.void(county.director, running, "任务取消")
    assert owed(running.matter) == set()


def test_reopening_lets_the_old_lead_alone_owe_by_the_new_date(county, running):
    report(county, running)
    actions.close(county.colleague, running)
    actions.reopen(county.director, running, "问题反弹", date(2026, 12, 25))
    assert owed(running.matter) == {"县水利局:report"}
    matter = cover(running)
    assert (matter.phase, matter.closed_at, matter.finished_at) == ("running", None, None)
    assert day(matter.due_at) == date(2026, 12, 25)
    assert county.part(running).state == "working"
    assert county.part(running, county.roads).state == "done"
    report(county, running)
    actions.close(county.colleague, running)
    assert cover(running).phase == "closed"


@pytest.mark.parametrize("until", [date(2026, 11, 20), date(2026, 11, 1)])
def test_a_reopened_one_gets_a_date_to_come(county, running, until):
    report(county, running)
    actions.close(county.colleague, running)
    with pytest.raises(Barred, match="“新的时限”须在今天之后"):
        actions.reopen(county.director, running, "问题反弹", until)
    assert cover(running).phase == "closed"
