"""A reply on its way: countersigned inside the unit, judged by other eyes."""

import pytest

from bureau.jobs.barred import Barred
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from bureau.matters.policy import Refused
from bureau.org.models import Person, Posting
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db


@pytest.fixture
def directive(county):
    return county.directive("running", to=[county.school, county.roads])


@pytest.fixture
def draft(county, directive) -> Reply:
    """教育局's liaison has drafted progress; its head countersigns."""
    assignments.reply(county.school_liaison, county.part(directive), "已排查校舍")
    return Reply.objects.get()


@pytest.fixture
def part_report(county, directive) -> Reply:
    """交通运输局 has reported its part as finished."""
    assignments.finish(county.roads_liaison, county.part(directive, county.roads), "校门道路已修")
    return Reply.objects.get()


def test_a_draft_does_not_count_until_the_head_sends_it(county, directive, draft):
    assert (draft.state, draft.sent_at) == ("drafted", None)
    assert {"县教育局:first_reply", "县教育局head:countersign"} <= owed(directive.matter)
    replies.countersign(county.school_head, draft)
    draft.refresh_from_db()
    assert (draft.state, draft.countersigned_by) == ("sent", county.school_head)
    assert draft.sent_at is not None
    assert owed(directive.matter) == {"县教育局:report", "县交通运输局:part"}


def test_the_head_of_a_countersigning_unit_sends_directly(county, directive):
    assignments.reply(county.school_head, county.part(directive), "已部署")
    assert Reply.objects.get().state == "sent"


def test_a_unit_that_wants_no_countersignature_sends_directly(county, directive, part_report):
    assert part_report.state == "sent"


def test_one_draft_waits_at_a_time(county, directive, draft):
    with pytest.raises(Barred, match="已有一份反馈待负责人审签"):
        assignments.reply(county.school_liaison, county.part(directive), "再报")
    assert Reply.objects.count() == 1


def test_a_draft_handed_back_leaves_the_first_answer_owed(county, directive, draft):
    replies.hand_back(county.school_head, draft, "数字不实")
    assert "县教育局:first_reply" in owed(directive.matter)
    assert "县教育局head:countersign" not in owed(directive.matter)
    assignments.reply(county.school_liaison, county.part(directive), "已核实重报")


@pytest.mark.parametrize("name", ["school_liaison", "water_head", "officer", "director", "magistrate"])
def test_only_the_units_own_head_countersigns(county, draft, name):
    with pytest.raises(Refused, match="单位负责人"):
        replies.countersign(county.cast[name], draft)
    with pytest.raises(Refused, match="单位负责人"):
        replies.hand_back(county.cast[name], draft, "退回")


def test_a_draft_is_not_judged(county, draft):
    with pytest.raises(Refused, match="当前状态不能“审核通过”"):
        replies.accept(county.officer, draft)


def test_a_countersigned_part_moves_only_when_it_is_sent(county):
    directive = county.directive("running", to=[county.water, county.school])
    assignments.finish(county.school_liaison, county.part(directive, county.school), "已完成")
    assert county.part(directive, county.school).state == "working"
    replies.countersign(county.school_head, Reply.objects.get())
    assert county.part(directive, county.school).state == "reported"
    assert "县教育局:part" not in owed(directive.matter)


@pytest.mark.parametrize("name", ["officer", "colleague", "director", "school_liaison", "school_head"])
def test_the_desk_and_the_lead_judge_a_co_units_part(county, part_report, name):
    replies.accept(county.cast[name], part_report, "属实")
    part_report.refresh_from_db()
    assert (part_report.state, part_report.judged_by) == ("accepted", county.cast[name])


@pytest.mark.parametrize("name", ["water_liaison", "stranger", "magistrate", "system"])
def test_others_do_not_judge_it(county, part_report, name):
    with pytest.raises(Refused):
        replies.accept(county.cast[name], part_report)


def test_who_reported_does_not_verify(county, part_report):
    Posting.objects.create(person=county.roads_liaison, post="officer")
    reporter = Person.objects.get(pk=county.roads_liaison.pk)
    with pytest.raises(Refused, match="填报人以外的人"):
        replies.accept(reporter, part_report)


def test_the_lead_does_not_judge_its_own_progress(county, directive):
    assignments.reply(county.school_head, county.part(directive), "已部署")
    county.school_liaison.__dict__.pop("posts", None)
    with pytest.raises(Refused, match="由督查局办理"):
        replies.accept(county.school_liaison, Reply.objects.get())


def test_the_leads_completion_report_is_judged_with_the_matter(county):
    directive = county.directive("reviewing")
    with pytest.raises(Refused, match="办结报告随事项一并审核"):
        replies.accept(county.officer, Reply.objects.get())
    assert directive.state == "reviewing"


def test_progress_sent_back_is_owed_once_more(county, directive):
    part = county.part(directive)
    for text in ("一报", "二报"):
        assignments.reply(county.school_head, part, text)
    for answer in Reply.objects.order_by("id"):
        replies.send_back(county.officer, answer, "没有数字")
    assert part.duties.filter(step="revise").count() == 1
    assignments.reply(county.school_head, part, "三报：38 处")
    assert "县教育局:revise" not in owed(directive.matter)


def test_old_progress_is_not_sent_back_once_the_part_is_reported(county, directive):
    co = county.part(directive, county.roads)
    assignments.reply(county.roads_liaison, co, "开工")
    progress = Reply.objects.get()
    assignments.finish(county.roads_liaison, co, "完工")
    with pytest.raises(Refused, match="已报完成"):
        replies.send_back(county.officer, progress, "补照片")
    replies.accept(county.officer, progress)


def test_a_verdict_is_given_once(county, part_report):
    replies.accept(county.officer, part_report)
    with pytest.raises(Refused, match="当前状态"):
        replies.send_back(county.colleague, part_report, "再看")
