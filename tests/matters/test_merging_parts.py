"""机构合并, part by part: of two that become one nothing is lost, nothing is owed twice."""

import pytest
from django.utils import timezone

from bureau.matters.models import Duty, Matter, Reply
from bureau.matters.parts import assignments, reassigning, replies
from bureau.org.models import Unit
from directives import actions
from directives.models import Directive
from tests.county import in_days
from tests.matters.merged import duty, last_line, merge, now, parts, whole
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
LINE = "县水利局已并入县交通运输局，本事项由县交通运输局接续承办"


def test_a_lead_merged_into_its_co_unit_makes_that_the_lead(county):
    directive = county.directive("running", to=[county.water, county.roads], asked="查清底数")
    merge(county)
    assert parts(directive) == {"县交通运输局": ("lead", "working"), "县水利局": ("co", "released")}
    assert owed(directive.matter) == {"县交通运输局:first_reply", "县交通运输局:report"}
    assert county.part(directive).asked == "查清底数"
    assert last_line(directive) == f"{LINE}，两家的任务合为一项，由县交通运输局牵头"
    assert Duty.objects.get(step="part").dropped


def test_a_co_unit_merged_into_the_lead_owes_nothing_of_its_own_any_more(county):
    directive = county.directive("running", to=[county.roads, county.water])
    merge(county)
    assert parts(directive) == {"县交通运输局": ("lead", "working"), "县水利局": ("co", "released")}
    assert owed(directive.matter) == {"县交通运输局:first_reply", "县交通运输局:report"}
    assert last_line(directive) == f"{LINE}，两家的任务合为一项"


def test_of_two_co_units_that_become_one_the_earlier_date_holds(county):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    soon, later = timezone.now(), timezone.now() + timezone.timedelta(days=9)
    for unit, due_at in ((county.water, soon), (county.roads, later)):
        Duty.objects.filter(holder_unit=unit, step="part").update(due_at=due_at)
    kept = Duty.objects.get(holder_unit=county.water, step="part")
    merge(county)
    found = duty(directive, "part")
    assert (found.pk, found.due_at, found.holder_unit) == (kept.pk, soon, county.roads)
    assert parts(directive)["县交通运输局"] == ("co", "working")


def test_signed_for_by_one_is_signed_for(county):
    directive = county.directive("dispatched", to=[county.water, county.roads])
    assignments.sign(county.water_liaison, county.part(directive))
    merge(county)
    assert parts(directive)["县交通运输局"] == ("lead", "working")
    assert county.part(directive).signed_at
    assert "sign" not in {step.partition(":")[2] for step in owed(directive.matter)}


def test_signed_for_by_neither_is_to_be_signed_once(county):
    directive = county.directive("dispatched", to=[county.water, county.roads])
    merge(county)
    assert parts(directive)["县交通运输局"] == ("lead", "pending")
    assignments.sign(now(county.water_liaison), county.part(directive))
    assert duty(directive, "report").holder_unit == county.roads
    assert not Duty.objects.filter(step="sign", done_at=None).exists()


def test_what_was_answered_stays_the_old_units_and_what_waits_goes_along(county):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    part = county.part(directive, county.water)
    assignments.reply(county.water_liaison, part, "头一次")
    replies.accept(county.officer, Reply.objects.get())
    assignments.reply(county.water_liaison, part, "第二次")
    merge(county)
    assert dict(Reply.objects.values_list("text", "assignment__unit__short")) == {
        "头一次": "县水利局",
        "第二次": "县交通运输局",
    }
    replies.send_back(county.officer, Reply.objects.get(text="第二次"), "写详细些")
    assert duty(directive, "revise").holder_unit == county.roads


def test_a_finished_part_is_part_of_what_the_joint_unit_goes_on_with(county):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    assignments.finish(county.water_liaison, county.part(directive, county.water), "我们的办完了")
    merge(county)
    assert parts(directive)["县交通运输局"] == ("co", "working")
    report = Reply.objects.get()
    assert (report.state, report.judged_by) == ("accepted", None)
    assert "合为一项" in report.remark
    assignments.finish(now(county.water_liaison), county.part(directive, county.roads), "都办完了")
    replies.accept(county.officer, Reply.objects.get(text="都办完了"))
    assert parts(directive)["县交通运输局"] == ("co", "done")


def test_two_finished_parts_are_judged_as_one(county):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    for unit in (county.water, county.roads):
        assignments.finish(county.liaison(unit), county.part(directive, unit), f"{unit.short}办完了")
    merge(county)
    assert parts(directive)["县交通运输局"] == ("co", "reported")
    (waiting,) = Reply.objects.filter(state="sent")
    replies.send_back(county.officer, waiting, "缺材料")
    assert parts(directive)["县交通运输局"] == ("co", "working")
    assert duty(directive, "part").holder_unit == county.roads


def test_a_part_that_waits_for_its_verdict_beside_one_that_has_it_is_judged(county):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    for unit in (county.roads, county.water):
        assignments.finish(county.liaison(unit), county.part(directive, unit), f"{unit.short}办完了")
    replies.accept(county.officer, Reply.objects.get(text="县交通运输局办完了"))
    merge(county)
    assert parts(directive)["县交通运输局"] == ("co", "reported")
    replies.accept(county.officer, Reply.objects.get(state="sent"))
    assert parts(directive)["县交通运输局"] == ("co", "done")


@pytest.mark.parametrize("verdict", ["close", "send_back"])
def test_the_leads_report_under_review_is_judged_as_ever(county, verdict):
    directive = county.directive("running", to=[county.water, county.roads])
    assignments.finish(county.roads_liaison, county.part(directive, county.roads), "协办的办完了")
    actions.report(county.water_liaison, directive, "全部完成")
    merge(county)
    directive = Directive.objects.get(pk=directive.pk)
    if verdict == "close":
        actions.close(county.colleague, directive, "通过")
        assert owed(directive.matter) == set()
    else:
        actions.send_back(county.colleague, directive, "缺材料")
        assert owed(directive.matter) == {"县交通运输局:report"}
        actions.report(now(county.water_liaison), Directive.objects.get(pk=directive.pk), "材料补齐")
        actions.close(county.colleague, Directive.objects.get(pk=directive.pk))
    assert Reply.objects.filter(text="全部完成").get().judged_by == county.colleague
    assert whole()


def test_a_draft_before_the_old_head_waits_for_the_same_head_in_the_new_unit(county):
    directive = county.directive("running", to=[county.school])
    assignments.reply(county.school_liaison, county.part(directive), "待审签的进展")
    merge(county, old=county.school)
    assert "县交通运输局head:countersign" in owed(directive.matter)
    replies.countersign(now(county.school_head), Reply.objects.get())
    assert owed(directive.matter) == {"县交通运输局:report"}


def test_a_co_units_drafted_report_goes_back_to_be_part_of_the_leads(county):
    directive = county.directive("running", to=[county.roads, county.school])
    assignments.finish(county.school_liaison, county.part(directive, county.school), "协办的草稿")
    merge(county, old=county.school)
    assert Reply.objects.get().state == "returned"
    assert owed(directive.matter) == {"县交通运输局:first_reply", "县交通运输局:report"}


@pytest.mark.slow
def test_a_plea_for_time_is_still_decided(county):
    directive = county.directive("running", to=[county.water, county.roads])
    until = in_days(40)
    assignments.ask_extension(county.water_liaison, county.part(directive), "还差两座", "已查十座", until)
    merge(county)
    replies.grant_extension(county.director, Reply.objects.get(), until)
    assert timezone.localdate(duty(directive, "report").due_at) == until
    assert "decide_extension" not in str(owed(directive.matter))


def test_a_dispute_of_the_role_is_still_ruled_on(county):
    directive = county.directive("dispatched", to=[county.water, county.roads])
    assignments.dispute(county.water_liaison, county.part(directive), "应由财政局牵头")
    merge(county)
    reassigning.reassign(county.director, Reply.objects.get(), county.finance)
    assert parts(directive) == {
        "县财政局": ("lead", "pending"),
        "县交通运输局": ("co", "released"),
        "县水利局": ("co", "released"),
    }


def test_who_led_once_and_was_released_comes_back_with_the_lead(county):
    directive = county.directive("dispatched", to=[county.roads])
    assignments.dispute(county.roads_liaison, county.part(directive), "应由水利局牵头")
    reassigning.reassign(county.director, Reply.objects.get(), county.water)
    assignments.dispute(county.water_liaison, county.part(directive), "应由交通运输局牵头")
    merge(county)
    assert parts(directive) == {
        "县交通运输局": ("lead", "pending"),
        "县水利局": ("co", "released"),
    }
    reassigning.uphold(county.director, Reply.objects.get(state="sent"), "两家已合并，仍由你单位牵头")
    assert owed(directive.matter) == {
        "县交通运输局:sign",
        "县交通运输局:first_reply",
        "县交通运输局:report",
    }


def test_who_was_released_before_the_merger_stays_history(county):
    directive = county.directive("dispatched", to=[county.water])
    assignments.dispute(county.water_liaison, county.part(directive), "应由财政局牵头")
    reassigning.reassign(county.director, Reply.objects.get(), county.finance)
    lines = directive.matter.entries.count()
    merge(county)
    assert parts(directive) == {"县财政局": ("lead", "pending"), "县水利局": ("co", "released")}
    assert directive.matter.entries.count() == lines


def test_a_suspended_matter_goes_along_and_stands_still(county):
    directive = county.directive("running", to=[county.water, county.roads])
    actions.suspend(county.director, directive, "待批复")
    merge(county)
    assert duty(directive, "report").stopped_at
    actions.resume(county.director, Directive.objects.get(pk=directive.pk))
    assert duty(directive, "report").holder_unit == county.roads


def test_what_a_unit_was_handed_when_it_was_merged_itself_goes_on_to_the_last(county):
    directive, ended = county.directive("running"), county.directive("closed")
    merge(county)
    merge(county, old=Unit.objects.get(pk=county.roads.pk), into=county.finance)
    assert parts(directive) == {"县财政局": ("lead", "working")}
    assert Unit.objects.get(pk=county.water.pk).successor == county.finance
    assert Matter.objects.visible_to(now(county.finance_liaison)).filter(pk=ended.pk).exists()
