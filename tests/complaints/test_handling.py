"""Given out, redirected, split, merged, coordinated on the spot, supervised; and what is found, by four eyes."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

import complaints.actions as complaining
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.matters.parts import assignments
from complaints.models import Complaint
from directives.models import Directive
from tests.complaints.playing import ANONYMOUS, NOBODY, anew, barred, kept, lines, only
from tests.county import CALLER, in_days
from tests.matters.owing import owed

DESK = {"clerk", "director", "deputy"}
DIRECTORS = {"director", "deputy"}
AGREED = {
    "held_on": timezone.localdate(),
    "place": "县道红岩路段",
    "went": "副局长、督查员",
    "present": "县水利局副局长、施工单位负责人",
    "minutes": "现场责令停止收费。",
}


def agreed(*items):
    return AGREED | {"items": [complaining.Agreed(who, what, until) for who, what, until in items]}


# --- given out ------------------------------------------------------------------------------------------
def test_the_desk_gives_it_out_and_nobody_else(county):
    record = county.complaint("accepted")
    only(county, DESK, lambda who: complaining.dispatch(who, record, county.water, "请核查。", "normal"))
    record = anew(record)
    assert "优转〔" in record.transfer_number
    assert owed(record.matter) >= {"县水利局:sign", "县水利局:report", "县水利局:first_reply"}


def test_units_that_help_owe_their_part(county):
    record = county.complaint("dispatched", to=[county.water, county.roads])
    assert owed(record.matter) >= {"县交通运输局:sign", "县交通运输局:part", "县水利局:report"}


def test_what_the_bureau_handles_itself_is_given_to_nobody(county):
    record = county.complaint("running", mode="own")
    told = barred(complaining.dispatch, county.clerk, record, county.water, "请核查。", "normal")
    assert told.endswith("。")
    told = barred(complaining.redispatch, county.director, record, county.water, "请核查。")
    assert "由督查局自办" in told


# --- to another unit ---------------------------------------------------------------------------------------
def test_a_director_puts_another_unit_in_its_place_by_the_date_that_stands(county):
    record = county.complaint("running")
    before = record.matter.due_at
    only(county, DIRECTORS, lambda who: complaining.redispatch(who, record, county.roads, "属道路管理。"))
    record = anew(record)
    assert county.part(record).unit == county.roads
    assert record.matter.due_at == before
    assert not any(duty.startswith("县水利局") for duty in owed(record.matter))
    assert owed(record.matter) >= {"县交通运输局:sign", "县交通运输局:report"}


def test_who_leads_already_is_not_put_in_its_own_place(county):
    record = county.complaint("running")
    told = barred(complaining.redispatch, county.director, record, county.water, "再办。")
    assert "就是现在的牵头单位" in told


# --- split ---------------------------------------------------------------------------------------------------
def split(county, record):
    complaining.split(county.clerk, record, "红岩路段路面损坏", "路面损坏两处，请修复。")
    return Complaint.objects.select_related("matter").get(whole=record)


def handled(county, record, unit, person):
    complaining.dispatch(county.clerk, record, unit, "请核查。", "normal")
    part = county.part(anew(record), unit)
    assignments.sign(person, part)
    complaining.report(person, anew(record), "已修复。")
    complaining.conclude(county.director, anew(record), "true", "已修复。")


def test_what_touches_several_units_is_split_and_answered_once(county):
    record = county.complaint("running")
    only(county, DESK, lambda who: complaining.split(who, record, "红岩路段路面损坏", "路面损坏，请修复。"))
    part = Complaint.objects.select_related("matter").get(whole=record)
    assert (part.state, part.mode, part.accepted_at) == ("accepted", "assign", record.accepted_at)
    complaining.report(county.water_liaison, record, "已拆除。")
    complaining.conclude(county.director, anew(record), "true", "已拆除。")
    told = barred(complaining.answer, county.clerk, anew(record), "经查属实。", "call")
    assert f"{part.matter}" in told or "还没有办结" in told
    handled(county, part, county.roads, county.roads_liaison)
    part = anew(part)
    assert (part.state, owed(part.matter)) == ("closed", set())
    assert complaining.answer(county.clerk, anew(record), "经查属实。", "call")


def test_a_part_owes_the_complainant_nothing_by_itself(county):
    part = split(county, county.complaint("running"))
    assert owed(part.matter) == {"clerk:dispatch"}
    assert kept(part) == 0
    for verb, words in ((complaining.withdraw, ("不投诉了。",)), (complaining.split, ("甲", "乙"))):
        assert "本件拆分自" in barred(verb, county.clerk, part, *words)


def test_a_part_keeps_out_whoever_the_whole_is_about(county):
    part = split(county, county.complaint("running"))
    told = barred(complaining.dispatch, county.clerk, part, county.horse, "请核查。", "normal")
    assert "不能承办本事项" in told


def test_a_part_that_was_voided_holds_nothing_up(county):
    record = county.complaint("running")
    part = split(county, record)
    complaining.void(county.clerk, part, "拆错了。")
    complaining.report(county.water_liaison, record, "已拆除。")
    complaining.conclude(county.director, anew(record), "true", "已拆除。")
    assert complaining.answer(county.clerk, anew(record), "经查属实。", "call")


def test_who_withdraws_withdraws_what_was_split_off_too(county):
    record = county.complaint("running")
    part = split(county, record)
    complaining.withdraw(county.clerk, record, "已与对方和解。")
    part = anew(part)
    assert (part.state, owed(part.matter)) == ("withdrawn", set())


# --- merged --------------------------------------------------------------------------------------------------
def merged(county, into=None, state="registered", **who):
    into = into or county.complaint("running")
    child = county.complaint(state, **who)
    complaining.merge(county.clerk, child, into.matter.number)
    return anew(into), anew(child)


def test_the_desk_merges_it_into_one_that_is_open(county):
    into, child = county.complaint("running"), county.complaint("registered")
    only(county, DESK, lambda who: complaining.merge(who, child, into.matter.number))
    child = anew(child)
    assert (child.state, child.merged_into_id, owed(child.matter)) == ("merged", into.pk, {"clerk:tell"})


@pytest.mark.parametrize("state", ["registered", "answering", "answered", "closed"])
def test_it_is_merged_only_into_what_is_accepted_and_not_concluded_yet(county, state):
    into, child = county.complaint(state), county.complaint("registered")
    assert "没有编号为" in barred(complaining.merge, county.clerk, child, into.matter.number)


def test_it_is_not_merged_into_itself_nor_into_nothing(county):
    child = county.complaint("accepted")
    assert "没有编号为" in barred(complaining.merge, county.clerk, child, child.matter.number)
    assert "没有编号为" in barred(complaining.merge, county.clerk, child, "桃优投〔1999〕1号")


def test_a_merged_one_is_never_late_by_itself(county, time_machine):
    _into, child = merged(county, state="accepted")
    time_machine.move_to(timezone.now() + timedelta(days=90))
    matter = Matter.objects.get(pk=child.pk)
    assert (matter.due_at, Lights().of(matter)) == (None, "")
    late = Matter.objects.filter(Lights().condition("red", ""))
    assert child.pk not in late.values_list("pk", flat=True)


def test_a_merged_one_is_answered_on_its_own(county):
    into, child = merged(county)
    complaining.tell(county.clerk, child, "call")
    complaining.report(county.water_liaison, into, "已拆除。")
    complaining.conclude(county.director, anew(into), "true", "已拆除。", Decimal(20))
    child = anew(child)
    assert (child.state, child.finding, child.refunded) == ("answering", "true", 20)
    assert owed(child.matter) == {"clerk:answer_complainant"}
    complaining.answer(county.clerk, child, "你反映的问题属实。", "post")
    complaining.call_back(county.deputy, anew(child), "satisfied", True, True)
    assert (anew(child).state, anew(into).state) == ("closed", "answering")


def test_of_a_merged_one_that_is_anonymous_nobody_is_answered(county):
    into, child = merged(county, **ANONYMOUS)
    complaining.report(county.water_liaison, into, "已拆除。")
    complaining.conclude(county.director, anew(into), "true", "已拆除。")
    assert "无法联系" in barred(complaining.answer, county.clerk, anew(child), "属实。", "call")
    complaining.close(county.clerk, anew(child))
    assert anew(child).state == "closed"


def test_what_was_merged_into_a_merged_one_goes_along(county):
    middle, child = merged(county, county.complaint("accepted"))
    last = county.complaint("running")
    complaining.merge(county.clerk, middle, last.matter.number)
    assert anew(child).merged_into_id == last.pk
    complaining.report(county.water_liaison, last, "已拆除。")
    complaining.conclude(county.director, anew(last), "true", "已拆除。")
    assert {anew(one).state for one in (middle, child, last)} == {"answering"}


@pytest.mark.parametrize("end", ["withdraw", "void"])
def test_what_others_follow_does_not_end_under_them(county, end):
    into, _child = merged(county)
    told = barred(getattr(complaining, end), county.director, into, "不办了。")
    assert "还有其他投诉并入本件" in told


def test_a_merged_one_is_done_again_where_it_is_handled(county):
    into, child = merged(county)
    complaining.report(county.water_liaison, into, "已拆除。")
    complaining.conclude(county.director, anew(into), "true", "已拆除。")
    complaining.answer(county.clerk, anew(child), "属实。", "call")
    complaining.call_back(county.deputy, anew(child), "dissatisfied", words="还在收。")
    told = barred(complaining.redo, county.director, anew(child), "还在收。", in_days(5))
    assert into.matter.number in told
    complaining.explain(county.director, anew(child), "已向其说明。")
    told = barred(complaining.reopen, county.director, anew(child), "还在收。", in_days(5))
    assert into.matter.number in told


# --- coordinated on the spot -----------------------------------------------------------------------------------
def test_each_agreed_item_is_a_duty_of_who_agreed_or_else_of_the_officer(county):
    record = county.complaint("running")
    items = agreed(("县水利局", "拆除收费卡", in_days(3)), ("施工单位", "修复路面", in_days(9)))
    only(county, DESK, lambda who: complaining.coordinate(who, record, **items))
    made = record.coordinations.get()
    assert "优协〔" in made.number
    assert owed(record.matter) >= {"县水利局:agreed", "clerk:agreed"}


def test_when_one_is_carried_out_the_next_is_owed(county):
    record = county.complaint("running")
    items = agreed(("县水利局", "拆除收费卡", in_days(3)), ("县水利局", "退还已收的钱", in_days(9)))
    complaining.coordinate(county.clerk, record, **items)
    first, second = record.coordinations.get().items.all()
    complaining.carry_out(county.clerk, record, first, "已拆除。", timezone.localdate())
    [duty] = record.matter.duties.filter(step="agreed", done_at=None)
    assert timezone.localdate(duty.due_at) == in_days(9)
    assert "县水利局：退还已收的钱" in str(duty.basis)
    complaining.carry_out(county.clerk, record, second, "已退还。", timezone.localdate())
    assert "agreed" not in str(owed(record.matter))
    told = barred(complaining.carry_out, county.clerk, record, second, "已退还。", timezone.localdate())
    assert "已经登记过" in told


def test_nobody_but_the_desk_says_that_it_was_carried_out(county):
    record = county.complaint("running")
    complaining.coordinate(county.clerk, record, **agreed(("县水利局", "拆除收费卡", in_days(3))))
    item = record.coordinations.get().items.get()
    today = timezone.localdate()
    only(county, DESK, lambda who: complaining.carry_out(who, record, item, "已拆除。", today))


def test_it_is_not_judged_before_what_was_agreed_is_done(county):
    record = county.complaint("running")
    complaining.coordinate(county.clerk, record, **agreed(("县水利局", "拆除收费卡", in_days(3))))
    complaining.report(county.water_liaison, record, "已拆除。")
    told = barred(complaining.conclude, county.director, anew(record), "true", "已拆除。")
    assert "现场协调议定的还有1项" in told
    item = record.coordinations.get().items.get()
    complaining.carry_out(county.clerk, anew(record), item, "已拆除。", timezone.localdate())
    assert complaining.conclude(county.director, anew(record), "true", "已拆除。")


def test_nobody_coordinated_tomorrow(county):
    record = county.complaint("running")
    words = agreed(("县水利局", "拆除收费卡", in_days(3))) | {"held_on": in_days(1)}
    assert "不能晚于今天" in barred(complaining.coordinate, county.clerk, record, **words)


# --- 听取说明 ----------------------------------------------------------------------------------------------------
def test_the_accused_unit_is_asked_one_thing_at_a_time(county):
    record = county.complaint("running")
    ask = ("收费依据是什么？", in_days(3))
    only(county, DESK, lambda who: complaining.ask_explanation(who, record, *ask))
    assert "clerk:hearing" in owed(record.matter)
    assert "还没有收到说明" in barred(complaining.ask_explanation, county.clerk, record, *ask)
    only(county, DESK, lambda who: complaining.hear(who, record, "是村里自行收取。"))
    assert record.hearings.get().explanation == "是村里自行收取。"
    assert "clerk:hearing" not in owed(record.matter)
    assert "没有待收的说明" in barred(complaining.hear, county.clerk, record, "再说明。")


def test_where_no_unit_is_named_none_is_asked(county):
    record = county.complaint("running", respondent=None)
    told = barred(complaining.ask_explanation, county.clerk, record, "依据？", in_days(3))
    assert "没有写明被投诉单位" in told


# --- what is found -------------------------------------------------------------------------------------------------
def test_the_result_is_judged_by_four_eyes(county):
    record = county.complaint("reviewing")
    only(
        county, DESK, lambda who: complaining.conclude(who, record, "partly", "已整改。", Decimal("1840.50"))
    )
    record = anew(record)
    assert (record.finding, record.refunded, record.state) == ("partly", Decimal("1840.50"), "answering")


def test_what_the_bureau_found_itself_somebody_else_judges(county):
    record = county.complaint("reviewing", mode="own")
    told = barred(complaining.conclude, county.clerk, record, "true", "已整改。")
    assert "提交人以外" in told
    only(county, DIRECTORS, lambda who: complaining.conclude(who, record, "true", "已整改。"))


def test_only_the_officer_hands_in_what_the_bureau_found_itself(county):
    record = county.complaint("running", mode="own")
    only(county, {"clerk"}, lambda who: complaining.self_report(who, record, "现场核查属实。"))


def test_a_result_that_is_not_enough_is_sent_back(county):
    record = county.complaint("reviewing")
    only(county, DESK, lambda who: complaining.send_back(who, record, "没有退款凭证。"))
    assert "县水利局:report" in owed(anew(record).matter)


# --- supervised ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("state", ["running", "reviewing", "answering", "closed"])
def test_a_measure_becomes_a_directive_linked_and_the_identity_stays_behind(county, state):
    record = county.complaint(state)
    words = ("directives", county.horse, "整改马石镇乱收费问题", "限期整改，书面检查。", in_days(20))
    only(county, DIRECTORS, lambda who: complaining.supervise(who, record, *words))
    made = Directive.objects.select_related("matter").get()
    assert made.matter.title == "整改马石镇乱收费问题"
    [link] = made.matter.links_from.all() if hasattr(made.matter, "links_from") else links(made)
    assert link.target_id == record.pk
    assert kept(made) == 0
    held = [*vars(made).values(), *vars(made.matter).values(), *lines(made)]
    for secret in (CALLER.name, CALLER.phone, CALLER.enterprise, CALLER.licence):
        assert not [value for value in held if secret in str(value)]


def links(made):
    from bureau.matters.models import Link

    return Link.objects.filter(source=made.pk)


def test_who_was_complained_about_reads_the_directive_and_never_the_complaint(county):
    record = county.complaint("closed")
    complaining.supervise(county.director, record, "directives", county.horse, "整改乱收费", "限期整改。")
    made = Directive.objects.get()
    assert not Complaint.objects.visible_to(county.horse_liaison).exists()
    assert record.matter.number not in made.matter.title


def test_no_one_is_kept_of_nobody(county):
    assert kept(county.complaint("registered", who=NOBODY, identity_mode="anonymous")) == 0


# --- dragged out ---------------------------------------------------------------------------------------------------
def test_what_units_drag_out_the_bureau_takes_over_by_the_date_that_stands(county):
    record = county.complaint("running", to=[county.water, county.roads])
    before = record.matter.due_at
    only(county, DIRECTORS, lambda who: complaining.escalate(who, record, "一再拖延。"))
    record = anew(record)
    assert (record.self_handled, record.mode, record.matter.due_at) == (True, "own", before)
    assert {duty for duty in owed(record.matter) if duty != "clerk:tell"} == {"clerk:report"}
    complaining.self_report(county.clerk, record, "现场核查属实，已拆除。")
    assert anew(record).state == "reviewing"
