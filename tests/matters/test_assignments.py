"""The verbs of a unit's part: sign, answer, finish, be urged."""

import pytest

from bureau.jobs.barred import Barred
from bureau.matters.flow import NotNow
from bureau.matters.models import Assignment
from bureau.matters.parts import assignments, replies
from bureau.matters.policy import Refused
from directives import actions
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db


@pytest.fixture
def dispatched(county):
    return county.directive("dispatched", to=[county.water, county.roads])


@pytest.fixture
def running(county):
    return county.directive("running", to=[county.water, county.roads])


def test_a_unit_is_planned_once_and_the_lead_is_no_co_unit(county):
    directive = county.directive("draft", to=[county.water, county.roads, county.roads, county.water])
    parts = directive.matter.assignments.values_list("unit__short", "role", "state")
    assert list(parts) == [("县水利局", "lead", "planned"), ("县交通运输局", "co", "planned")]


def test_signing_says_when_and_settles_the_duty_to_sign(county, dispatched, friday):
    part = county.part(dispatched)
    assignments.sign(county.water_liaison, part)
    part.refresh_from_db()
    assert part.state == "working"
    assert f"{part.signed_at:%Y-%m-%d}" == "2026-11-20"
    assert "县水利局:sign" not in owed(dispatched.matter)
    assert "县交通运输局:sign" in owed(dispatched.matter)


def test_the_head_may_sign_as_well(county, dispatched):
    assignments.sign(county.water_head, county.part(dispatched))
    assert county.part(dispatched).state == "working"


def test_what_was_signed_is_not_signed_again(county, running):
    with pytest.raises(Refused, match="当前状态不能“签收”"):
        assignments.sign(county.water_liaison, county.part(running))


def test_who_signs_from_an_old_page_hears_that_it_was_done(county, dispatched):
    one, other = county.part(dispatched), county.part(dispatched)
    assignments.sign(county.water_liaison, one)
    with pytest.raises(NotNow, match="状态刚刚有了变化"):
        assignments.sign(county.water_head, other)


@pytest.mark.parametrize(
    "name", ["roads_liaison", "stranger", "officer", "director", "magistrate", "vice", "system", "audit"]
)
def test_nobody_signs_or_answers_for_another_unit(county, dispatched, name):
    with pytest.raises(Refused, match="由承办单位办理"):
        assignments.sign(county.cast[name], county.part(dispatched))


def test_what_is_not_signed_cannot_be_answered(county, dispatched):
    with pytest.raises(Refused, match="当前状态不能“反馈进展”"):
        assignments.reply(county.water_liaison, county.part(dispatched), "已部署")


def test_a_first_answer_settles_what_was_owed_and_keeps_the_rest(county, running):
    part = county.part(running)
    assert "县水利局:first_reply" in owed(running.matter)
    assignments.reply(county.water_liaison, part, "已排查 38 座", percent=40)
    answer = part.replies.get()
    assert (answer.state, answer.percent, answer.author) == ("sent", 40, county.water_liaison)
    assert owed(running.matter) == {"县水利局:report", "县交通运输局:part"}
    assert county.part(running).state == "working"


def test_an_impossible_percentage_is_refused_by_the_database_at_the_latest(county, running):
    with pytest.raises(Exception, match="percent_up_to_hundred"):
        assignments.reply(county.water_liaison, county.part(running), "超额", percent=130)


def test_a_co_unit_finishes_its_part_and_the_lead_never_does(county, running):
    co = county.part(running, county.roads)
    assignments.finish(county.roads_liaison, co, "道路已修复")
    assert co.state == "reported"
    assert "县交通运输局:part" not in owed(running.matter)
    with pytest.raises(Refused, match="由牵头单位报送办结报告"):
        assignments.finish(county.water_liaison, county.part(running), "全部完成")


def test_an_accepted_part_is_done_and_answers_no_more(county, running):
    co = county.part(running, county.roads)
    assignments.finish(county.roads_liaison, co, "道路已修复")
    replies.accept(county.water_liaison, co.replies.get())
    assert county.part(running, county.roads).state == "done"
    with pytest.raises(Refused):
        assignments.reply(county.roads_liaison, county.part(running, county.roads), "补充")


def test_a_part_sent_back_is_owed_again_by_the_matters_date(county, running):
    co = county.part(running, county.roads)
    assignments.finish(county.roads_liaison, co, "道路已修复")
    replies.send_back(county.officer, co.replies.get(), "缺验收单")
    assert county.part(running, county.roads).state == "working"
    duty = co.duties.get(step="part", done_at__isnull=True)
    running.matter.refresh_from_db()
    assert duty.due_at == running.matter.due_at


def test_urging_is_told_to_the_unit_and_changes_no_duty(county, running):
    before = owed(running.matter)
    entry = assignments.urge(county.colleague, county.part(running, county.roads), "请于本周内报进展")
    assert entry.sentence == f"{county.colleague.signature} 口头催办县交通运输局：请于本周内报进展"
    assert owed(running.matter) == before


@pytest.mark.parametrize("name", ["water_liaison", "magistrate", "stranger", "security"])
def test_only_the_desk_urges(county, running, name):
    with pytest.raises(Refused, match="由督查局办理"):
        assignments.urge(county.cast[name], county.part(running, county.roads), "快办")


def close(county, directive):
    actions.report(county.water_liaison, directive, "完成")
    actions.close(county.colleague, directive)


def suspend(county, directive):
    actions.suspend(county.director, directive, "政策调整")


def void(county, directive):
    actions.void(county.director, directive, "任务取消")


@pytest.mark.parametrize("ending", [close, suspend, void])
def test_a_matter_that_does_not_run_takes_no_reply_even_from_an_old_page(county, running, ending):
    old_page = county.part(running, county.roads)
    ending(county, running)
    with pytest.raises(Barred):
        assignments.reply(county.roads_liaison, old_page, "进展")
    with pytest.raises(Barred):
        assignments.finish(county.roads_liaison, county.part(running, county.roads), "完成")
    assert not Assignment.objects.get(pk=old_page.pk).replies.exists()


def test_an_unsigned_part_cannot_be_signed_once_the_matter_is_void(county, dispatched):
    old_page = county.part(dispatched)
    void(county, dispatched)
    with pytest.raises(Refused, match="不在办理中"):
        assignments.sign(county.water_liaison, old_page)
