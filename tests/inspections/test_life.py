"""A visit on site from its plan to the answer that a contested conclusion gets."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

import directives.inspections.actions as visiting
from bureau.matters.merger import merge as merging
from bureau.matters.models import Contest, MatterGrant, Service
from bureau.matters.service import contesting, serving
from bureau.org.models import Person
from directives.inspections import states
from directives.inspections.models import Finding, Inspection, Target
from directives.models import Directive
from tests.complaints.playing import barred, lines
from tests.county import WRITTEN, in_days
from tests.matters.owing import owed


def only(county, right: set, verb) -> None:
    """The verb, tried by everybody else first: nobody but `right` is let."""
    for name, person in county.cast.items():
        if name not in right:
            assert barred(verb, person).endswith("。"), name
    verb(county.cast[max(right)])


def target_of(inspection, unit=None) -> Target:
    found = Target.objects.select_related("inspection__matter", "assignment__unit", "service")
    found = found.filter(inspection=inspection.pk)
    return found.get(assignment__unit=unit) if unit else found.get()


def stands(inspection) -> str:
    return Inspection.objects.get(pk=inspection.pk).state


# --- the plan ---------------------------------------------------------------------------------------
def test_the_desk_writes_a_plan_and_nobody_else(county):
    only(
        county,
        {"officer", "colleague", "director", "deputy"},
        lambda who: visiting.register(who, county.plan(approver=county.vice)),
    )


def test_a_plan_is_approved_by_whom_it_names(county):
    record = county.inspection("proposed")
    only(county, {"magistrate"}, lambda who: visiting.approve(who, record))
    record.refresh_from_db()
    assert "查〔" in record.matter.number
    assert owed(record.matter) == {"deputy:visit_targets", "colleague:join_visit"}


def test_who_wrote_a_plan_does_not_approve_it(county):
    plan = county.plan(approver=county.director)
    record = visiting.register(county.director, plan)
    visiting.propose(county.director, record)
    assert "拟定人以外" in barred(visiting.approve, county.director, record)


def test_the_approver_goes_not_with_the_team(county):
    assert "审批人" in barred(visiting.register, county.officer, county.plan(approver=county.deputy))


def test_an_approver_is_a_leader(county):
    told = barred(visiting.register, county.officer, county.plan(approver=county.clerk))
    assert "县领导或者局领导" in told


def test_visits_end_after_they_begin(county):
    told = barred(visiting.register, county.officer, county.plan(ends_on=in_days(-1)))
    assert told == "“结束日期”不能早于“开始日期”。"


def test_what_no_court_suffers_no_plan_says(county):
    assert "不是政府督查的对象" in barred(
        visiting.register, county.officer, county.plan(targets=(county.court,))
    )


def test_a_declined_plan_is_mended_and_put_up_again(county):
    record = county.inspection("proposed")
    visiting.decline(county.magistrate, record, "对象再增加交通局。")
    assert owed(record.matter) == {"officer:amend_plan"}
    record.refresh_from_db()
    visiting.edit(county.officer, record, county.plan(targets=(county.water, county.roads)))
    assert record.targets.count() == 2
    assert lines(record, "inspections.edit") == ["督查局 督查员甲 修改督查方案：督查对象"]


def test_the_same_target_at_the_same_time_asks_for_a_reason(county):
    county.inspection("approved")
    again = visiting.register(
        county.officer, county.plan(title="治水工作检查", content="水库除险。", overlap_reason="")
    )
    told = barred(visiting.propose, county.officer, again)
    assert "停产整治企业落实情况督查" in told
    assert "时间重叠" in told
    again.refresh_from_db()
    plan = county.plan(title="治水工作检查", content="水库除险。", overlap_reason="县长要求同时查。")
    visiting.edit(county.officer, again, plan)
    again.refresh_from_db()
    visiting.propose(county.officer, again)


def test_a_like_theme_within_half_a_year_asks_for_a_reason_too(county):
    county.inspection("approved")
    later = {"begins_on": in_days(90), "ends_on": in_days(91), "overlap_reason": ""}
    again = visiting.register(county.officer, county.plan(**later))
    assert "内容相近" in barred(visiting.propose, county.officer, again)


def test_another_target_or_another_theme_later_repeats_nothing(county):
    county.inspection("approved")
    visiting.propose(
        county.officer,
        visiting.register(county.officer, county.plan(targets=(county.roads,), overlap_reason="")),
    )
    later = {"begins_on": in_days(90), "ends_on": in_days(91), "title": "防汛检查", "content": "水库值守。"}
    later["overlap_reason"] = ""
    visiting.propose(county.officer, visiting.register(county.officer, county.plan(**later)))


# --- unannounced ------------------------------------------------------------------------------------
KNOWING = {"officer", "deputy", "colleague", "magistrate"}


def seeing(county, record) -> set:
    return {
        name
        for name, person in county.cast.items()
        if Inspection.objects.visible_to(person).filter(pk=record.pk).exists()
    }


def test_an_unannounced_visit_is_known_to_the_team_and_the_approver_until_it_is_over(county):
    record = county.inspection("visited", unannounced=True)
    assert seeing(county, record) == KNOWING
    visiting.finish(county.deputy, record)
    assert seeing(county, record) == KNOWING | {"director"}


def test_an_announced_one_is_known_to_the_desk_and_to_no_target(county):
    assert seeing(county, county.inspection("running")) == KNOWING | {"director"}


def test_another_plan_does_not_give_an_unannounced_visit_away(county):
    county.inspection("approved", unannounced=True, members=())
    other = visiting.register(
        county.colleague, county.plan(head=county.director, members=(), overlap_reason="")
    )
    visiting.propose(county.colleague, other)
    assert stands(other) == states.PROPOSED


def test_who_left_the_team_reads_it_no_more(county):
    record = county.inspection("draft", unannounced=True)
    visiting.edit(county.officer, record, county.plan(unannounced=True, members=()))
    assert seeing(county, record) == KNOWING - {"colleague"}
    assert not MatterGrant.objects.filter(content_object=record.matter, user=county.colleague).exists()


def test_no_directive_is_begun_of_an_unannounced_visit_while_it_goes_on(county):
    record = county.inspection("visited", unannounced=True)
    target = target_of(record)
    told = barred(visiting.supervise, county.officer, target, target.findings.get(), "立即停产", county.water)
    assert told == "暗访结束以后再转为督查事项。"


# --- on site ----------------------------------------------------------------------------------------
def test_the_team_writes_down_what_it_sees_and_nobody_else(county):
    record = county.inspection("running")
    words = {"kind": "fact", "words": "大门紧闭。"}
    right = {"officer", "deputy", "colleague"}
    only(county, right, lambda who: visiting.record(who, target_of(record), key=uuid4(), **words))


def test_what_is_sent_twice_counts_once(county):
    record, key = county.inspection("running"), uuid4()
    for _ in range(2):
        visiting.record(county.colleague, target_of(record), key=key, kind="fact", words="大门紧闭。")
    assert Finding.objects.count() == 1
    assert len(lines(record, "target.record")) == 1


def test_nobody_writes_under_the_key_of_another(county):
    record, key = county.inspection("running"), uuid4()
    visiting.record(county.colleague, target_of(record), key=key, kind="fact", words="大门紧闭。")
    told = barred(visiting.record, county.officer, target_of(record), key=key, kind="fact", words="灯亮着。")
    assert "设备编号" in told


def test_two_inspectors_on_one_target_overwrite_nothing(county):
    record = county.inspection("running")
    seen_by_both = target_of(record)
    visiting.record(county.colleague, target_of(record), key=uuid4(), kind="fact", words="大门紧闭。")
    visiting.record(county.officer, seen_by_both, key=uuid4(), kind="problem", words="烟囱冒烟。")
    assert [one.words for one in target_of(record).findings.all()] == ["大门紧闭。", "烟囱冒烟。"]


def test_what_comes_late_from_where_there_was_no_signal_is_not_lost(county):
    record = county.inspection("served")
    at = record.matter.opened_at + timedelta(milliseconds=1)
    visiting.record(
        county.colleague, target_of(record), key=uuid4(), kind="fact", words="补记。", found_at=at
    )
    target = target_of(record)
    assert target.state == states.SERVED
    assert target.findings.get(words="补记。").found_at == at


@pytest.mark.parametrize("hours, told", [(1, "不能晚于现在"), (-24, "不能早于开始督查的时间")])
def test_what_was_seen_was_seen_during_the_visits(county, hours, told):
    record = county.inspection("running")
    at = timezone.now() + timedelta(hours=hours)
    words = {"key": uuid4(), "kind": "fact", "words": "大门紧闭。", "found_at": at}
    assert told in barred(visiting.record, county.colleague, target_of(record), **words)


def test_nothing_is_signed_without_a_picture_of_it(county):
    record = county.inspection("running")
    told = barred(visiting.sign_record, county.colleague, target_of(record), uuid4(), "县水利局副局长", [])
    assert "签字" in told


# --- conclusions ------------------------------------------------------------------------------------
def test_nothing_is_concluded_before_the_visits_are_over(county):
    record = county.inspection("visited")
    assert "实地督查结束以后" in barred(visiting.draft, county.colleague, target_of(record), **WRITTEN)


def test_a_bureau_leader_signs_who_did_not_draft(county):
    record = county.inspection("concluding")
    visiting.draft(county.deputy, target_of(record), **WRITTEN)
    only(county, {"director"}, lambda who: visiting.sign(who, target_of(record)))
    target = target_of(record)
    assert target.state == states.SERVED
    assert "查结〔" in target.service.number


def test_a_target_sees_nothing_before_its_conclusion_and_then_that_alone(county):
    record = county.inspection("drafted", targets=(county.water, county.roads))
    assert "water_liaison" not in seeing(county, record)
    visiting.sign(county.director, target_of(record, county.water))
    assert {"water_liaison", "water_head"} <= seeing(county, record)
    assert "roads_liaison" not in seeing(county, record)
    assert owed(record.matter) >= {"县水利局:receive_paper"}


def test_an_activity_ends_when_every_target_has_its_conclusion_or_a_reason_for_none(county):
    record = county.inspection("concluding", targets=(county.water, county.roads))
    assert "还没有结论" in barred(visiting.close, county.officer, record, "两家都查了。")
    visiting.draft(county.colleague, target_of(record, county.water), **WRITTEN)
    visiting.sign(county.director, target_of(record, county.water))
    visiting.conclude_without(county.officer, target_of(record, county.roads), "职责已划出。")
    record.refresh_from_db()
    visiting.close(county.officer, record, "两家都查了。")
    assert record.matter.closed_at
    assert owed(record.matter) == {"县水利局:receive_paper"}


def test_what_is_not_signed_yet_is_taken_back_by_who_drafted_it(county):
    record = county.inspection("drafted")
    only(county, {"colleague"}, lambda who: visiting.take_back_draft(who, target_of(record)))
    assert target_of(record).facts == WRITTEN["facts"]
    assert owed(record.matter) == {"officer:conclude"}


# --- what follows -----------------------------------------------------------------------------------
def test_a_problem_becomes_a_directive_once(county):
    record = county.inspection("concluding")
    target = target_of(record)
    finding = target.findings.get()
    matter = visiting.supervise(county.officer, target, finding, "责令纸厂停产到位", county.water)
    directive = Directive.objects.get(matter=matter)
    assert directive.passage == finding.words
    assert matter.links_out.get().target_id == record.pk
    told = barred(visiting.supervise, county.officer, target, finding, "再立一件", county.water)
    assert "已经转为督查事项" in told


def test_what_was_put_right_is_verified_on_site_and_the_directive_is_told(county):
    record = county.inspection("concluding")
    target = target_of(record)
    matter = visiting.supervise(county.officer, target, target.findings.get(), "责令停产", county.water)
    visiting.verify(county.colleague, target, target.findings.get(), "rebound", "夜里又开机。")
    line = matter.entries.get(step="inspections.verified")
    assert line.sentence.endswith("现场核查：整改后反弹。夜里又开机。")


def test_what_is_made_of_a_result_is_approved_by_who_approved_the_plan(county):
    record = county.inspection("served")
    use = visiting.propose_use(county.officer, target_of(record), "criticise", "明知故犯。")
    assert "已经提出过" in barred(
        visiting.propose_use, county.deputy, target_of(record), "criticise", "再提。"
    )
    only(county, {"magistrate"}, lambda who: visiting.approve_use(who, use))
    assert "督查局 督查员甲" in lines(record, "target.propose_use")[0]
    use.refresh_from_db()
    visiting.carry_out_use(county.officer, use, "督查通报第8期。")
    assert "magistrate:decide_use" not in owed(record.matter)


# --- contested --------------------------------------------------------------------------------------
def test_the_target_signs_for_it_and_contests_it_once(county):
    county.inspection("served")
    service = Service.objects.get()
    only(county, {"water_liaison", "water_head"}, lambda who: serving.receive(who, service))
    service.refresh_from_db()
    contesting.apply_review(county.water_liaison, service, "没有生产。")
    service = Service.objects.get()
    told = barred(contesting.apply_review, county.water_head, service, "再申请一次。")
    assert told == "已经提出过复核。"


def test_who_took_part_does_not_decide(county):
    """Both bureau leaders did: the county's decide."""
    record = county.inspection("contested")
    contest = Contest.objects.get()
    assert "leader:decide_review" in owed(record.matter)
    decision = ("changed", "当晚确为试机，改为“管理不规范”。")
    only(county, {"magistrate", "vice"}, lambda who: contesting.decide(who, contest, *decision))
    assert target_of(record).state == states.CHANGED
    answer = Service.objects.get(answers=contest)
    assert "查复〔" in answer.number
    assert "县水利局:receive_paper" in owed(record.matter)


def test_a_free_bureau_leader_decides_where_there_is_one(county):
    record = county.inspection("contested", head=county.colleague, members=())
    assert "director:decide_review" in owed(record.matter)
    contesting.decide(county.deputy, Contest.objects.get(), "upheld", "照片清楚。")
    assert target_of(record).state == states.SERVED


def test_a_revoked_conclusion_tells_the_directives_that_arose_from_it(county):
    record = county.inspection("contested")
    target = target_of(record)
    matter = visiting.supervise(county.officer, target, target.findings.get(), "责令停产", county.water)
    contesting.decide(county.magistrate, Contest.objects.get(), "revoked", "查错了地方。")
    assert "经复核撤销" in matter.entries.get(step="inspections.reviewed").sentence


# --- units that are merged --------------------------------------------------------------------------
def test_two_targets_whose_units_are_merged_are_one_with_all_that_was_found(county):
    record = county.inspection("visited", targets=(county.water, county.roads))
    merging.merge(county.system, county.roads, county.water, timezone.localdate())
    target = target_of(record)
    assert target.unit == county.water
    assert target.findings.count() == 2


def test_a_conclusion_goes_on_with_the_unit_that_carries_on(county):
    record = county.inspection("received")
    merging.merge(county.system, county.water, county.roads, timezone.localdate())
    contesting.apply_review(
        Person.objects.get(pk=county.roads_liaison.pk), Service.objects.get(), "没有生产。"
    )
    assert record.targets.get().service.contests.count() == 1


def test_two_drafts_are_owed_one_signature_after_the_other(county):
    record = county.inspection("drafted", targets=(county.water, county.roads))
    assert owed(record.matter) == {"officer:conclude", "director:sign_conclusion"}
    visiting.return_draft(county.director, target_of(record, county.roads), "证据不足。")
    assert "director:sign_conclusion" in owed(record.matter)
    visiting.sign(county.director, target_of(record, county.water))
    assert "director:sign_conclusion" not in owed(record.matter)
