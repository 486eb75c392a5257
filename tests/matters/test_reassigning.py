"""改由其他单位牵头: another unit takes the lead's place at once, with all that is owed; the old one owes nothing."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.jobs.barred import Barred
from bureau.matters import chain
from bureau.matters.flow import NotNow
from bureau.matters.merger import merge as merging
from bureau.matters.models import Assignment, Duty, Matter, Reply
from bureau.matters.parts import assignments, reassigning, replies
from bureau.matters.policy import Refused
from bureau.notices import watch
from bureau.notices.ladder import Ladder
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org.models import Portfolio, Unit
from bureau.urging import actions as urging
from bureau.urging.lines import lines
from bureau.urging.proposals import proposed
from bureau.urging.records import parts_of
from directives import actions
from directives.models import Directive
from directives.prints.notice import notice_sheet
from instructions.conflicts import differing
from instructions.facts import handled_by
from tests.matters.owing import owed
from tests.matters.test_disputes import DECIDE, DUE, dispute, said
from tests.pages.posting import form_of
from tests.together import together

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 25)


@pytest.fixture
def directive(friday, county):
    return county.directive("dispatched", to=[county.water, county.roads], due=DUE)


def put(county, record, lead, answer=None, **words) -> None:
    """The lead disputes, unless it has, and the bureau puts `lead` in its place."""
    reassigning.reassign(county.director, answer or dispute(county, record), lead, **words)


def parts(record) -> dict[str, tuple]:
    rows = record.matter.assignments.values_list("unit__short", "role", "state")
    return {short: (role, state) for short, role, state in rows}


def due(record, step: str, unit) -> Duty:
    return Duty.objects.get(matter=record.pk, step=step, holder_unit=unit, done_at=None)


def day(moment) -> date:
    return timezone.localdate(moment)


# --- who leads, and what is owed --------------------------------------------------------------------
def test_a_unit_from_outside_leads_and_owes_what_a_lead_owes(county, directive, friday):
    dispute(county, directive)
    friday.move_to("2026-11-23T15:00:00+08:00")
    put(county, directive, county.finance, said(directive), remark="按资金管理职责")
    assert parts(directive) == {
        "县财政局": ("lead", "pending"),
        "县水利局": ("co", "released"),
        "县交通运输局": ("co", "pending"),
    }
    assert owed(directive.matter) == {
        *(f"县财政局:{step}" for step in ("sign", "first_reply", "report")),
        *(f"县交通运输局:{step}" for step in ("sign", "part")),
    }
    assert day(due(directive, "sign", county.finance).due_at) == date(2026, 11, 24)
    assert day(due(directive, "first_reply", county.finance).due_at) == date(2026, 11, 30)
    result = due(directive, "report", county.finance)
    assert (day(result.due_at), day(result.original_due_at)) == (DUE, DUE)
    assert "时限由来文载明" in result.how["sentences"][0]
    assert county.part(directive).asked == county.part(directive, county.water).asked
    assert said(directive).state == "accepted"


def test_everybody_on_the_matter_reads_one_line_of_it_and_the_chain_is_whole(county, directive):
    put(county, directive, county.finance, remark="按资金管理职责")
    line = directive.matter.entries.first()
    assert line.sentence == (
        f"{county.director.signature} 裁定职责异议：改由县财政局牵头，县水利局不再承办。按资金管理职责"
    )
    assert (line.audience, line.assignment) == ("all", None)
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_all_units_hear_of_it_the_old_lead_and_the_new_one_too(county, friday):
    watch.arm()
    directive = county.directive("dispatched", to=[county.water, county.roads], due=DUE)
    put(county, directive, county.finance)
    sweep()
    line = directive.matter.entries.first()
    told = set(Notice.objects.filter(entry=line).values_list("person__username", flat=True))
    assert told == {"water", "water-head", "roads", "finance"}
    duties = Notice.objects.filter(person=county.finance_liaison, duty__isnull=False)
    assert set(duties.values_list("duty__step", flat=True)) == {"sign", "first_reply", "report"}


def test_the_new_lead_goes_the_whole_way(county, directive):
    put(county, directive, county.finance)
    for unit in (county.finance, county.roads):
        assignments.sign(county.liaison(unit), county.part(directive, unit))
    assignments.reply(county.finance_liaison, county.part(directive), "资金已下达", 60)
    actions.report(county.finance_liaison, directive, "全部完成")
    actions.send_back(county.colleague, directive, "补佐证")
    actions.report(county.finance_liaison, directive, "佐证已补")
    actions.close(county.colleague, directive)
    assert parts(directive) == {
        "县财政局": ("lead", "done"),
        "县水利局": ("co", "released"),
        "县交通运输局": ("co", "done"),
    }
    assert not owed(directive.matter)
    assert Matter.objects.get(pk=directive.pk).phase == "closed"


def test_a_co_unit_that_takes_the_lead_signs_anew_and_owes_its_part_no_more(county, friday):
    directive = county.directive("running", to=[county.water, county.roads], due=DUE)
    put(county, directive, county.roads)
    assert parts(directive) == {"县交通运输局": ("lead", "pending"), "县水利局": ("co", "released")}
    assert county.part(directive).signed_at is None
    steps = ("sign", "first_reply", "report")
    assert owed(directive.matter) == {f"县交通运输局:{step}" for step in steps}


def test_a_co_unit_that_had_not_signed_has_the_whole_time_to_sign(county, directive, friday):
    dispute(county, directive)
    friday.move_to("2026-11-23T15:00:00+08:00")
    put(county, directive, county.roads, said(directive))
    assert day(due(directive, "sign", county.roads).due_at) == date(2026, 11, 24)
    dropped = Duty.objects.get(matter=directive.pk, step="sign", holder_unit=county.roads, dropped=True)
    assert day(dropped.due_at) == date(2026, 11, 23)


@pytest.mark.parametrize("accepted", [False, True])
def test_what_it_reported_of_its_own_part_is_not_taken_for_the_result(county, friday, accepted):
    directive = county.directive("running", to=[county.water, county.roads], due=DUE)
    assignments.finish(county.roads_liaison, county.part(directive, county.roads), "桥梁已加固")
    if accepted:
        replies.accept(county.officer, Reply.objects.get(kind="final"), "")
    put(county, directive, county.roads)
    assert Reply.objects.get(kind="final").state == "accepted"
    friday.shift(60)
    assignments.sign(county.roads_liaison, county.part(directive))
    actions.report(county.roads_liaison, directive, "全部完成")
    assert owed(directive.matter) == {"officer:review"}


def test_drafts_of_a_co_units_own_part_go_back_and_its_progress_stays(county, friday):
    directive = county.directive("running", to=[county.water, county.school, county.roads], due=DUE)
    part = county.part(directive, county.school)
    assignments.finish(county.school_liaison, part, "校舍已加固")
    put(county, directive, county.school)
    assert Reply.objects.get(kind="final").state == "returned"
    assert "县教育局head:countersign" not in owed(directive.matter)
    other = county.directive("running", to=[county.water, county.school], due=DUE)
    assignments.reply(county.school_liaison, county.part(other, county.school), "正在加固")
    put(county, other, county.school)
    assert "县教育局head:countersign" in owed(other.matter)


def test_what_other_co_units_owe_and_signed_stays(county, friday):
    directive = county.directive("running", to=[county.water, county.roads, county.horse], due=DUE)
    before = due(directive, "part", county.horse)
    signed = county.part(directive, county.horse).signed_at
    put(county, directive, county.finance)
    assert due(directive, "part", county.horse) == before
    part = county.part(directive, county.horse)
    assert (part.state, part.signed_at) == ("working", signed)


def test_what_the_old_lead_had_under_way_ends_with_its_lead(county, friday):
    directive = county.directive("running", to=[county.school, county.roads], due=DUE)
    assignments.ask_extension(county.school_head, county.part(directive), "汛期", "六成", LATER)
    answer = dispute(county, directive, county.school_head)
    assignments.reply(county.school_liaison, county.part(directive), "正在摸底")
    put(county, directive, county.finance, answer)
    why = "已改由县财政局牵头。"
    assert set(Reply.objects.exclude(kind="dispute").values_list("kind", "state", "remark")) == {
        ("extension", "returned", why),
        ("progress", "returned", why),
    }
    assert not [line for line in owed(directive.matter) if "县教育局" in line or "decide" in line]


def test_the_old_lead_still_reads_the_matter_and_does_nothing_on_it(county, directive, enter):
    put(county, directive, county.finance)
    page = enter(county.water_liaison).get(directive.get_absolute_url())
    assert page.status_code == 200
    for words in ("原承办", "不再承办"):
        assert words in page.content.decode()
    part = county.part(directive, county.water)
    for verb in (
        partial(assignments.sign),
        partial(assignments.reply, text="仍在办"),
        partial(assignments.finish, text="办完"),
        partial(assignments.dispute, text="再说一次"),
    ):
        with pytest.raises(Refused, match="当前状态不能"):
            verb(county.water_liaison, part)
    with pytest.raises(Refused, match="由牵头单位报送"):
        actions.report(county.water_liaison, directive, "全部完成")


def test_a_form_of_the_old_lead_opened_before_is_refused_and_keeps_its_words(county, directive, enter):
    answer, browser = dispute(county, directive), enter(county.water_liaison)
    assignments.sign(county.water_liaison, county.part(directive))
    url = f"/assignments/{county.part(directive).pk}/reply/"
    form = form_of(browser.get(url))
    answer.assignment.refresh_from_db()
    put(county, directive, county.finance, answer)
    told = browser.post(url, form | {"text": "已排查十二座"})
    assert told.status_code == 409
    assert "已排查十二座" in told.content.decode()
    assert "改由县财政局牵头" in told.content.decode()


def test_a_long_term_items_next_report_goes_over_with_its_period(county, friday):
    directive = county.directive("running", due=None, recurring=True, cadence="monthly", urgency="longterm")
    before = Duty.objects.get(matter=directive.pk, step="node")
    Duty.objects.filter(pk=before.pk).update(opened_at=timezone.now() + timedelta(days=5))  # not yet begun
    put(county, directive, county.finance)
    node = due(directive, "node", county.finance)
    assert (node.due_at, node.opened_at) == (before.due_at, timezone.now() + timedelta(days=5))
    assert actions.open_nodes() == 0


# --- by what date -----------------------------------------------------------------------------------
def test_a_new_date_moves_the_result_and_its_parts_and_stands_beside_the_original(county, directive):
    put(county, directive, county.finance, until=LATER)
    for step, unit in (("report", county.finance), ("part", county.roads)):
        duty = due(directive, step, unit)
        assert (day(duty.due_at), day(duty.original_due_at)) == (LATER, DUE)
        assert duty.how["sentences"][-1] == "改定牵头单位，时限改至2026-12-25，原时限2026-12-18。"
    assert day(Matter.objects.get(pk=directive.pk).due_at) == LATER
    assert "办理时限改为2026-12-25（原时限2026-12-18）" in directive.matter.entries.first().sentence


@pytest.mark.parametrize(
    "until, told",
    [
        (date(2026, 11, 20), "“新的时限”须在今天之后"),
        (date(2026, 11, 19), "“新的时限”须在今天之后"),
        (DUE + timedelta(days=31), "晚30日以上的，须由分管县领导审批"),
    ],
)
def test_a_new_date_lies_ahead_and_within_the_bureaus_measure(county, directive, until, told):
    with pytest.raises(Barred, match=told):
        put(county, directive, county.finance, until=until)
    assert parts(directive)["县水利局"] == ("lead", "pending")
    assert DECIDE not in owed(directive.matter) or said(directive).state == "sent"


def test_where_no_leader_is_in_charge_the_bureau_gives_any_date(county, directive):
    Portfolio.objects.all().delete()
    put(county, directive, county.finance, until=DUE + timedelta(days=31))
    assert day(due(directive, "report", county.finance).due_at) == DUE + timedelta(days=31)


def test_the_new_lead_is_not_late_from_its_first_minute(county, directive, friday):
    answer = dispute(county, directive)
    friday.move_to("2026-12-19T10:00:00+08:00")
    with pytest.raises(Barred, match="现在的时限2026-12-18已过，请填写“新的时限”"):
        put(county, directive, county.finance, answer)
    put(county, directive, county.finance, answer, until=LATER)
    assert day(due(directive, "report", county.finance).due_at) == LATER


def test_what_has_no_date_is_given_none_by_the_way(county, directive):
    answer = dispute(county, directive)
    Matter.objects.filter(pk=directive.pk).update(due_at=None)
    Duty.objects.filter(matter=directive.pk, step__in=["report", "part"]).delete()
    with pytest.raises(Barred, match="没有办结时限，“新的时限”请不填"):
        put(county, directive, county.finance, answer, until=LATER)
    put(county, directive, county.finance, answer)
    assert "县财政局:report" not in owed(directive.matter)


# --- refused ----------------------------------------------------------------------------------------
def test_the_lead_itself_a_court_and_a_unit_out_of_use_do_not_take_the_lead(county, directive):
    answer = dispute(county, directive)
    Unit.objects.filter(pk=county.horse.pk).update(active=False)
    for unit, told in (
        (county.water, "县水利局就是现在的牵头单位，请另选一家；仍由它牵头的，用“维持原交办”"),
        (county.court, "不是政府督查的对象"),
        (Unit.objects.get(pk=county.horse.pk), "已停用"),
    ):
        with pytest.raises(Barred, match=told):
            put(county, directive, unit, answer)
    assert said(directive).state == "sent"


def test_while_its_report_is_under_review_the_lead_is_not_replaced_but_answered(county, friday):
    directive = county.directive("running", to=[county.water], due=DUE)
    answer = dispute(county, directive)
    actions.report(county.water_liaison, directive, "全部完成")
    with pytest.raises(Refused, match="办结报告正在审核"):
        put(county, directive, county.finance, answer)
    reassigning.uphold(county.director, answer, "已办，不再改")
    assert owed(directive.matter) == {"officer:review"}


def test_a_report_that_came_back_leaves_the_lead_to_be_replaced(county, friday):
    directive = county.directive("running", to=[county.water], due=DUE)
    answer = dispute(county, directive)
    actions.report(county.water_liaison, directive, "全部完成")
    actions.send_back(county.colleague, directive, "未办到位")
    put(county, directive, county.finance, answer)
    assert owed(directive.matter) == {f"县财政局:{step}" for step in ("sign", "first_reply", "report")}


def test_while_the_matter_stands_still_nothing_is_decided(county, directive):
    answer = dispute(county, directive)
    actions.suspend(county.director, directive, "核实")
    with pytest.raises(Refused, match="不在办理中"):
        put(county, directive, county.finance, answer)


@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_stands_whole(county):
    directive = county.directive("dispatched", to=[county.water, county.roads])
    dispute(county, directive)
    outcomes = together(
        partial(reassigning.reassign, county.director, said(directive), county.finance),
        partial(reassigning.uphold, county.deputy, said(directive), "属职责范围"),
        partial(reassigning.reassign, county.deputy, said(directive), county.roads),
    )
    assert [type(one) for one in outcomes if isinstance(one, Exception)] == [NotNow, NotNow]
    assert Assignment.objects.filter(matter=directive.pk, role="lead").count() == 1
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


# --- once each --------------------------------------------------------------------------------------
def test_the_new_lead_may_speak_for_itself_and_who_comes_back_was_heard(county, directive, friday):
    dispute(county, directive)
    friday.move_to("2026-11-25T15:00:00+08:00")
    put(county, directive, county.finance, said(directive))
    friday.move_to("2026-11-26T15:00:00+08:00")
    answer = dispute(county, directive)
    assert answer.assignment.unit == county.finance
    put(county, directive, county.water, answer)
    assert parts(directive)["县水利局"] == ("lead", "pending")
    with pytest.raises(Refused, match="已提出过一次职责异议"):
        dispute(county, directive)


def test_a_co_unit_whose_part_was_reported_may_dispute_the_lead(county, friday):
    directive = county.directive("running", to=[county.water, county.roads], due=DUE)
    assignments.finish(county.roads_liaison, county.part(directive, county.roads), "桥梁已加固")
    friday.shift(60)
    put(county, directive, county.roads)
    assert dispute(county, directive).assignment.unit == county.roads


# --- what others make of it -------------------------------------------------------------------------
def test_nothing_is_urged_of_the_old_lead_any_more(county, directive, friday):
    answer = dispute(county, directive)
    friday.move_to("2026-12-02T10:00:00+08:00")
    late = lines(county.officer, proposed(county.officer, Ladder()), Ladder())
    of_water = [line for line in late if line.duty.assignment.unit == county.water]
    assert {(line.duty.step, line.plea) for line in of_water} == {
        ("sign", "职责异议待裁定"),
        ("first_reply", "职责异议待裁定"),
    }
    urging.issue(county.officer, of_water[0].duty, "slip")
    put(county, directive, county.finance, answer)
    assert {duty.assignment.unit for duty in proposed(county.officer, Ladder())} == {county.roads}
    assert not [line for line in owed(directive.matter) if line.startswith("县水利局")]


def test_ledgers_papers_and_records_name_the_new_lead_alone(county, directive, enter):
    put(county, directive, county.finance)
    again = Directive.objects.get(pk=directive.pk)
    assert again.lead.unit == county.finance
    assert [part.unit for part in again.co] == [county.roads]
    sheet = notice_sheet(again)
    assert sheet.main_to == "桃溪县财政局、桃溪县交通运输局："
    assert "水利局" not in str(sheet.fields)
    assert not parts_of(county.officer, county.water).exists()
    ledger = enter(county.officer).get("/directives/", {"unit": "县水利局"}).content.decode()
    assert directive.matter.number not in ledger
    for words in ({"unit": "县财政局"}, {"q": "县财政局"}):
        assert directive.matter.number in enter(county.officer).get("/directives/", words).content.decode()


def test_an_instruction_says_who_leads_now_and_is_found_by_it(county, friday, enter):
    record = county.instruction("running", to=[county.water, county.roads])
    put(county, record, county.finance)
    again = type(record).objects.get(pk=record.pk)
    assert handled_by(again) == "由县财政局牵头，县交通运输局协办"
    assert again.matter.words.endswith("县财政局")
    for person in (county.officer, county.magistrate, county.finance_liaison):
        found = enter(person).get("/instructions/", {"q": "县财政局"}).content.decode()
        assert again.matter.number in found
    assignments.sign(county.finance_liaison, county.part(again))
    instructing.report(county.finance_liaison, again, "资金已落实。")
    instructing.accept(county.colleague, again)
    instructing.present(again, "督查专报2026年第1期", timezone.now())
    instructing.note(county.magistrate, again, "很好。")  # its words are gathered anew
    again.matter.refresh_from_db()
    assert "县财政局" in again.matter.words
    assert "县财政局" in again.secret_words


def test_a_later_round_asks_the_released_unit_anew(county, friday):
    record = county.instruction("running", to=[county.water])
    put(county, record, county.finance)
    assignments.sign(county.finance_liaison, county.part(record))
    instructing.report(county.finance_liaison, record, "资金已落实。")
    instructing.accept(county.colleague, record)
    instructing.present(record, "督查专报2026年第1期", timezone.now())
    instructing.again(county.magistrate, record, county.word(words="请水利局再查。"))
    instructing.propose(county.officer, record, lead=county.water, summary="再查。")
    instructing.approve(county.director, record)
    assert parts(record) == {"县水利局": ("lead", "pending"), "县财政局": ("co", "done")}
    assert dispute(county, record).state == "sent"


def test_instructions_on_one_paper_are_compared_by_who_leads_now(county, friday):
    first = county.instruction("running", to=[county.water])
    paper = instructing.OnPaper(first.paper.title, first.paper.number)
    second = county.instruction(
        "proposed", to=[county.water], word=county.word(leader_name="常务副县长"), about=paper
    )
    assert differing(second) == []
    put(county, first, county.finance)
    assert differing(second) == [first]


# --- a unit that is merged meanwhile ----------------------------------------------------------------
def test_a_released_unit_that_is_merged_leaves_its_successor_nothing_to_do(county, directive):
    put(county, directive, county.finance)
    merging.merge(county.system, county.water, county.horse, timezone.localdate())
    assert parts(directive)["县水利局"] == ("co", "released")
    assert not [line for line in owed(directive.matter) if line.startswith(("马石镇", "县水利局"))]


def test_a_lead_that_is_merged_into_the_released_unit_goes_on_where_it_stood(county, directive):
    put(county, directive, county.finance)
    merging.merge(county.system, county.finance, county.water, timezone.localdate())
    assert parts(directive)["县水利局"] == ("lead", "pending")
    steps = {line.partition(":")[2] for line in owed(directive.matter) if line.startswith("县水利局")}
    assert steps == {"sign", "first_reply", "report"}


# --- at the door ------------------------------------------------------------------------------------
def test_by_the_page_a_unit_is_named_by_its_initials_and_may_be_one_only(county, directive, enter):
    answer, browser = dispute(county, directive), enter(county.director)
    url = f"/replies/{answer.pk}/reassign/"
    form = form_of(browser.get(url))
    for typed, told in (("", "请填写"), ("县财政局、马石镇", "只能有1家"), ("没有的局", "没有叫")):
        refused = browser.post(url, form | {"lead": typed, "remark": "按职责"})
        assert refused.status_code == 200
        assert told in refused.content.decode()
        assert "按职责" in refused.content.decode()
    refused = browser.post(url, form | {"lead": "县水利局"})
    assert refused.status_code == 409
    done = browser.post(url, form | {"lead": "县财政局", "until": "2026-12-25"}, follow=True)
    assert "改由县财政局牵头" in done.content.decode()
    assert "2026-12-25（原时限2026-12-18）" in done.content.decode()


@pytest.mark.parametrize("name, status", [("water_liaison", 302), ("roads_liaison", 404), ("stranger", 404)])
def test_units_decide_nothing_at_the_door(county, directive, enter, name, status):
    answer = dispute(county, directive)
    assert enter(county.cast[name]).get(f"/replies/{answer.pk}/reassign/").status_code == status
