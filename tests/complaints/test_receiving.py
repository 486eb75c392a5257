"""The register of receptions, and what becomes a complaint: batches and persons, when it came, who it was."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

import complaints.actions as complaining
from bureau.vault.particulars import Particulars
from complaints.models import Channel, Complaint, Reception
from tests.complaints.playing import NOBODY, anew, barred, call, due, kept, lines, only
from tests.county import CALLER

DESK = {"clerk", "director", "deputy"}


def register(county, received=None, who=CALLER, **told):
    return complaining.register(county.clerk, received or call(), county.told(**told), who)


@pytest.mark.parametrize("channel", Channel.values)
def test_a_complaint_of_any_channel_is_a_reception_with_nothing_typed_twice(county, channel):
    record = register(county, call(channel=channel, persons=3, representatives=2))
    reception = record.receptions.get()
    assert (reception.channel, reception.persons, reception.representatives) == (channel, 3, 2)
    assert (reception.wants, reception.title) == (record.facts, record.matter.title)
    assert (reception.received_at, record.channel) == (record.received_at, channel)


def test_the_title_says_where_and_what_and_neither_who_complains_nor_about_whom(county):
    record = register(county)
    assert record.matter.title == "关于县道红岩路段乱收费问题的投诉"
    for words in (CALLER.name, CALLER.enterprise, county.horse.short):
        assert words not in record.matter.title


def test_a_question_answered_on_the_spot_ends_there_and_names_nobody(county):
    made = complaining.answer_at_once(county.clerk, call(), "咨询", "执照怎样年报？", "在公示系统办理。")
    assert (made.answer, made.complaint) == ("在公示系统办理。", None)
    assert not Complaint.objects.exists()


def test_only_the_desk_of_complaints_registers(county):
    only(county, DESK, lambda who: complaining.register(who, call(), county.told(), CALLER))
    only(county, DESK, lambda who: complaining.answer_at_once(who, call(), "咨询", "问", "答"))


def test_a_joint_visit_names_at_most_five(county):
    visit = call(channel="visit", persons=12, representatives=6)
    assert "代表不超过5人" in barred(register, county, visit)
    made = register(county, call(channel="visit", persons=12, representatives=5))
    assert made.receptions.get().persons == 12


def test_a_joint_letter_may_be_signed_by_more_than_five(county):
    assert register(county, call(channel="letter", persons=12, representatives=12))


def test_no_more_are_named_than_came(county):
    assert "不能多于“人次”" in barred(register, county, call(persons=1, representatives=2))


def test_nothing_is_registered_before_it_came(county):
    assert "不能晚于现在" in barred(register, county, call(-timedelta(minutes=5)))
    assert not Reception.objects.exists()


def test_a_work_order_is_registered_once(county):
    register(county, call(channel="hotline", order_number="GD1"))
    assert "工单GD1已登记为" in barred(register, county, call(channel="hotline", order_number="GD1"))


# --- when it came -------------------------------------------------------------------------------------
def test_the_time_for_accepting_runs_from_receipt_and_not_from_registering(county, time_machine):
    time_machine.move_to("2026-11-12T10:00+08:00", tick=False)  # a Thursday
    at = datetime.fromisoformat("2026-11-09T16:00+08:00")  # the Monday before
    record = register(county, complaining.Received("letter", at, late_reason="信件在收发室"))
    assert due(record, "screen")[:10] == "2026-11-12"


def test_a_letter_that_lay_for_more_than_a_working_day_is_registered_with_a_reason(county, time_machine):
    time_machine.move_to("2026-11-12T10:00+08:00", tick=False)
    assert register(county, call(timedelta(days=1), "letter"))
    told = barred(register, county, call(timedelta(days=2), "letter"))
    assert "补登原因" in told
    made = register(county, call(timedelta(days=2), "letter", late_reason="信件在收发室"))
    assert made.receptions.get().late_reason == "信件在收发室"


def test_a_weekend_makes_no_letter_late(county, time_machine):
    time_machine.move_to("2026-11-16T10:00+08:00", tick=False)  # a Monday
    assert register(county, call(timedelta(days=3), "letter"))  # of Friday


def test_what_is_urgent_is_decided_by_the_next_day(county, time_machine):
    time_machine.move_to("2026-11-12T10:00+08:00", tick=False)
    record = complaining.register(county.clerk, call(), county.told(), CALLER, "urgent")
    assert due(record, "screen")[:10] == "2026-11-13"


# --- who it was ---------------------------------------------------------------------------------------
def test_of_who_stays_anonymous_no_record_exists(county):
    assert kept(register(county, who=NOBODY, identity_mode="anonymous")) == 0
    told = barred(register, county, who=CALLER, identity_mode="anonymous")
    assert "匿名的不登记姓名" in told


@pytest.mark.parametrize("mode", ["named", "confidential"])
def test_who_is_not_anonymous_gives_a_name_or_an_enterprise(county, mode):
    assert "请填写姓名或者企业名称" in barred(
        register, county, who=Particulars(phone="1"), identity_mode=mode
    )
    assert kept(register(county, who=Particulars(enterprise="红岩竹业有限公司"), identity_mode=mode)) == 1


def test_no_column_of_the_room_holds_who_it_was(county):
    record, reception = anew(register(county)), Reception.objects.get()
    held = [*vars(record).values(), *vars(record.matter).values(), *vars(reception).values()]
    for words in (CALLER.name, CALLER.phone, CALLER.enterprise, CALLER.licence):
        assert not [value for value in held if words in str(value)]
        assert not [line for line in lines(record) if words in line]


# --- mended until it is given out -----------------------------------------------------------------------
def test_what_was_registered_is_mended_until_it_is_given_out(county):
    record = county.complaint("accepted")
    told = county.told(place="县道白石路段", respondent=county.roads)
    complaining.edit(county.clerk, record, told, "complex")
    record = anew(record)
    assert record.matter.title == "关于县道白石路段乱收费问题的投诉"
    assert (record.matter.urgency, record.respondent) == ("complex", county.roads)
    assert lines(record, "complaints.edit") == [
        f"{county.clerk.signature} 修改登记内容：被投诉单位、发生地点"
    ]
    running = county.complaint("running")
    assert "当前状态不能" in barred(complaining.edit, county.clerk, running, told, "normal")


def test_who_was_named_does_not_become_anonymous_by_mending(county):
    record = county.complaint("registered")
    told = county.told(identity_mode="anonymous")
    assert "不能在实名和匿名之间改动" in barred(complaining.edit, county.clerk, record, told, "normal")


def test_mending_keeps_another_unit_out_and_lets_the_first_one_in(county):
    record = county.complaint("accepted")
    complaining.edit(county.clerk, record, county.told(respondent=county.water), "normal")
    give = {"summary": "请核查。", "urgency": "normal"}
    assert "不能承办本事项" in barred(complaining.dispatch, county.clerk, anew(record), county.water, **give)
    assert complaining.dispatch(county.clerk, anew(record), county.horse, **give)


# --- the page -------------------------------------------------------------------------------------------
def test_the_register_counts_batches_and_persons_as_it_is_asked(county, enter):
    register(county, call(persons=3, representatives=1))
    register(county, call(channel="visit", persons=5, representatives=2))
    complaining.answer_at_once(county.clerk, call(), "咨询", "执照怎样年报？", "在公示系统办理。")
    browser = enter(county.clerk)
    asked = {"": (3, 9), "?channel=visit": (1, 5), "?outcome=answered": (1, 1), "?q=年报": (1, 1)}
    for query, counted in asked.items():
        found = browser.get(f"/complaints/receptions/{query}").context
        assert (found["batch_count"], found["persons"]) == counted, query


def test_ten_fields_stand_before_the_eyes_of_who_holds_the_telephone(county, enter):
    form = enter(county.clerk).get("/complaints/new/").context["form"]
    assert [name for name in form.fields if name not in form.folded][:1] == ["facts"]
    assert len([name for name in form.fields if name not in form.folded]) == 10


def test_the_period_of_a_reception_is_when_it_came(county):
    made = register(county, call(timedelta(hours=3)))
    assert timezone.now() - made.receptions.get().received_at > timedelta(hours=2)


# --- those who come together ------------------------------------------------------------------------------
def test_of_a_joint_visit_each_representative_is_named_up_to_five(county):
    record = register(county, call(channel="visit", persons=12, representatives=5))
    named = [Particulars(name=f"代表{number}") for number in "乙丙丁戊己"]
    only(county, DESK, lambda who: complaining.name_another(who, record, named[0]))
    for one in named[1:4]:
        complaining.name_another(county.clerk, record, one)
    assert kept(record) == 5
    assert "最多登记5人" in barred(complaining.name_another, county.clerk, record, named[4])


def test_of_who_stays_anonymous_no_representative_is_named(county):
    record = register(county, who=NOBODY, identity_mode="anonymous")
    told = barred(complaining.name_another, county.clerk, record, Particulars(name="代表乙"))
    assert "匿名投诉不登记代表" in told
