"""Issuing, answering, escalating, withdrawing, talking, waiving."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.flow import NotNow
from bureau.matters.models import Duty, Entry, Matter, Tiding
from bureau.matters.parts import assignments, reassigning
from bureau.matters.policy import Refused
from bureau.notices.models import Kind
from bureau.org.models import Limit
from bureau.urging import actions
from bureau.urging.models import Urging, Waiver
from directives import actions as directives
from directives.models import Directive
from tests.county import in_days, report
from tests.urging.lateness import DUE, LETTER, RED, SLIP, Late

pytestmark = pytest.mark.django_db


def answers_owed(directive) -> list[Duty]:
    return list(Duty.objects.filter(matter=directive.pk, step="answer", done_at=None))


def lines(directive, step) -> list[Entry]:
    return list(Entry.objects.filter(matter=directive.pk, step=f"urging.{step}"))


def test_an_issued_paper_is_numbered_and_the_unit_owes_an_answer(late):
    late.at(SLIP)
    paper = late.slip(remark="请一并报送佐证材料。")
    assert paper.number == "桃督催〔2026〕1号"
    assert (paper.state, paper.issued_by, paper.due_at) == ("issued", late.county.officer, late.duty.due_at)
    owed = answers_owed(late.directive)[0]
    assert (owed.holder_unit, owed.assignment, owed.told_at) == (late.county.water, late.part, None)
    assert owed.due_at == paper.answer_due_at
    assert f"{timezone.localtime(owed.due_at):%m-%d}" == "11-27"  # two working days


def test_the_line_says_what_is_late_and_by_when_an_answer_is_due(late):
    late.at(SLIP).slip(remark="请一并报送佐证材料。")
    line = lines(late.directive, "issue")[0]
    assert line.sentence == (
        f"{late.county.officer.signature} 向县水利局发出催办单桃督催〔2026〕1号：已逾期1个工作日，尚未报送办结报告。"
        "请于2026年11月27日前书面回复。请一并报送佐证材料。"
    )
    assert (line.audience, line.assignment) == ("unit", late.part)


def test_a_paper_without_a_limit_for_its_answer_names_no_date(late):
    Limit.objects.filter(step="answer").delete()
    paper = late.at(SLIP).slip()
    assert paper.text.endswith(
        "请抓紧办理，并于近日书面回复我局，说明未按时限办理的原因、已经采取的措施和完成的时间。"
    )
    assert "请于近日书面回复。" in f"{lines(late.directive, 'issue')[0].sentence}。"
    assert [duty.due_at for duty in answers_owed(late.directive)] == [None]


def test_each_kind_counts_in_its_own_series(county, friday):
    first, second = Late(county, friday), Late(county, friday)
    first.at(SLIP)
    numbers = [first.slip().number, second.slip().number]
    first.at(LETTER)
    numbers.append(first.letter().number)
    first.at(RED)
    numbers.append(first.red().number)
    assert numbers == ["桃督催〔2026〕1号", "桃督催〔2026〕2号", "桃督函〔2026〕1号", "桃督红〔2026〕1号"]


def test_a_sharper_paper_takes_the_place_of_an_unanswered_one(late):
    slip = late.at(SLIP).slip()
    before = answers_owed(late.directive)[0]
    letter = late.at(LETTER).letter()
    slip.refresh_from_db()
    before.refresh_from_db()
    assert slip.state == "escalated"
    assert before.dropped
    assert [duty.due_at for duty in answers_owed(late.directive)] == [letter.answer_due_at]


def test_an_answered_paper_stays_answered_when_a_sharper_one_follows(late):
    slip = late.at(SLIP).slip()
    actions.answer(late.county.water_liaison, slip, "下周完成")
    late.at(LETTER).letter()
    slip.refresh_from_db()
    assert slip.state == "answered"


def test_the_unit_answers_and_owes_no_answer_any_more(late):
    paper = late.at(SLIP).slip()
    entry = actions.answer(late.county.water_liaison, paper, "汛期误工，下周三完成")
    assert entry.sentence.endswith("回复桃督催〔2026〕1号：汛期误工，下周三完成")
    assert (paper.state, paper.in_time, paper.answered_by) == ("answered", True, late.county.water_liaison)
    assert answers_owed(late.directive) == []
    assert late.duty.done_at is None  # an answer is not the report


def test_a_late_answer_says_so(late):
    paper = late.at(SLIP).slip()
    late.at("2026-11-28T10:00:00+08:00")
    actions.answer(late.county.water_liaison, paper, "下周完成")
    assert paper.in_time is False


def test_time_that_stood_still_is_not_counted_against_the_answer(late):
    paper = late.at(SLIP).slip()
    directives.suspend(late.county.director, late.directive, "等待批复")
    late.at("2026-12-02T10:00:00+08:00")
    directives.resume(late.county.director, late.directive)
    actions.answer(late.county.water_liaison, paper, "批复已到，下周完成")
    assert paper.in_time is True


def test_two_steps_late_leave_one_answer_owed_until_both_are_given(county, friday):
    directive = county.directive("dispatched", due=DUE, urgency="normal")
    friday.move_to("2026-11-24T10:00:00+08:00", tick=False)
    sign = Duty.objects.get(matter=directive.pk, step="sign")
    first = actions.issue(county.officer, sign, Kind.SLIP)
    friday.move_to("2026-12-01T10:00:00+08:00", tick=False)
    owed = Duty.objects.get(matter=directive.pk, step="report")
    second = actions.issue(county.officer, owed, Kind.SLIP)
    assert [duty.due_at for duty in answers_owed(directive)] == [first.answer_due_at]
    actions.answer(county.water_liaison, first, "已签收")
    assert len(answers_owed(directive)) == 1
    actions.answer(county.water_liaison, second, "下周完成")
    assert answers_owed(directive) == []


def test_each_of_two_answers_that_is_taken_back_is_owed_again(county, friday):
    directive = county.directive("dispatched", due=DUE, urgency="normal")
    friday.move_to("2026-11-24T10:00:00+08:00", tick=False)
    first = actions.issue(county.officer, Duty.objects.get(matter=directive.pk, step="sign"), Kind.SLIP)
    friday.move_to("2026-12-01T10:00:00+08:00", tick=False)
    second = actions.issue(county.officer, Duty.objects.get(matter=directive.pk, step="report"), Kind.SLIP)
    actions.answer(county.water_liaison, second, "下周完成")
    friday.move_to("2026-12-01T11:00:00+08:00", tick=False)
    actions.answer(county.water_liaison, first, "已签收")
    actions.take_back_answer(county.water_liaison, second)
    assert [duty.due_at for duty in answers_owed(directive)] == [first.answer_due_at]


def test_an_answer_that_is_taken_back_while_the_matter_stands_still_stands_still_too(late):
    paper, untouched = late.at(SLIP).slip(), late.duty
    actions.answer(late.county.water_liaison, paper, "批复未到")
    directives.suspend(late.county.director, late.directive, "等待批复")
    late.at("2026-11-26T10:00:00+08:00")
    actions.take_back_answer(late.county.water_liaison, paper)
    [owed] = answers_owed(late.directive)
    untouched.refresh_from_db()
    assert owed.stopped_at == untouched.stopped_at
    late.at("2026-12-09T10:00:00+08:00")
    directives.resume(late.county.director, late.directive)
    assert answers_owed(late.directive)[0].due_at > timezone.now()


def test_a_unit_that_was_released_takes_back_no_answer(county, friday):
    directive = county.directive("dispatched", due=in_days(30), urgency="normal")
    part = county.part(directive)
    assignments.dispute(county.water_liaison, part, "应由财政局牵头")
    friday.move_to("2026-11-24T10:00:00+08:00", tick=False)
    paper = actions.issue(county.officer, Duty.objects.get(matter=directive.pk, step="sign"), Kind.SLIP)
    actions.answer(county.water_liaison, paper, "正在等待裁定")
    reassigning.reassign(county.director, part.replies.get(), county.finance)
    paper.assignment.refresh_from_db()
    with pytest.raises(Refused, match="不再承办"):
        actions.take_back_answer(county.water_liaison, paper)
    assert answers_owed(directive) == []


def test_nobody_else_answers(county, friday):
    late = Late(county, friday, to=[county.water, county.roads])
    paper = late.at(SLIP).slip()
    for name in set(county.cast) - {"water_liaison", "water_head"}:
        with pytest.raises(Refused):
            actions.answer(county.cast[name], paper, "代答")


def test_where_the_unit_wants_it_only_its_head_answers(county, friday):
    late = Late(county, friday, to=[county.water])
    county.water.countersigns = True
    county.water.save()
    paper = late.at(SLIP).slip()
    paper.assignment.unit.refresh_from_db()
    with pytest.raises(Refused, match="单位负责人"):
        actions.answer(county.water_liaison, paper, "下周完成")
    actions.answer(county.water_head, paper, "下周完成")
    assert paper.state == "answered"


def test_a_paper_is_answered_once(late):
    paper = late.at(SLIP).slip()
    actions.answer(late.county.water_liaison, paper, "下周完成")
    with pytest.raises(Barred):
        actions.answer(late.county.water_head, paper, "再答一次")


def test_a_second_officer_is_told_who_was_faster(late):
    duty = late.at(SLIP).duty
    late.slip()
    with pytest.raises(NotNow, match="督查员甲已于11-25 10:00发出桃督催〔2026〕1号"):
        actions.issue(late.county.colleague, duty, Kind.SLIP)
    assert Urging.objects.count() == 1


def test_the_database_itself_refuses_a_second_one(late):
    paper = late.at(SLIP).slip()
    with pytest.raises(IntegrityError), transaction.atomic():
        Urging.objects.create(
            **{
                f.attname: getattr(paper, f.attname)
                for f in Urging._meta.fields
                if f.name not in ("id", "number")
            },
            number="桃督催〔2026〕99号",
        )


def test_a_step_done_meanwhile_is_asked_for_by_no_paper(late):
    duty = late.at(SLIP).duty
    report(late.county, late.directive)
    with pytest.raises(NotNow):
        actions.issue(late.county.officer, duty, Kind.SLIP)
    assert Urging.objects.count() == 0


def test_a_milder_paper_than_the_one_reached_may_be_issued_but_no_sharper(late):
    late.at(LETTER)
    assert late.slip().kind == Kind.SLIP
    with pytest.raises(NotNow):
        late.red()


@pytest.mark.parametrize(
    "name", ["water_liaison", "water_head", "magistrate", "vice", "stranger", "security"]
)
def test_only_the_desk_issues_and_waives(late, name):
    late.at(SLIP)
    person = late.county.cast[name]
    with pytest.raises(Refused):
        actions.issue(person, late.duty, Kind.SLIP)
    with pytest.raises(Refused):
        actions.waive(person, late.duty, Kind.SLIP, "不发")


def test_a_red_card_needs_a_leader_of_the_bureau_and_a_talk(late):
    late.at(RED)
    with pytest.raises(Refused, match="局领导"):
        actions.issue(late.county.officer, late.duty, Kind.RED)
    with pytest.raises(Barred, match="约谈时间"):
        actions.issue(late.county.director, late.duty, Kind.RED)
    with pytest.raises(Barred, match="现在之后"):
        late.red(talk_at=timezone.now() - timedelta(hours=1))
    assert late.red().talk_place == "县行政中心3楼会议室"


def test_a_withdrawn_number_stays_and_the_next_one_is_another(late):
    paper = late.at(SLIP).slip()
    entry = actions.withdraw(late.county.director, paper, "责任不在该单位")
    assert entry.sentence.endswith("撤回桃督催〔2026〕1号，文号作废：责任不在该单位")
    assert Tiding.objects.filter(entry=entry).exists()  # owing nothing, the unit hears of it
    assert answers_owed(late.directive) == []
    assert late.slip().number == "桃督催〔2026〕2号"
    assert set(Urging.objects.values_list("number", "state")) == {
        ("桃督催〔2026〕1号", "withdrawn"),
        ("桃督催〔2026〕2号", "issued"),
    }


def test_only_a_leader_of_the_bureau_withdraws(late):
    paper = late.at(SLIP).slip()
    for name in set(late.county.cast) - {"director", "deputy"}:
        with pytest.raises(Refused):
            actions.withdraw(late.county.cast[name], paper, "发错")


def test_the_talk_is_recorded_once_and_by_the_desk(late):
    paper = late.at(RED).red()
    with pytest.raises(Refused):
        actions.record_talk(late.county.water_head, paper, "谈过了")
    actions.record_talk(late.county.officer, paper, "主要负责人到会，承诺一周内完成。")
    assert paper.talk_record == "主要负责人到会，承诺一周内完成。"
    with pytest.raises(Refused, match="不能修改"):
        actions.record_talk(late.county.director, paper, "改写")


def test_only_a_red_card_has_a_talk(late):
    paper = late.at(SLIP).slip()
    with pytest.raises(Refused, match="红牌"):
        actions.record_talk(late.county.officer, paper, "谈过了")


def test_a_waiver_is_kept_with_its_reason_for_the_desk_alone(late):
    late.at(SLIP)
    version = late.part.version
    actions.waive(late.county.officer, late.duty, Kind.SLIP, "已电话说明")
    line = lines(late.directive, "waive")[0]
    assert line.audience == "desk"
    assert line.sentence.endswith("暂不向县水利局发出催办单（已逾期1个工作日，尚未报送办结报告）：已电话说明")
    assert Waiver.objects.get().person == late.county.officer
    assert late.part.version == version  # no form of the unit grows old by it
    with pytest.raises(NotNow):
        actions.waive(late.county.colleague, late.duty, Kind.SLIP, "也不发")


def test_a_closed_matter_asks_for_no_answer(late):
    paper = late.at(SLIP).slip()
    report(late.county, late.directive)
    directives.close(late.county.colleague, late.directive)
    paper = Urging.objects.get(pk=paper.pk)
    assert (paper.state, paper.standing, paper.waits) == ("issued", "事项已了结", False)
    with pytest.raises(Refused):
        actions.answer(late.county.water_liaison, paper, "下周完成")
    directive = Directive.objects.get(pk=late.directive.pk)
    directives.reopen(late.county.director, directive, "反弹", in_days(30))
    paper = Urging.objects.get(pk=paper.pk)
    assert (paper.standing, paper.waits) == ("事项已了结", False)
    assert not Urging.objects.waiting().exists()


def test_an_informal_word_is_no_paper(late):
    entry = assignments.urge(late.county.officer, late.part, "请抓紧")
    assert "口头催办县水利局" in entry.sentence
    assert Urging.objects.count() == 0


def test_the_text_stays_as_it_was_issued(late):
    slip = late.at(SLIP).slip()
    letter = late.at(LETTER).letter()
    text = letter.text
    assert "催办单（桃督催〔2026〕1号，2026年11月25日，未回复）" in text
    assert "已逾期3个工作日" in text
    Matter.objects.filter(pk=late.directive.pk).update(title="改了名")
    actions.withdraw(late.county.director, Urging.objects.get(pk=slip.pk), "发错")
    letter.refresh_from_db()
    assert letter.text == text


def test_an_answer_is_taken_back_and_owed_by_the_same_time(late):
    paper = late.at(SLIP).slip()
    before = paper.owed.due_at
    actions.answer(late.county.water_liaison, paper, "因材料未齐，本周补报。")
    for person in (late.county.water_head, late.county.officer, late.county.stranger):
        with pytest.raises(Refused):
            actions.take_back_answer(person, paper)
    actions.take_back_answer(late.county.water_liaison, paper)
    paper.refresh_from_db()
    assert (paper.state, paper.answer, paper.waits, paper.owed.due_at) == ("issued", "", True, before)
    actions.answer(late.county.water_liaison, paper, "因材料未齐，周五补报。")
    late.at(LETTER).letter()
    with pytest.raises(Refused, match="此后又有文书"):
        actions.take_back_answer(late.county.water_liaison, paper)
