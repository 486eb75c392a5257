"""职责异议: said by the lead once and within a day of being asked; the bureau decides, and no clock waits for it."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

import instructions.actions as instructing
from bureau.jobs.barred import Barred
from bureau.matters import chain
from bureau.matters.access.visibility import reads_duty
from bureau.matters.merger import parts as fusing
from bureau.matters.models import Matter, Reply, Tiding
from bureau.matters.parts import assignments, disputes, reassigning, replies
from bureau.matters.policy import Refused
from bureau.org.models import Limit, Person
from bureau.org.posts import Post
from directives import actions
from tests.matters.owing import owed
from tests.together import together

pytestmark = pytest.mark.django_db
DUE, WHY = date(2026, 12, 18), "按“三定”规定农村公路桥梁由县交通运输局管养，建议由其牵头。"
DECIDE = "director:decide_dispute"
SENT = {"text": WHY, "proposed": "县交通运输局"}


@pytest.fixture
def directive(friday, county):
    """Given out on Friday the 20th of November: disputed until Monday's end."""
    return county.directive("dispatched", to=[county.water, county.roads], due=DUE)


def dispute(county, record, person=None, part=None) -> Reply:
    part = part or county.part(record)
    assignments.dispute(person or county.liaison(part.unit), part, WHY)
    return said(record)


def said(record) -> Reply:
    found = Reply.objects.filter(assignment__matter=record.pk, kind="dispute")
    return found.select_related("assignment__unit", "assignment__matter").first()


def dates(record) -> set:
    return set(record.matter.duties.filter(done_at=None).values_list("holder_unit__short", "step", "due_at"))


# --- saying it --------------------------------------------------------------------------------------
@pytest.mark.parametrize("stage", ["dispatched", "running"])
def test_a_dispute_stops_no_clock_and_lets_the_bureaus_leaders_owe_a_decision(county, friday, stage):
    directive = county.directive(stage, to=[county.water, county.roads], due=DUE)
    before = dates(directive)
    answer = dispute(county, directive)
    assert (answer.state, answer.text) == ("sent", WHY)
    decision = directive.matter.duties.get(step="decide_dispute")
    assert f"{timezone.localtime(decision.due_at):%Y-%m-%d}" == "2026-11-23"
    assert dates(directive) == before | {(None, "decide_dispute", decision.due_at)}
    assert county.part(directive).state == ("pending" if stage == "dispatched" else "working")
    assert (
        directive.matter.entries.first().sentence == f"{county.water_liaison.signature} 提出职责异议：{WHY}"
    )


def test_who_has_disputed_still_signs_answers_and_reports(county, directive):
    dispute(county, directive)
    for verb in (
        lambda: assignments.sign(county.water_liaison, county.part(directive)),
        lambda: assignments.reply(county.water_liaison, county.part(directive), "先行处置", 10),
        lambda: actions.report(county.water_liaison, directive, "已全部完成"),
    ):
        verb()
    assert owed(directive.matter) >= {"officer:review", DECIDE}


def test_the_co_unit_reads_neither_the_line_nor_what_is_owed_for_it(county, directive):
    dispute(county, directive)
    for person, reads in ((county.roads_liaison, 0), (county.water_head, 1), (county.magistrate, 1)):
        lines = directive.matter.entries.readable_by(person, directive.matter)
        parts = list(directive.matter.assignments.all())
        duties = [duty for duty in directive.matter.duties.all() if reads_duty(person, duty, parts)]
        assert lines.filter(step="assignment.dispute").count() == reads
        assert [duty.step for duty in duties].count("decide_dispute") == reads


@pytest.mark.parametrize(
    "given, last, gone, ended",
    [
        ("2026-11-20T16:50", "2026-11-23T23:59", "2026-11-24T00:00", "2026年11月23日（周一）23:59"),
        ("2026-11-21T09:00", "2026-11-23T23:59", "2026-11-24T00:00", "2026年11月23日（周一）23:59"),
        ("2026-09-30T16:50", "2026-10-08T23:59", "2026-10-09T00:00", "2026年10月8日（周四）23:59"),
        ("2026-10-09T08:30", "2026-10-10T23:59", "2026-10-11T00:00", "2026年10月10日（周六）23:59"),
    ],
    ids=["over a weekend", "given out on a Saturday", "over the National Day", "into a Saturday of work"],
)
def test_it_is_said_within_a_working_day_of_being_asked(county, friday, given, last, gone, ended):
    friday.move_to(f"{given}:00+08:00")
    in_time, late = (county.directive("dispatched", due=date(2026, 12, 18)) for _ in range(2))
    friday.move_to(f"{last}:00+08:00")
    assert dispute(county, in_time).state == "sent"
    friday.move_to(f"{gone}:00+08:00")
    with pytest.raises(Refused, match=f"职责异议须在{ended}之前提出，现在已过"):
        dispute(county, late)


def test_the_limit_is_the_bureaus_and_explains_itself(county, directive, friday):
    Limit.objects.filter(step="dispute").update(amount=2, unit="workdays")
    window = disputes.window(county.part(directive))
    assert timezone.localdate(window.due_at) == date(2026, 11, 24)
    assert window.how["sentences"][0].startswith("自2026年11月20日（周五）10:00起算，时限 2 个工作日")
    assert window.how["sentences"][1] == "不计入：11月21日至11月22日 周末。"


def test_where_the_table_sets_no_limit_it_may_be_said_until_something_was_reported(county, directive, friday):
    Limit.objects.filter(step="dispute").delete()
    friday.move_to("2026-12-10T10:00:00+08:00")
    assert dispute(county, directive).state == "sent"


def test_the_time_that_the_matter_stood_still_does_not_count(county, directive, friday):
    actions.suspend(county.director, directive, "核实")
    friday.move_to("2026-11-30T10:00:00+08:00")
    with pytest.raises(Refused, match="不在办理中"):
        dispute(county, directive)
    actions.resume(county.director, directive)
    friday.move_to("2026-12-01T23:00:00+08:00")
    sentences = disputes.window(county.part(directive)).how["sentences"]
    assert sentences[-1] == "2026-11-20 10:00至2026-11-30 10:00中止，按停止的 6 个工作日顺延至2026-12-01。"
    assert dispute(county, directive).state == "sent"


def test_a_stop_of_another_time_does_not_count(county, friday):
    record = county.instruction("running", to=[county.water])
    instructing.suspend(county.director, record, "核实")
    friday.move_to("2026-11-23T10:00:00+08:00")
    instructing.resume(county.director, record)
    friday.move_to("2026-11-25T10:00:00+08:00")
    again(county, record, friday)
    assert timezone.localdate(disputes.window(county.part(record)).due_at) == date(2026, 11, 26)


@pytest.mark.parametrize("decided", [False, True])
def test_it_is_said_once(county, directive, decided):
    answer = dispute(county, directive)
    told = "已提出，待督查局裁定，时限照常计算"
    if decided:
        reassigning.uphold(county.director, answer, "属职责范围")
        told = "已提出过一次职责异议，督查局已经裁定，不能再次提出"
    with pytest.raises(Refused, match=told):
        dispute(county, directive)


def test_the_database_itself_counts_to_one(county, directive):
    answer = dispute(county, directive)
    answer.pk = None
    with pytest.raises(IntegrityError, match="one_dispute_each_time"), transaction.atomic():
        answer.save()
    Reply.objects.update(past=True)
    answer.save()


def again(county, record, clock) -> None:
    """A second round, given out to the same lead an hour later."""
    assignments.reply(county.water_liaison, county.part(record), "办了一半")
    instructing.report(county.water_liaison, record, "已办。")
    instructing.accept(county.colleague, record)
    instructing.present(record, "督查专报2026年第1期", timezone.now())
    instructing.again(county.magistrate, record, county.word(words="再查一遍。"))
    instructing.propose(county.officer, record, lead=county.water, summary="再查一遍。")
    clock.shift(3600)
    instructing.approve(county.director, record)


def test_a_new_round_may_be_disputed_again(county, friday):
    record = county.instruction("running", to=[county.water])
    reassigning.uphold(county.director, dispute(county, record), "属职责范围")
    friday.move_to("2026-11-25T10:00:00+08:00")
    again(county, record, friday)
    assert dispute(county, record).past is False
    assert list(Reply.objects.filter(kind="dispute").values_list("past", flat=True)) == [False, True]
    with pytest.raises(Refused, match="已提出，待督查局裁定"):
        dispute(county, record)


def test_who_has_answered_has_taken_the_lead(county, friday):
    directive = county.directive("running", due=DUE)
    friday.shift(60)
    assignments.reply(county.water_liaison, county.part(directive), "已排查十二座", 30)
    with pytest.raises(Refused, match="已经反馈办理情况，即已承担牵头职责"):
        dispute(county, directive)


def test_while_the_report_is_under_review_and_when_it_comes_back_nothing_is_disputed(county, friday):
    directive = county.directive("reviewing", due=DUE)
    with pytest.raises(Refused, match="办结报告正在审核"):
        dispute(county, directive)
    actions.send_back(county.colleague, directive, "缺少佐证")
    with pytest.raises(Refused, match="已经反馈办理情况"):
        dispute(county, directive)


@pytest.mark.parametrize("stage", ["draft", "closed"])
def test_what_does_not_run_is_not_disputed(county, friday, stage):
    directive = county.directive(stage, due=DUE)
    with pytest.raises(Refused):
        dispute(county, directive)


def test_nobody_else_disputes_in_a_units_place(county, directive):
    for name in ("officer", "director", "roads_liaison", "stranger", "magistrate", "system"):
        with pytest.raises(Refused, match="由承办单位办理"):
            dispute(county, directive, county.cast[name])


# --- where the head countersigns --------------------------------------------------------------------
@pytest.fixture
def schools(friday, county):
    return county.directive("dispatched", to=[county.school, county.roads], due=DUE)


def test_a_countersigning_units_dispute_reaches_the_bureau_by_its_head(county, schools):
    answer = dispute(county, schools)
    assert answer.state == "drafted"
    assert owed(schools.matter) >= {"县教育局head:countersign"}
    assert DECIDE not in owed(schools.matter)
    replies.countersign(county.school_head, answer)
    assert DECIDE in owed(schools.matter)
    assert (
        schools.matter.entries.first().sentence == f"{county.school_head.signature} 审签并报送职责异议：{WHY}"
    )


def test_the_head_disputes_without_a_draft(county, schools):
    assert dispute(county, schools, county.school_head).state == "sent"


def test_what_the_head_did_not_let_out_was_not_said(county, schools):
    replies.hand_back(county.school_head, dispute(county, schools), "补充依据")
    assert dispute(county, schools).state == "drafted"
    with pytest.raises(Refused, match="待单位负责人审签"):
        dispute(county, schools, county.school_head)


def test_drafted_in_time_and_sent_too_late_is_too_late(county, schools, friday):
    answer = dispute(county, schools)
    friday.move_to("2026-11-24T09:00:00+08:00")
    with pytest.raises(Barred, match="须在2026年11月23日（周一）23:59之前提出"):
        replies.countersign(county.school_head, answer)
    replies.hand_back(county.school_head, answer, "已过期限")
    assert "县教育局head:countersign" not in owed(schools.matter)


def test_a_draft_is_not_sent_after_the_head_has_answered(county, schools, friday):
    answer = dispute(county, schools)
    assignments.sign(county.school_liaison, county.part(schools))
    friday.shift(60)
    assignments.reply(county.school_head, county.part(schools), "已部署", 5)
    with pytest.raises(Barred, match="已经反馈办理情况"):
        replies.countersign(county.school_head, answer)


# --- upholding --------------------------------------------------------------------------------------
def test_what_is_upheld_stays_as_it_was_and_that_unit_hears_of_it(county, directive):
    before = dates(directive)
    answer = dispute(county, directive)
    reassigning.uphold(county.director, answer, "病险水库由水利部门主管")
    answer.refresh_from_db()
    assert (answer.state, answer.remark) == ("returned", "病险水库由水利部门主管")
    assert dates(directive) == before
    line = directive.matter.entries.first()
    assert line.sentence == (
        f"{county.director.signature} 裁定职责异议：维持原交办，仍由县水利局牵头，时限不变。病险水库由水利部门主管"
    )
    assert Tiding.objects.get(entry=line).entry.assignment == county.part(directive)


@pytest.mark.parametrize("name", ["officer", "magistrate", "vice", "water_head", "roads_liaison", "system"])
def test_only_the_bureaus_leaders_decide(county, directive, name):
    answer = dispute(county, directive)
    for verb in (
        partial(reassigning.uphold, remark="不"),
        partial(reassigning.reassign, lead=county.roads),
    ):
        with pytest.raises(Refused, match="由局领导办理"):
            verb(county.cast[name], answer)


def test_who_wrote_it_does_not_decide_on_it(county, directive):
    answer = dispute(county, directive)
    county.water_liaison.postings.all().delete()
    county.water_liaison.postings.create(post=Post.DIRECTOR)
    Person.objects.filter(pk=county.water_liaison.pk).update(unit=county.bureau)
    now = Person.objects.get(pk=county.water_liaison.pk)
    for verb in (
        partial(reassigning.uphold, remark="不"),
        partial(reassigning.reassign, lead=county.roads),
    ):
        with pytest.raises(Refused, match="填报人以外"):
            verb(now, answer)


def test_a_dispute_is_not_judged_like_a_reply_nor_as_a_plea_for_time(county, directive):
    answer = dispute(county, directive)
    for verb in (replies.accept, replies.send_back):
        with pytest.raises(Refused, match="职责异议另行裁定"):
            verb(county.officer, answer, "看过")
    with pytest.raises(Refused, match="不是延期申请"):
        replies.refuse_extension(county.director, answer, "不")


def test_a_plea_for_time_is_not_decided_as_a_dispute(county, directive):
    assignments.ask_extension(
        county.water_liaison, county.part(directive), "汛期", "六成", date(2026, 12, 25)
    )
    plea = Reply.objects.get(kind="extension")
    with pytest.raises(Refused, match="不是职责异议"):
        reassigning.uphold(county.director, plea, "不")


def test_what_waits_is_settled_when_the_matter_is_closed(county, friday):
    directive = county.directive("running", due=DUE)
    dispute(county, directive)
    actions.report(county.water_liaison, directive, "全部完成")
    actions.close(county.colleague, directive)
    assert (said(directive).state, said(directive).remark) == ("returned", "事项已销号，不再审批。")
    assert not owed(directive.matter)


def test_what_waits_is_settled_when_the_matter_is_voided(county, directive):
    assignments.ask_extension(
        county.water_liaison, county.part(directive), "汛期", "六成", date(2026, 12, 25)
    )
    dispute(county, directive)
    actions.void(county.director, directive, "重复")
    assert set(Reply.objects.values_list("kind", "state", "remark")) == {
        ("dispute", "returned", "事项已作废，不再审批。"),
        ("extension", "returned", "事项已作废，不再审批。"),
    }
    assert not owed(directive.matter)


def test_an_instruction_is_disputed_alike_and_settled_with_its_result(county, friday):
    record = county.instruction("running", to=[county.water, county.roads])
    dispute(county, record)
    assert DECIDE in owed(record.matter)
    instructing.report(county.water_liaison, record, "已办。")
    instructing.accept(county.colleague, record)
    assert said(record).state == "returned"
    assert owed(record.matter) == {"officer:present"}


# --- at once, and after a merger --------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_of_two_disputes_at_once_one_counts_and_a_report_at_the_same_moment_loses_nothing(county):
    first, second = county.directive("running"), county.directive("running")
    outcomes = together(partial(dispute, county, first), partial(dispute, county, first, county.water_head))
    assert [type(one) for one in outcomes if isinstance(one, Exception)] == [Refused]
    together(
        partial(dispute, county, second),
        partial(actions.report, county.water_liaison, type(second).objects.get(pk=second.pk), "全部完成"),
    )
    matter = Matter.objects.get(pk=second.pk)
    assert matter.stage == "待审核"  # it counts whether or not the dispute was a moment earlier
    assert "officer:review" in owed(matter)
    assert (DECIDE in owed(matter)) is (said(second) is not None)
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_what_a_merged_unit_disputed_is_its_successors_to_hear(county, directive):
    dispute(county, directive)
    part, there = county.part(directive), county.part(directive, county.roads)
    fusing.fuse(part, there, timezone.now())
    assert said(directive).assignment == there
    assert DECIDE in owed(directive.matter)


def test_of_two_that_disputed_and_became_one_what_waits_is_decided(county, directive):
    reassigning.reassign(county.director, dispute(county, directive), county.finance)
    waits = dispute(county, directive)
    fusing.fuse(county.part(directive), county.part(directive, county.water), timezone.now())
    assert DECIDE in owed(directive.matter)
    waits.refresh_from_db()
    assert waits.assignment.unit == county.water
    reassigning.reassign(county.director, waits, county.roads)
    assert county.part(directive).unit == county.roads


# --- at the door ------------------------------------------------------------------------------------
def test_the_page_says_until_when_and_that_no_clock_stops(county, directive, enter):
    url = f"/assignments/{county.part(directive).pk}/dispute/"
    page = enter(county.water_liaison).get(url).content.decode()
    for words in (
        "2026-11-23 23:59",
        "不计入：11月21日至11月22日 周末",
        "2026-12-18",
        "不停止计时",
        "只能提出一次",
    ):
        assert words in page
    assert url in enter(county.water_liaison).get(directive.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name, status", [("roads_liaison", 404), ("stranger", 404), ("officer", 302)])
def test_others_at_the_door_find_nothing_or_are_sent_back(county, directive, enter, name, status):
    url = f"/assignments/{county.part(directive).pk}/dispute/"
    assert enter(county.cast[name]).get(url).status_code == status
    assert url not in enter(county.roads_liaison).get(directive.get_absolute_url()).content.decode()


def test_sent_by_the_page_it_stands_there_and_the_director_finds_it_on_the_desk(county, directive, enter):
    browser = enter(county.water_liaison)
    answer = browser.post(f"/assignments/{county.part(directive).pk}/dispute/", SENT, follow=True)
    assert "已办理" in answer.content.decode()
    page = browser.get(directive.get_absolute_url()).content.decode()
    for words in ("退单（职责异议）<span", "待督查局裁定", WHY, "建议改由县交通运输局承办"):
        assert words in page
    director = enter(county.director)
    assert "职责异议裁定" in director.get("/").content.decode()
    page = director.get(directive.get_absolute_url()).content.decode()
    assert "维持原交办" in page
    assert "改由其他单位牵头" in page


def test_without_a_reason_nothing_is_sent(county, directive, enter):
    answer = enter(county.water_liaison).post(
        f"/assignments/{county.part(directive).pk}/dispute/", {"text": " "}
    )
    assert answer.status_code == 200
    assert "text" in answer.context["form"].errors
    assert said(directive) is None


def test_too_late_by_the_page_keeps_what_was_typed(county, directive, enter, friday):
    friday.move_to("2026-11-24T00:00:01+08:00")
    answer = enter(county.water_liaison).post(f"/assignments/{county.part(directive).pk}/dispute/", SENT)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "2026年11月23日（周一）23:59之前提出" in page
    assert WHY in page


def test_the_page_of_deciding_shows_what_was_said(county, directive, enter):
    answer = dispute(county, directive)
    for step in ("uphold", "reassign"):
        page = enter(county.director).get(f"/replies/{answer.pk}/{step}/").content.decode()
        for words in (WHY, "2026-12-18", "2026-11-23 23:59"):
            assert words in page
