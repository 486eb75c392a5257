"""Limits under a moved clock: the classes, 视为受理, one extension, one 退单."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

import complaints.actions as complaining
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, reassigning, replies
from complaints.models import Ground
from complaints.tasks import deem_accepted
from tests.complaints.playing import anew, barred, due, lines
from tests.matters.owing import owed

MONDAY = "2026-11-09T10:00+08:00"


@pytest.fixture
def monday(time_machine):
    """Nothing but ordinary weeks ahead."""
    time_machine.move_to(MONDAY, tick=False)
    return lambda day, hour=10: time_machine.move_to(f"{day}T{hour:02}:00+08:00", tick=False)


# --- by class --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "urgency, sign, first, report",
    [
        ("simple", "2026-11-10", "2026-11-11", "2026-11-16"),
        ("normal", "2026-11-10", "2026-11-16", "2026-11-30"),
        ("complex", None, None, "2026-12-09"),
    ],
)
def test_each_class_has_its_own_time(county, monday, urgency, sign, first, report):
    record = county.complaint("accepted")
    complaining.dispatch(county.clerk, record, county.water, "请核查。", urgency)
    assert due(record, "report")[:10] == report
    if sign:
        assert due(record, "sign")[:10] == sign
    if urgency == "simple":
        assert due(record, "first_reply")[:10] == first


def test_the_time_of_handling_counts_from_acceptance(county, monday):
    record = county.complaint("accepted")
    monday("2026-11-11")
    complaining.dispatch(county.clerk, record, county.water, "请核查。", "simple")
    assert due(record, "report")[:10] == "2026-11-16"


def test_a_date_that_was_set_stands_and_lies_ahead(county, monday):
    record = county.complaint("accepted")
    give = (county.clerk, record, county.water, "请核查。", "normal")
    assert "须在今天之后" in barred(complaining.dispatch, *give, due=date(2026, 11, 9))
    complaining.dispatch(*give, due=date(2026, 11, 20))
    assert due(record, "report")[:10] == "2026-11-20"


def test_what_follows_has_its_limit(county, monday):
    record = county.complaint("registered")
    assert due(record, "screen")[:10] == "2026-11-12"
    complaining.accept(county.clerk, record, "transfer", "normal")
    assert due(record, "dispatch")[:10] == "2026-11-10"
    assert due(record, "tell")[:10] == "2026-11-10"
    assert due(county.complaint("answering"), "answer_complainant")[:10] == "2026-11-16"
    answered = county.complaint("answered")
    assert due(answered, "call_back")[:10] == "2026-11-23"
    complaining.call_back(county.deputy, answered, "dissatisfied", words="还在收。")
    assert due(answered, "judge")[:10] == "2026-11-12"


# --- 视为受理 ----------------------------------------------------------------------------------------------
def test_what_nobody_decided_in_time_counts_as_accepted_and_says_so(county, monday):
    record = county.complaint("registered")
    monday("2026-11-12", 23)
    assert deem_accepted() == 0
    monday("2026-11-13")
    assert deem_accepted() == 1
    record = anew(record)
    assert (record.state, record.deemed, record.mode) == ("accepted", True, "transfer")
    assert owed(record.matter) == {"clerk:dispatch", "clerk:tell"}
    assert lines(record, "complaints.deem") == ["受理审查期限已过，没有作出决定，视为受理"]
    assert deem_accepted() == 0


def test_then_the_time_for_giving_it_out_runs_from_the_hour_it_counted_as_accepted(county, monday):
    record = county.complaint("registered")
    monday("2026-11-17")
    deem_accepted()
    assert due(record, "dispatch")[:10] == "2026-11-13"
    assert f"{timezone.localdate(anew(record).accepted_at)}" == "2026-11-12"


def test_a_refusal_that_was_not_decided_in_time_is_none(county, monday):
    record = county.complaint("registered")
    complaining.propose_refusal(county.clerk, record, Ground.CIVIL, "合同纠纷。")
    monday("2026-11-13")
    deem_accepted()
    record = anew(record)
    assert (record.state, owed(record.matter)) == ("accepted", {"clerk:dispatch", "clerk:tell"})
    assert "当前状态不能" in barred(complaining.refuse, county.director, record)


def test_while_more_is_asked_for_the_time_stands_still(county, monday):
    record = county.complaint("registered")
    monday("2026-11-11")
    complaining.ask_more(county.clerk, record, "请说明是哪个单位。")
    monday("2026-11-17")
    assert deem_accepted() == 0
    complaining.supplied(county.clerk, anew(record), "是马石镇财政所。")
    left = date.fromisoformat(due(record, "screen")[:10])
    assert left > date(2026, 11, 17)
    monday(f"{left}", 23)
    assert deem_accepted() == 0
    monday(f"{left + timedelta(days=1)}")
    assert deem_accepted() == 1


def test_what_was_decided_is_never_deemed(county, monday):
    for state in ("accepted", "running", "closed"):
        county.complaint(state)
    monday("2026-12-30")
    assert deem_accepted() == 0


# --- 延期 --------------------------------------------------------------------------------------------------
def asked(county, record, until, text="资料要到市里调取。"):
    part = county.part(record)
    assignments.ask_extension(county.water_liaison, part, text, "五成", until)
    return Reply.objects.get(assignment=part, kind="extension", state="sent")


def test_it_is_extended_once_and_the_complainant_is_to_be_told_why(county, monday):
    record = county.complaint("running")
    complaining.tell(county.clerk, record, "call")
    replies.grant_extension(county.director, asked(county, record, date(2026, 12, 8)), date(2026, 12, 8))
    record = anew(record)
    assert due(record, "report")[:10] == "2026-12-08"
    assert "clerk:tell" in owed(record.matter)
    told = barred(asked, county, record, date(2026, 12, 15))
    assert told.endswith("。")


def test_it_is_extended_by_thirty_days_at_most(county, monday):
    record = county.complaint("running")
    plea = asked(county, record, date(2027, 1, 15))
    told = barred(replies.grant_extension, county.magistrate, plea, date(2027, 1, 15))
    assert "最多比现在的时限延后30日" in told


def test_a_refused_extension_changes_nothing_and_nobody_is_told(county, monday):
    record = county.complaint("running")
    complaining.tell(county.clerk, record, "call")
    replies.refuse_extension(county.director, asked(county, record, date(2026, 12, 8)), "不同意。")
    assert "clerk:tell" not in owed(anew(record).matter)
    assert due(record, "report")[:10] == "2026-11-30"


def test_after_the_time_no_extension_is_asked_for(county, monday):
    record = county.complaint("running")
    monday("2026-12-01")
    assert "已过时限" in barred(asked, county, record, date(2026, 12, 8))


# --- 退单 --------------------------------------------------------------------------------------------------
def disputed(county, record, who=None):
    part = county.part(record)
    assignments.dispute(who or county.liaison(part.unit), part, "属县交通运输局职责。")
    return Reply.objects.get(assignment=part, kind="dispute", state="sent")


def test_a_unit_hands_it_back_once_within_a_working_day(county, monday):
    record = county.complaint("running")
    monday("2026-11-10", 16)
    reassigning.uphold(county.director, disputed(county, record), "属职责范围。")
    assert barred(disputed, county, record)


def test_after_that_day_it_stays(county, monday):
    record = county.complaint("running")
    monday("2026-11-11")
    assert "职责异议须在" in barred(disputed, county, record)


def test_what_the_bureau_designated_is_not_handed_back(county, monday):
    assert "由督查局指定" in barred(disputed, county, county.complaint("running", mode="assign"))


def test_to_whom_it_was_handed_on_it_stays(county, monday):
    record = county.complaint("running")
    reassigning.reassign(county.director, disputed(county, record), county.roads)
    assert county.part(record).unit == county.roads
    assert "由督查局指定" in barred(disputed, county, anew(record), county.roads_liaison)


def test_given_to_another_unit_by_the_director_it_stays_too_and_the_date_stands(county, monday):
    record = county.complaint("running")
    complaining.redispatch(county.director, record, county.roads, "属道路管理。")
    assert due(record, "report")[:10] == "2026-11-30"
    assert "由督查局指定" in barred(disputed, county, anew(record), county.roads_liaison)


# --- suspended -----------------------------------------------------------------------------------------------
def test_suspended_no_clock_runs(county, monday):
    record = county.complaint("running")
    complaining.suspend(county.director, record, "等待鉴定。")
    monday("2026-11-16")
    complaining.resume(county.director, anew(record))
    assert due(record, "report")[:10] > "2026-11-30"
