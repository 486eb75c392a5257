"""撤回: what one sent is one's own again until somebody acted on it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.matters.counting.tallies import times_of
from bureau.matters.flow import NotNow
from bureau.matters.merger.merge import merge
from bureau.matters.models import Behalf, Duty, Reply, Tiding
from bureau.matters.parts import assignments, reassigning, replies
from bureau.matters.policy import Refused
from bureau.notices import watch
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org.deputies import acting
from bureau.org.models import Person
from directives import actions as directing
from instructions import actions as instructing
from instructions import flow
from instructions.models import Round
from reports import actions as bulletins
from reports.models import Bulletin
from tests.county import CITY, in_days
from tests.deputies import fresh, secretary
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


def owed(record) -> set[str]:
    return set(Duty.objects.open().filter(matter=record.matter).values_list("step", flat=True))


def last(record) -> str:
    return record.matter.entries.order_by("-seq").first().sentence


def test_who_proposed_a_decision_takes_it_back_and_owes_it_again(county):
    directive = county.directive("proposed")
    directing.take_back(county.officer, directive)
    directive.refresh_from_db()
    assert directive.state == "draft"
    assert owed(directive) == {"amend"}
    assert last(directive).endswith("撤回提请审定")
    directing.propose(county.officer, directive)
    assert owed(directive) == {"approve"}


def test_who_proposed_how_a_word_is_handled_takes_it_back(county):
    record = county.instruction("proposed")
    instructing.take_back(county.officer, record)
    record.refresh_from_db()
    assert record.state == "registered"
    assert owed(record) == {"propose"}
    assert last(record).endswith("撤回拟办意见")


def test_who_put_up_a_bulletin_takes_it_back_to_go_on_writing(county):
    county.directive("running")
    draft = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, draft)
    bulletins.take_back(county.officer, Bulletin.objects.get())
    assert Bulletin.objects.get().state == "draft"
    assert Bulletin.objects.get().entries.first().sentence.endswith("撤回送核稿")


def test_nobody_takes_back_for_another_nor_what_was_acted_on(county):
    directive, record = county.directive("proposed"), county.instruction("proposed")
    draft = bulletins.draft_blank(county.officer)
    Bulletin.objects.update(state="submitted")
    for verb, one in (
        (directing.take_back, directive),
        (instructing.take_back, record),
        (bulletins.take_back, draft),
    ):
        for person in (county.colleague, county.director, county.stranger):
            with pytest.raises(Refused):
                verb(person, one)
    directing.approve(county.director, directive)
    with pytest.raises(Refused, match="当前状态不能“撤回”"):
        directing.take_back(county.officer, directive)


# --- what a unit sent -------------------------------------------------------------------------------
def reply_of(record) -> Reply:
    return Reply.objects.filter(assignment__matter=record.matter).latest("pk")


def dues_of(record) -> dict:
    return dict(Duty.objects.open().filter(matter=record.matter).values_list("step", "due_at"))


@pytest.fixture
def running(county):
    return county.directive("running")


def test_a_unit_takes_back_its_reply_and_owes_the_first_answer_by_the_same_time(county, running):
    before, part = dues_of(running), county.part(running)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    assert "first_reply" not in owed(running)
    replies.take_back(county.water_liaison, reply_of(running))
    assert dues_of(running) == before
    assert last(running).endswith("撤回进展反馈")
    taken = reply_of(running)
    assert (taken.state, taken.sent_at) == ("withdrawn", None)


def test_what_was_taken_back_stands_in_the_form_again(county, enter, running):
    part = county.part(running)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    replies.take_back(county.water_liaison, reply_of(running))
    form = form_of(enter(county.water_liaison).get(reverse("matters:assignment", args=[part.pk, "reply"])))
    assert (form["text"], form["percent"]) == ("已排查十二座", "30")


def test_the_report_is_taken_back_until_it_is_reviewed(county, running):
    before = dues_of(running)
    directing.report(county.water_liaison, running, "已全部完成")
    directing.take_back_report(county.water_liaison, running)
    running.refresh_from_db()
    running.matter.refresh_from_db()
    assert (running.state, running.matter.finished_at) == ("running", None)
    assert dues_of(running) == before
    assert last(running).endswith("撤回办结报告")
    directing.report(county.water_liaison, running, "已全部完成，附验收单")
    directing.close(county.colleague, running)
    with pytest.raises(Refused):
        directing.take_back_report(county.water_liaison, running)


def test_a_report_that_the_head_sent_is_the_heads_to_take_back(county):
    record = county.directive("reviewing", to=[county.school])
    with pytest.raises(Refused, match="由报送人撤回"):
        directing.take_back_report(county.school_liaison, record)
    directing.take_back_report(county.school_head, record)
    assert owed(record) >= {"report"}


def test_a_draft_for_the_head_is_taken_back_by_who_drafted_it(county):
    record = county.directive("running", to=[county.school])
    directing.draft_report(county.school_liaison, record, "已完成")
    replies.take_back(county.school_liaison, reply_of(record))
    assert "countersign" not in owed(record)
    directing.draft_report(county.school_liaison, record, "已全部完成")
    assert "countersign" in owed(record)


def test_a_finished_part_is_taken_back_and_owed_again(county):
    record = county.directive("running", to=[county.water, county.roads])
    part, before = county.part(record, county.roads), dues_of(record)
    assignments.finish(county.roads_liaison, part, "本单位部分已完成")
    replies.take_back(county.roads_liaison, reply_of(record))
    part.refresh_from_db()
    assert part.state == "working"
    assert dues_of(record) == before


def test_who_takes_a_reply_back_is_told_where_its_words_are(county, enter, running):
    assignments.reply(county.water_liaison, county.part(running), "已排查十二座", 30)
    unit, url = (
        enter(county.water_liaison),
        reverse("matters:reply", args=[reply_of(running).pk, "take_back"]),
    )
    told = unit.post(url, form_of(unit.get(url)), follow=True).content.decode()
    assert "写过的内容还在原来的表单里" in told
    form = reverse("matters:assignment", args=[county.part(running).pk, "reply"])
    assert "已排查十二座" in unit.get(form).content.decode()


def test_pleas_are_taken_back_until_somebody_decided_and_may_be_said_anew(county, running):
    part, until = county.part(running), in_days(40)
    assignments.ask_extension(county.water_liaison, part, "汛期停工", "已完成六成", until)
    replies.take_back(county.water_liaison, reply_of(running))
    assert "decide_extension" not in owed(running)
    assignments.ask_extension(county.water_liaison, part, "汛期停工", "已完成七成", until)
    plea = reply_of(running)
    replies.refuse_extension(county.director, plea, "按期完成")
    with pytest.raises(Refused, match="当前状态不能"):
        replies.take_back(county.water_liaison, plea)
    assignments.dispute(county.water_liaison, part, "应由交通运输局牵头")
    replies.take_back(county.water_liaison, reply_of(running))
    assert "decide_dispute" not in owed(running)
    assignments.dispute(county.water_liaison, part, "依据“三定”应由交通运输局牵头")
    assert "decide_dispute" in owed(running)


def test_nobody_else_takes_back_a_reply_nor_one_that_a_later_stands_on(county, enter, running):
    part = county.part(running)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    first = reply_of(running)
    for person in (county.water_head, county.roads_liaison, county.officer, county.director, county.stranger):
        with pytest.raises(Refused):
            replies.take_back(person, first)
    url = reverse("matters:reply", args=[first.pk, "take_back"])
    assert enter(county.stranger).get(url).status_code == 404
    assert "撤回" in enter(county.water_liaison).get(running.get_absolute_url()).content.decode()
    assignments.reply(county.water_liaison, part, "已排查十四座", 40)
    with pytest.raises(Refused, match="此后又有反馈"):
        replies.take_back(county.water_liaison, first)
    replies.accept(county.officer, reply_of(running))
    with pytest.raises(Refused):
        replies.take_back(county.water_liaison, reply_of(running))


def test_what_was_told_before_may_be_taken_back_once_the_later_was(county, enter, running):
    before, part = dues_of(running), county.part(running)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    first = reply_of(running)
    assignments.reply(county.water_liaison, part, "已排查十四座", 40)
    replies.take_back(county.water_liaison, reply_of(running))
    assert "first_reply" not in owed(running)  # the first stands
    url = reverse("matters:reply", args=[first.pk, "take_back"])
    asked = enter(county.water_liaison).get(url).content.decode()
    assert "已排查十二座" in asked  # who is asked sees which one it is
    assert "已排查十四座" not in asked
    replies.take_back(county.water_liaison, Reply.objects.get(pk=first.pk))
    assert dues_of(running) == before


# --- in another's name ------------------------------------------------------------------------------
@pytest.mark.parametrize("by_the_head", [True, False])
def test_what_was_sent_in_a_heads_name_is_taken_back_by_the_head_or_in_that_name(
    county, running, by_the_head
):
    secretary(county, county.water_head, county.roads_liaison)
    hand = acting(fresh(county.roads_liaison), county.water_head, "口头指示：先报")
    assignments.reply(hand, county.part(running), "已排查十二座", 30)
    for other in (fresh(county.roads_liaison), county.water_liaison):
        with pytest.raises(Refused):
            replies.take_back(other, reply_of(running))
    replies.take_back(county.water_head if by_the_head else hand, reply_of(running))
    assert reply_of(running).state == "withdrawn"


def test_a_word_that_a_secretary_entered_is_taken_back_in_the_leaders_name_with_its_line(county):
    secretary(county, county.magistrate, county.stranger)
    hand = acting(fresh(county.stranger), county.magistrate, "电话指示：请水利局办")
    plan = instructing.Plan(county.water)
    record = instructing.instruct(hand, county.word(), instructing.OnPaper("关于内涝的报告"), plan)
    with pytest.raises(Refused):
        instructing.withdraw(fresh(county.stranger), record)
    instructing.withdraw(acting(fresh(county.stranger), county.magistrate, "电话指示：撤回"), record)
    line = record.matter.entries.order_by("-seq").first()
    assert "代录" in line.actor_words
    assert Behalf.objects.filter(entry=line, confirmed_at=None).exists()


def test_a_leader_takes_back_what_was_written_in_their_name(county):
    secretary(county, county.magistrate, county.stranger)
    hand = acting(fresh(county.stranger), county.magistrate, "电话指示：请水利局办")
    plan = instructing.Plan(county.water)
    record = instructing.instruct(hand, county.word(), instructing.OnPaper("关于内涝的报告"), plan)
    instructing.withdraw(county.magistrate, record)
    assert type(record).objects.get(pk=record.pk).state == "void"


def test_two_windows_take_back_once(county, running):
    assignments.reply(county.water_liaison, county.part(running), "已排查十二座", 30)
    one, other = reply_of(running), reply_of(running)
    replies.take_back(county.water_liaison, one)
    with pytest.raises(NotNow):
        replies.take_back(county.water_liaison, other)


def test_who_has_not_read_that_something_waits_for_them_does_not_read_it_any_more(county, running):
    assignments.ask_extension(
        county.water_liaison, county.part(running), "汛期停工", "已完成六成", in_days(40)
    )
    watch.arm()
    sweep(timezone.now() + timedelta(seconds=1))
    told = Notice.objects.visible_to(county.director).filter(duty__step="decide_extension")
    assert told.unread().exists()
    replies.take_back(county.water_liaison, reply_of(running))
    assert not told.all().exists()


# --- what a leader wrote ----------------------------------------------------------------------------
def written(county):
    return instructing.instruct(
        county.magistrate,
        county.word(),
        instructing.OnPaper("关于内涝的报告"),
        instructing.Plan(county.water),
    )


def test_a_leader_takes_back_a_word_until_somebody_acted_on_it(county):
    record = written(county)
    instructing.withdraw(county.magistrate, record)
    record.refresh_from_db()
    assert (record.state, record.matter.number) == ("void", record.matter.number)
    assert owed(record) == set()
    assert "撤回批示，编号作废" in last(record)
    other = written(county)
    instructing.propose(county.officer, other, lead=county.water, summary="拿出方案")
    instructing.take_back(county.officer, other)
    with pytest.raises(Refused, match="此后又有办理"):
        instructing.withdraw(county.magistrate, other)


def test_nobody_takes_back_a_leaders_word_for_the_leader(county, enter):
    record = written(county)
    for person in (county.officer, county.director, county.vice, county.water_liaison, county.stranger):
        with pytest.raises(Refused):
            instructing.withdraw(person, record)
    card = enter(county.magistrate).get(reverse("leading:card", args=[record.pk]))
    assert reverse("instructions:step", args=[record.pk, "withdraw"]) in card.content.decode()


def test_a_circle_is_taken_back_and_the_answer_waits_for_the_leader_again(county):
    record = county.instruction("reported")
    instructing.note(county.magistrate, record, "很好。", positive=True)
    assert record.round.number == 2
    instructing.take_back_note(county.magistrate, record)
    record = type(record).objects.get(pk=record.pk)
    assert (record.state, record.round.number, record.matter.closed_at) == ("reported", 1, None)
    assert owed(record) == {"read"}
    assert Round.objects.filter(instruction=record).count() == 1
    instructing.note(county.magistrate, record, "同意。")
    assert (record.state, record.round.words) == ("closed", "同意。")


def test_units_that_heard_that_it_ended_hear_that_it_goes_on_and_others_of_neither(county):
    for told in (False, True):
        record = county.instruction("reported")
        instructing.note(county.magistrate, record)
        if told:
            Tiding.objects.update(told_at=timezone.now())
        instructing.take_back_note(county.magistrate, record)
        waiting = Tiding.objects.filter(told_at=None, entry__matter=record.matter)
        assert [one.entry.step for one in waiting] == (["instructions.goes_on"] if told else [])


@pytest.mark.parametrize("stage", ["reported", "closed"])
def test_a_further_word_is_taken_back_and_everything_is_as_before(county, stage):
    record = county.instruction(stage)
    before = [getattr(record, name) for name in ("state", "lead_unit", "summary", "due", "proposed_by_id")]
    cover = type(record.matter).objects.values(
        "phase", "stage", "due_at", "finished_at", "closed_at", "leader"
    )
    stood, open_before = cover.get(pk=record.pk), owed(record)
    word = county.word(words="请交通运输局再核。")
    instructing.again(county.magistrate, record, word, instructing.Plan(county.roads))
    assert record.state == "registered"
    instructing.withdraw_again(county.magistrate, record)
    record = type(record).objects.get(pk=record.pk)
    assert [
        getattr(record, name) for name in ("state", "lead_unit", "summary", "due", "proposed_by_id")
    ] == before
    assert cover.get(pk=record.pk) == stood
    assert owed(record) == open_before
    assert "恢复原状" in last(record)
    number = record.round.number
    instructing.again(county.magistrate, record, word)
    assert record.round.number == number + 1


def test_what_was_recorded_of_a_leader_on_paper_is_taken_back_by_who_recorded_it(county):
    record = county.instruction("reported", word=county.word(**CITY))
    instructing.note_for(county.officer, record)
    with pytest.raises(Refused):
        instructing.take_back_note(county.colleague, record)
    instructing.take_back_note(county.officer, record)
    assert owed(record) == {"read"}


# --- what the bureau did ----------------------------------------------------------------------------
def test_what_was_filed_is_taken_up_again(county):
    record = county.instruction("registered", word=county.word(meaning="know"))
    instructing.file(county.officer, record)
    with pytest.raises(Refused):
        instructing.take_back_file(county.colleague, record)
    instructing.take_back_file(county.officer, record)
    assert (record.state, owed(record)) == ("registered", {"propose"})


def test_the_bureaus_own_result_is_taken_back_until_it_is_reviewed(county):
    record = county.instruction("reviewing", to=())
    instructing.take_back_self(county.officer, record)
    assert (record.state, record.result, owed(record)) == ("running", "", {"report"})
    assert flow.SELF_REPORT.initial(record) == {"text": "经现场核查，情况属实，已督促整改到位。"}
    instructing.self_report(county.officer, record, "已核查")
    instructing.accept(county.colleague, record)
    with pytest.raises(Refused):
        instructing.take_back_self(county.officer, record)


def test_who_checked_a_bulletin_takes_that_back_until_it_is_signed(county):
    county.directive("running")
    draft = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, draft)
    bulletins.check(county.colleague, Bulletin.objects.get())
    for person in (county.officer, county.stranger):
        with pytest.raises(Refused):
            bulletins.take_back_check(person, Bulletin.objects.get())
    bulletins.take_back_check(county.colleague, Bulletin.objects.get())
    found = Bulletin.objects.get()
    assert (found.state, found.checked_by) == ("submitted", None)


def test_a_report_that_was_taken_back_was_not_sent_in_the_figures(county, running):
    directing.report(county.water_liaison, running, "已完成")
    directing.take_back_report(county.water_liaison, running)
    directing.report(county.water_liaison, running, "已全部完成")
    directing.send_back(county.officer, running, "无佐证")
    keys = type(running).objects.values("matter")
    counted = [found for _key, found in times_of(keys, timezone.now()) if "sent" in found]
    assert counted == [{"sent": 1, "came_back": 1}]


# --- what happened in between -----------------------------------------------------------------------
def test_a_unit_that_was_released_takes_nothing_back_and_owes_nothing(county, running):
    part = county.part(running)
    assignments.dispute(county.water_liaison, part, "应由财政局牵头")
    dispute = reply_of(running)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    said = reply_of(running)
    reassigning.reassign(county.director, dispute, county.finance)
    with pytest.raises(Refused, match="不再承办"):
        replies.take_back(county.water_liaison, reply_of(running))
    assert reply_of(running) == said
    assert not Duty.objects.open().filter(holder_unit=county.water)


def test_what_is_taken_back_after_a_merger_is_owed_by_the_unit_that_carries_on(county, running):
    assignments.reply(county.water_liaison, county.part(running), "已排查十二座", 30)
    merge(county.system, county.water, county.roads, timezone.localdate())
    replies.take_back(Person.objects.get(pk=county.water_liaison.pk), reply_of(running))
    owed_again = Duty.objects.open().get(matter=running.matter, step="first_reply")
    assert (owed_again.holder_unit, owed_again.told_at) == (county.roads, None)


def test_a_lead_that_went_into_its_co_unit_owes_again_what_it_takes_back(county):
    record = county.directive("running", to=[county.water, county.roads])
    assignments.reply(county.water_liaison, county.part(record), "已排查十二座", 30)
    merge(county.system, county.water, county.roads, timezone.localdate())
    replies.take_back(Person.objects.get(pk=county.water_liaison.pk), reply_of(record))
    owed_again = Duty.objects.open().get(matter=record.matter, step="first_reply")
    assert owed_again.holder_unit == county.roads
    assert owed_again.assignment == county.part(record)


def test_time_that_the_matter_stood_still_is_not_lost_to_who_takes_back(county, friday):
    record, untouched = county.directive("running"), county.directive("running")
    assignments.reply(county.water_liaison, county.part(record), "已排查十二座", 30)
    for one in (record, untouched):
        directing.suspend(county.director, one, "等待批复")
    friday.move_to(timezone.now() + timedelta(days=14), tick=False)
    for one in (record, untouched):
        directing.resume(county.director, one)
    replies.take_back(county.water_liaison, reply_of(record))
    assert dues_of(record) == dues_of(untouched)


def test_who_took_back_a_further_word_leaves_the_ink_before_it_to_be_transcribed(county):
    record = county.instruction("reported")
    instructing.note(county.magistrate, record, origin="ink")
    assert owed(record) == {"transcribe"}
    instructing.again(county.magistrate, record, county.word(words="请再核。"))
    instructing.withdraw_again(county.magistrate, record)
    assert owed(record) == {"transcribe"}


def test_who_left_the_desk_takes_back_no_result_of_the_bureau(county):
    record = county.instruction("reviewing", to=())
    county.officer.postings.all().delete()
    with pytest.raises(Refused):
        instructing.take_back_self(Person.objects.get(pk=county.officer.pk), record)
