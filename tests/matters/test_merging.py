"""机构合并: what a unit owed goes on under its successor; nothing is lost, nothing is owed twice."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import chain
from bureau.matters.actions import version
from bureau.matters.merger import foreseen as mergers
from bureau.matters.merger import matter as handover
from bureau.matters.merger import merge as merging
from bureau.matters.models import Assignment, Attachment, Duty, Matter, Reply, Tiding
from bureau.matters.parts import assignments, reassigning, replies
from bureau.matters.policy import Refused
from bureau.notices import watch
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org.models import AdminEntry, Person, Portfolio, Unit
from bureau.urging import actions as urging
from directives import actions
from directives.models import Directive
from instructions import actions as instructing
from tests.county import in_days
from tests.house.papers import picture
from tests.house.scene import keep
from tests.house.test_queries import cost
from tests.matters.owing import owed
from tests.together import together

pytestmark = pytest.mark.django_db
LINE = "县水利局已并入县交通运输局，本事项由县交通运输局接续承办"


def merge(county, old=None, into=None, on=None):
    """Water into roads, today."""
    return merging.merge(county.system, old or county.water, into or county.roads, on or timezone.localdate())


def now(person) -> Person:
    """As somebody who logs in after the merger."""
    return Person.objects.get(pk=person.pk)


def parts(directive) -> dict[str, tuple]:
    rows = directive.matter.assignments.values_list("unit__short", "role", "state")
    return {short: (role, state) for short, role, state in rows}


def duty(directive, step: str) -> Duty:
    return Duty.objects.get(matter=directive.pk, step=step, done_at=None)


def last_line(directive) -> str:
    return directive.matter.entries.first().sentence


def whole() -> bool:
    return not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_what_the_old_unit_owed_is_owed_by_the_other_by_the_same_dates(county):
    directive = county.directive("dispatched", to=[county.water, county.finance])
    before = set(Duty.objects.filter(assignment__role="lead").values_list("pk", "step", "due_at"))
    merge(county)
    after = Duty.objects.filter(holder_unit=county.roads, assignment__unit=county.roads)
    assert set(after.values_list("pk", "step", "due_at")) == before
    assert parts(directive) == {"县交通运输局": ("lead", "pending"), "县财政局": ("co", "pending")}
    assert not Duty.objects.filter(holder_unit=county.water, done_at=None).exists()


def test_one_line_tells_everybody_on_the_matter_and_the_chain_is_whole(county):
    directive = county.directive("running", to=[county.water, county.finance])
    merge(county)
    line = directive.matter.entries.first()
    assert (line.sentence, line.actor, line.actor_words, line.audience) == (LINE, None, "系统", "all")
    assert line.facts == {"old": "县水利局", "new": "县交通运输局", "on": f"{timezone.localdate()}"}
    assert Tiding.objects.filter(entry=line).exists()
    assert whole()


def test_accounts_and_the_leader_in_charge_go_along(county):
    county.directive("running")
    merge(county)
    assert {now(one).unit for one in (county.water_liaison, county.water_head)} == {county.roads}
    assert list(Portfolio.objects.get(leader=county.vice).units.all()) == [county.roads]


def test_the_old_unit_is_out_of_use_and_its_names_are_the_others(county):
    Unit.objects.filter(pk=county.water.pk).update(aliases="水电局")
    merge(county, on=date(2026, 11, 1))
    old, new = Unit.objects.get(pk=county.water.pk), Unit.objects.get(pk=county.roads.pk)
    assert (old.active, old.merged_into, old.merged_on) == (False, new, date(2026, 11, 1))
    assert (new.aliases, new.former) == ("桃溪县水利局、县水利局、水电局", [old.pk])


def test_where_the_names_are_too_many_the_oldest_go(county):
    Unit.objects.filter(pk=county.roads.pk).update(aliases="、".join(f"曾用名{n:03}" for n in range(71)))
    merge(county)
    aliases = Unit.objects.get(pk=county.roads.pk).aliases
    assert len(aliases) <= 500
    assert aliases.endswith("曾用名070、桃溪县水利局、县水利局")
    assert "曾用名000" not in aliases


def test_the_old_name_typed_in_a_form_means_the_successor(county, enter):
    merge(county)
    url = reverse("directives:register", args=[county.source.pk])
    words = {"title": "修复水毁工程", "lead": "县水利局", "urgency": "normal", "due": "2026-12-31"}
    answer = enter(county.officer).post(url, {**words, "secrecy": "normal"})
    assert answer.status_code == 302, answer.context["form"].errors
    assert parts(Directive.objects.get()) == {"县交通运输局": ("lead", "planned")}


def test_a_matter_in_preparation_goes_along_and_is_dispatched_to_the_successor(county):
    directive = county.directive("approved", to=[county.water, county.roads])
    merge(county)
    assert parts(directive) == {"县交通运输局": ("lead", "planned")}
    actions.dispatch(county.officer, Directive.objects.get(pk=directive.pk))
    assert owed(directive.matter) == {
        "县交通运输局:sign",
        "县交通运输局:first_reply",
        "县交通运输局:report",
    }


def test_what_was_registered_at_that_very_moment_is_dispatched_to_the_successor(county):
    directive = county.directive("approved", to=[county.finance])
    merge(county)
    directive.matter.assignments.update(unit=county.water)  # written before the merger, seen after it
    actions.dispatch(county.officer, Directive.objects.get(pk=directive.pk))
    assert parts(directive) == {"县交通运输局": ("lead", "pending")}


def test_an_instruction_is_given_out_to_who_carries_on_for_those_proposed(county):
    record = county.instruction("proposed", to=[county.water, county.roads, county.finance])
    merge(county)
    instructing.approve(county.director, type(record).objects.get(pk=record.pk))
    assert parts(record) == {"县交通运输局": ("lead", "pending"), "县财政局": ("co", "pending")}


def test_a_merged_unit_chosen_by_hand_is_refused_with_its_successors_name(county):
    merge(county)
    with pytest.raises(Barred, match="县水利局已并入县交通运输局，请改选县交通运输局"):
        assignments.check(Unit.objects.get(pk=county.water.pk))


def test_what_has_ended_keeps_the_old_name_and_the_successor_reads_it(county, enter):
    directive = county.directive("closed")
    lines = directive.matter.entries.count()
    merge(county)
    assert parts(directive) == {"县水利局": ("lead", "done")}
    assert directive.matter.entries.count() == lines
    for person in (county.water_liaison, county.roads_liaison, county.vice):
        page = enter(now(person)).get(directive.get_absolute_url())
        assert page.status_code == 200
        assert "已并入县交通运输局" in page.content.decode()
    assert enter(county.finance_liaison).get(directive.get_absolute_url()).status_code == 404


def test_of_a_co_units_old_matter_the_successor_reads_what_the_co_unit_read(county, enter):
    directive = county.directive("running", to=[county.finance, county.water])
    assignments.reply(county.water_liaison, county.part(directive, county.water), "自己的话")
    assignments.reply(county.finance_liaison, county.part(directive), "牵头的话")
    actions.report(county.finance_liaison, directive, "全部完成")
    actions.close(county.colleague, directive)
    merge(county)
    page = enter(now(county.roads_liaison)).get(directive.get_absolute_url()).content.decode()
    assert "自己的话" in page
    assert "牵头的话" not in page


def test_seeing_what_was_another_units_costs_no_query_more(county, enter):
    mine, theirs = county.directive("closed", to=[county.roads]), county.directive("closed")
    browser = enter(county.roads_liaison)
    before = cost(browser, mine.get_absolute_url())
    merge(county)
    assert cost(browser, theirs.get_absolute_url()) == before
    assert cost(browser, mine.get_absolute_url()) == before


def test_a_reopened_matter_is_taken_up_by_the_successor(county):
    directive = county.directive("closed", to=[county.water, county.roads])
    merge(county)
    actions.reopen(county.director, Directive.objects.get(pk=directive.pk), "反弹", in_days(9))
    assert parts(directive) == {"县交通运输局": ("lead", "working"), "县水利局": ("co", "released")}
    assert owed(directive.matter) == {"县交通运输局:report"}
    actions.report(now(county.water_liaison), Directive.objects.get(pk=directive.pk), "又办好了")
    actions.close(county.colleague, Directive.objects.get(pk=directive.pk))
    assert whole()


def test_a_reply_from_yesterdays_unit_counts(county, enter):
    directive = county.directive("running")
    part = county.part(directive)
    form = {"text": "昨天写好的进展", "seen": version(part)}
    merge(county)
    answer = enter(now(county.water_liaison)).post(
        reverse("matters:assignment", args=[part.pk, "reply"]), form
    )
    assert answer.status_code == 302
    assert Reply.objects.get().text == "昨天写好的进展"
    assert "县交通运输局:first_reply" not in owed(directive.matter)


def test_a_report_from_yesterdays_unit_counts(county, enter):
    directive = county.directive("running", to=[county.water, county.roads])
    url, seen = reverse("directives:step", args=[directive.pk, "report"]), version(directive)
    merge(county)
    answer = enter(now(county.water_liaison)).post(url, {"text": "全部办完，成效明显。", "seen": seen})
    assert answer.status_code == 302
    assert Directive.objects.get(pk=directive.pk).state == "reviewing"


def test_where_the_parts_became_one_the_writer_is_told_and_nothing_typed_is_lost(county, enter):
    directive = county.directive("running", to=[county.water, county.roads])
    part = county.part(directive)
    url, form = reverse("matters:assignment", args=[part.pk, "reply"]), {"text": "昨天写好的进展"}
    merge(county)
    browser = enter(now(county.water_liaison))
    told = browser.post(url, {**form, "seen": version(part)})
    page = told.content.decode()
    assert told.status_code == 409
    assert "您单位在本事项的任务与县交通运输局的合为一项，由县交通运输局牵头" in page
    assert "昨天写好的进展" in page
    assert browser.post(url, {**form, "seen": told.context["hidden"]["seen"]}).status_code == 302
    assert Reply.objects.get().assignment == county.part(directive, county.roads)


def test_who_waited_while_their_unit_was_merged_is_asked_to_send_again(county, enter, monkeypatch):
    part = county.part(county.directive("running"))
    url = reverse("matters:assignment", args=[part.pk, "reply"])
    browser = enter(county.water_liaison)
    lock = merging.cover.lock

    def after_the_merger(pk):
        monkeypatch.setattr("bureau.matters.cover.lock", lock)
        merge(county)
        return lock(pk)

    monkeypatch.setattr("bureau.matters.cover.lock", after_the_merger)
    told = browser.post(url, {"text": "刚写好的进展", "seen": version(part)})
    assert told.status_code == 409
    assert "您的单位刚刚与另一单位合并" in told.content.decode()
    assert "刚写好的进展" in told.content.decode()
    assert browser.post(url, {"text": "刚写好的进展", "seen": version(part)}).status_code == 302


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


def test_doing_it_again_does_nothing_more(county):
    running = county.directive("running", to=[county.water, county.roads])
    other = county.directive("running")
    merge(county)
    lines = [one.matter.entries.count() for one in (running, other)]
    merge(county)
    assert [one.matter.entries.count() for one in (running, other)] == lines
    assert Unit.objects.get(pk=county.roads.pk).former == [county.water.pk]
    assert LogEntry.objects.count() == 1


def test_the_log_of_the_administration_says_who_did_it(county):
    county.directive("running")
    merge(county)
    log = LogEntry.objects.get()
    assert (log.user, log.object_repr) == (county.system, "县水利局")
    assert log.change_message.endswith("2个账号、1件未办结事项、2个待办")
    assert AdminEntry.objects.get().sentence == f"县水利局{log.change_message}"


def test_what_would_go_over_is_counted_first(county):
    county.directive("running", to=[county.water, county.roads])
    county.directive("running")
    county.directive("closed")
    found = mergers.foreseen(county.water, county.roads)
    assert (found.people, found.matters, found.duties, found.both) == (2, 2, 4, 1)


@pytest.mark.parametrize("name", ["officer", "director", "security", "audit", "water_head", "magistrate"])
def test_only_the_system_administrator_merges(county, name):
    with pytest.raises(Refused, match="由系统管理员办理"):
        merging.merge(county.cast[name], county.water, county.roads, timezone.localdate())


def out_of_use(county):
    Unit.objects.filter(pk=county.roads.pk).update(active=False)
    return county.water, county.roads, timezone.localdate()


def merged_elsewhere(county):
    merge(county, into=county.finance)
    return county.water, county.roads, timezone.localdate()


def into_a_merged_one(county):
    merge(county, old=county.roads, into=county.finance)
    return county.water, county.roads, timezone.localdate()


REFUSED = {
    "into itself": (lambda c: (c.water, c.water, timezone.localdate()), "不能并入它自己"),
    "into one out of use": (out_of_use, "县交通运输局已停用"),
    "merged already": (merged_elsewhere, "县水利局已于.*并入县财政局，不能再并入"),
    "into a merged one": (into_a_merged_one, "请选县财政局"),
    "the bureau": (lambda c: (c.bureau, c.water, timezone.localdate()), "督查局不能并入"),
    "into the court": (lambda c: (c.water, c.court, timezone.localdate()), "不是督查的对象"),
    "tomorrow": (lambda c: (c.water, c.roads, in_days(1)), "不能晚于今天"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_impossible_merger_is_refused_in_words_and_changes_nothing(county, case):
    county.directive("running")
    asked, words = REFUSED[case]
    old, into, on = asked(county)
    before = list(Assignment.objects.values()), list(Person.objects.values("pk", "unit"))
    with pytest.raises(Barred, match=words):
        merging.merge(county.system, old, into, on)
    assert (list(Assignment.objects.values()), list(Person.objects.values("pk", "unit"))) == before


def test_a_unit_without_matters_may_go_to_one_that_is_not_supervised(county):
    merge(county, into=county.court)
    assert now(county.water_liaison).unit == county.court


@pytest.fixture
def told(county, time_machine):
    """A directive of water and finance, of which everybody has been told; then water is merged into roads."""
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    watch.arm()
    directive = county.directive("running", to=[county.water, county.finance], due=date(2026, 12, 18))
    sweep()
    Notice.objects.update(read_at=timezone.now())
    merge(county)
    sweep()
    return directive


def news(person, directive) -> list[tuple]:
    found = Notice.objects.filter(person=person, matter=directive.pk, read_at=None)
    return sorted((one.news, one.duty.step if one.duty else "") for one in found)


def test_the_successors_people_are_told_of_their_new_duties(county, told):
    assert news(county.roads_liaison, told) == [("entry", ""), ("new", "first_reply"), ("new", "report")]


def test_who_was_told_before_hears_of_the_merger_alone(county, told):
    assert news(county.water_liaison, told) == [("entry", "")]
    assert news(county.finance_liaison, told) == [("entry", "")]


def test_a_paper_to_the_old_unit_is_answered_by_the_successor(county, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    directive = county.directive("running", to=[county.water, county.roads], due=date(2026, 11, 24))
    time_machine.move_to("2026-12-01T10:00:00+08:00", tick=False)
    slip = urging.issue(county.officer, duty(directive, "report"), "slip")
    merge(county)
    urging.answer(now(county.roads_liaison), type(slip).objects.get(pk=slip.pk), "正在赶办")
    assert not Duty.objects.filter(step="answer", done_at=None).exists()


def test_a_sharper_paper_follows_the_one_to_the_old_unit(county, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    directive = county.directive("running", to=[county.water, county.roads], due=date(2026, 11, 24))
    time_machine.move_to("2026-12-01T10:00:00+08:00", tick=False)
    slip = urging.issue(county.officer, duty(directive, "report"), "slip")
    merge(county)
    with pytest.raises(Barred):
        urging.issue(county.officer, duty(directive, "report"), "slip")
    letter = urging.issue(county.officer, duty(directive, "report"), "letter")
    slip.refresh_from_db()
    assert (slip.state, letter.assignment.unit) == ("escalated", county.roads)
    assert duty(directive, "answer").assignment == letter.assignment


def test_what_the_old_unit_attached_is_read_on(county, enter):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    part = county.part(directive, county.water)
    assignments.reply(county.water_liaison, part, "有图", 10, [keep(picture(), "现场.png")])
    merge(county)
    file = Attachment.objects.get()
    assert enter(now(county.roads_liaison)).get(file.get_absolute_url()).status_code == 200


def test_a_merger_of_many_matters_costs_so_many_queries_each(county, django_assert_max_num_queries):
    for _ in range(3):
        county.directive("running", to=[county.finance, county.water])
    with django_assert_max_num_queries(30 + 3 * 12):
        merge(county)


@pytest.mark.django_db(transaction=True)
def test_signing_while_the_units_are_merged_is_one_after_the_other(county):
    directives = [county.directive("dispatched", to=[county.water, county.finance]) for _ in range(3)]
    asked = [county.part(directive) for directive in reversed(directives)]
    signing = [lambda part=part: assignments.sign(county.water_liaison, part) for part in asked]
    outcomes = together(lambda: merge(county), *signing)
    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    for directive in directives:
        assert parts(directive)["县交通运输局"] == ("lead", "working")
        assert "县交通运输局:sign" not in owed(directive.matter)
    assert whole()


def test_where_no_unit_was_merged_nothing_follows(county):
    directive = county.directive("running")
    lines = directive.matter.entries.count()
    handover.follow(directive.matter)
    assert directive.matter.entries.count() == lines
