"""A case from the clue to the day after its effect period, with every right of reply."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions, states
from accountability.effects import runs_on
from accountability.models import Avoidance, Case, Interest, Sanction, Subject, Tolerance
from bureau.cadres import keeping
from bureau.matters.models import Contest, Duty, Entry, MatterGrant, Service, Tiding
from bureau.matters.service import contesting, serving
from bureau.org.models import Cadre, Portfolio
from tests.accountability import playing
from tests.accountability.playing import (
    DEPUTY_NAME,
    HEAD_NAME,
    clue,
    held,
    keys,
    play,
    receipt,
    register_people,
    weighing,
)
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
PLEA = "停产通知下达后巡查三次，有记录在案。"


def paper(it, who: str, field: str = "notice") -> Service:
    return Service.objects.get(pk=getattr(it.subject(who), f"{field}_id"))


def enter_plea(it, who: str = "deputy") -> Contest:
    contesting.enter(it.county.inquirer, paper(it, who), "plea", TODAY(), PLEA)
    return Contest.objects.get(service=paper(it, who))


# --- the whole way ------------------------------------------------------------------------------------
def test_a_case_of_three_subjects_goes_from_the_clue_to_the_effect_period(county):
    it = play(county, "executed")
    assert it.record.state == states.EFFECT
    assert [it.subject(who).state for who in ("unit", "deputy", "head")] == [
        states.DONE,
        states.IN_EFFECT,
        states.DONE,
    ]
    assert {one.state for one in Sanction.objects.all()} == {Sanction.State.EXECUTED}


def test_an_effect_period_ends_by_itself_and_its_bearer_is_free_the_day_after_not_before(county):
    it = play(county, "executed")
    subject = it.subject("deputy")
    last = subject.effect_until
    assert runs_on(last, subject.effect_from, last)
    assert not runs_on(last + timedelta(days=1), subject.effect_from, last)
    assert "期满以后解除" in barred(actions.lift, county.director, subject, "已改正。")
    ended = TODAY() - timedelta(days=1)
    Subject.objects.filter(pk=subject.pk).update(effect_from=ended - timedelta(days=180), effect_until=ended)
    actions.lift(county.director, it.subject("deputy"), "组织了三轮复查，改正到位。")
    assert it.subject("deputy").lifted_on == TODAY()
    assert it.record.state == states.CLOSED
    assert not Duty.objects.open().filter(matter=it.record.pk, step="lift_effect").exists()


def test_what_another_organ_decides_is_recommended_and_entered_when_it_comes(county):
    it = play(county, "resolved")
    assert "有权机关决定" in barred(actions.decide, county.director, it.subject("deputy"), "leading")
    assert "督查局决定" in barred(
        actions.recommend, county.director, it.subject("unit"), TODAY() + timedelta(days=9)
    )
    actions.recommend(county.director, it.subject("deputy"), TODAY() + timedelta(days=9))
    sent = it.record.papers.get()
    assert (sent.kind, it.subject("deputy").state) == ("recommendation", states.RECOMMENDED)
    assert it.record.state == states.DECIDING
    actions.enter_none(county.inquirer, it.subject("deputy"), "组织部研究不予诫勉。")
    assert it.subject("deputy").state == states.NOT_HELD
    assert not it.subject("deputy").sanctions.exists()


def test_a_written_check_is_handed_in_in_seven_days_and_judged(county):
    it = play(county, "notifying")
    playing.measure("written_check")
    actions.return_report(county.director, it.record, "方式改为书面检查。")
    actions.find(it.second, it.subject("unit"), "没有组织复查。", "main", keys("written_check"))
    for step in ("reported", "notifying", "notified", "received", "waived", "deliberated"):
        act = playing.STEPS[step] if step != "reported" else reported_again
        act(it)
    actions.resolve(county.inquirer, it.subject("unit"), keys("written_check"))
    actions.decide(county.director, it.subject("unit"), "local")
    sanction = it.sanction("unit", "written_check")
    assert TODAY() + timedelta(days=7) <= sanction.due_on <= TODAY() + timedelta(days=16)
    assert "先登记提交" in barred(actions.execute, county.inquirer, sanction, TODAY(), "已写。")
    actions.hand_in(county.inquirer, sanction, TODAY(), "检查一份，两页。")
    actions.send_back(county.director, it.sanction("unit", "written_check"), "认识不深刻。")
    actions.hand_in(county.inquirer, it.sanction("unit", "written_check"), TODAY(), "检查一份，四页。")
    actions.accept(county.director, it.sanction("unit", "written_check"))
    assert it.subject("unit").state == states.DONE


def reported_again(it) -> None:
    actions.report(it.second, it.record, **playing.REPORTED)


# --- heard, and no heavier for it -----------------------------------------------------------------------
def test_nobody_is_deliberated_on_before_they_were_heard(county):
    it = play(county, "notified")
    assert "还没有签收告知书" in barred(actions.deliberate, county.inquirer, it.record, held(it))
    playing.received(it)
    assert "的申辩期到" in barred(actions.deliberate, county.inquirer, it.record, held(it))
    enter_plea(it)
    for who in ("unit", "head"):
        actions.waive(county.inquirer, it.subject(who), [playing.proof()])
    assert "的申辩还没有答复" in barred(actions.deliberate, county.inquirer, it.record, held(it))
    contesting.decide(county.deputy, Contest.objects.get(), "upheld", "巡查没有覆盖夜间。")
    actions.deliberate(county.inquirer, it.record, held(it))
    assert it.record.state == states.DECIDING


def test_who_lets_the_time_for_a_plea_pass_has_been_heard(county):
    it = play(county, "received")
    long_ago = timezone.now() - timedelta(days=40)
    Service.objects.update(served_at=long_ago, received_at=long_ago)
    actions.deliberate(county.inquirer, it.record, held(it))
    assert it.record.state == states.DECIDING


def test_a_plea_that_is_found_right_ends_it_for_that_subject_alone(county):
    it = play(county, "received")
    contesting.decide(county.deputy, enter_plea(it), "revoked", "巡查记录属实，已经尽责。")
    assert it.subject("deputy").state == states.NOT_HELD
    assert "申辩成立" in it.subject("deputy").outcome
    assert it.subject("unit").state == states.NOTIFIED


def test_whoever_signed_the_notice_does_not_decide_on_the_plea(county):
    it = play(county, "received")
    contest = enter_plea(it)
    told = barred(contesting.decide, county.director, contest, "upheld", "不成立。")
    assert "须回避" in told


@pytest.mark.parametrize(
    "measures, allowed",
    [
        (("reminder",), True),
        (("written_check",), False),
        (("reminder", "criticism"), False),
        (("admonition",), False),
    ],
)
def test_nothing_gets_heavier_after_a_plea(county, measures, allowed):
    it = play(county, "deliberated")
    if allowed:
        actions.resolve(county.inquirer, it.subject("head"), keys(*measures))
        assert it.subject("head").state == states.RESOLVED
    else:
        told = barred(actions.resolve, county.inquirer, it.subject("head"), keys(*measures))
        assert "不得比原来的（谈话提醒）更重" in told


def test_an_appeal_that_changes_a_decision_has_a_lighter_measure_set_and_nothing_is_rewritten(county):
    it = play(county, "executed")
    receipt(it, "deputy", "decision")
    contesting.enter(county.inquirer, paper(it, "deputy", "decision"), "appeal", TODAY(), PLEA)
    contesting.decide(county.deputy, Contest.objects.get(kind="appeal"), "changed", "从轻。")
    assert it.subject("deputy").state == states.CHANGED
    assert it.record.state == states.EXECUTING
    told = barred(actions.set_anew, county.inquirer, it.subject("deputy"), keys("admonition"))
    assert "比原来的轻" in told
    actions.set_anew(county.inquirer, it.subject("deputy"), keys("reminder"))
    kept = {one.measure.key: one.state for one in it.subject("deputy").sanctions.select_related("measure")}
    assert kept == {"admonition": "revoked", "reminder": "in_force"}
    assert it.subject("deputy").effect_until is None
    assert "诫勉谈话" in paper(it, "deputy", "decision").text


def test_an_appeal_that_revokes_a_decision_ends_its_effect(county):
    it = play(county, "executed")
    receipt(it, "deputy", "decision")
    contesting.enter(county.inquirer, paper(it, "deputy", "decision"), "appeal", TODAY(), PLEA)
    contesting.decide(county.deputy, Contest.objects.get(kind="appeal"), "revoked", "程序违法。")
    subject = it.subject("deputy")
    assert (subject.state, subject.effect_until) == (states.REVOKED, None)
    assert {one.state for one in subject.sanctions.all()} == {"revoked"}
    assert it.record.state == states.CLOSED


# --- four eyes and recusal -------------------------------------------------------------------------------
def test_a_case_is_filed_by_the_post_that_the_county_chose_and_by_nobody_who_checked_it(county):
    it = play(county, "filing")
    for who in (county.inquirer, county.director, it.second):
        barred(actions.approve_filing, who, it.record)
    actions.approve_filing(county.magistrate, it.record)
    assert it.record.state == states.INVESTIGATING


def test_two_check_and_two_investigate(county):
    it = play(county, "clue")
    assert "至少选2人" in barred(actions.check, county.inquirer, it.record, [it.second], "查。")
    playing.checking(it)
    playing.checked(it)
    playing.filing(it)
    actions.approve_filing(county.magistrate, it.record)
    assert "至少选2人" in barred(actions.appoint, county.director, it.record, [it.second])


@pytest.mark.parametrize("tie", ["unit", "subject", "charge", "declared", "cadre", "handled", "avoided"])
def test_who_is_bound_to_a_subject_is_not_named_for_the_case(county, tie):
    about = county.directive("running", to=[county.water]) if tie == "handled" else None
    it = play(county, "clue", about=about and about.matter)
    bound = it.second
    if tie == "unit":
        type(bound).objects.filter(pk=bound.pk).update(unit=county.water)
    elif tie == "subject":
        Cadre.objects.filter(pk=it.people["deputy"].cadre_id).update(person=bound)
    elif tie == "charge":
        Portfolio.objects.create(leader=bound, functions=["directives"]).units.add(county.water)
    elif tie == "declared":
        Interest.objects.create(person=bound, unit=county.water, ground="kin")
    elif tie == "cadre":
        Interest.objects.create(person=bound, cadre=it.people["deputy"].cadre, ground="kin")
    elif tie == "handled":
        about.matter.__class__.objects.filter(pk=about.matter.pk).update(officer=bound)
    else:
        actions.avoid(county.director, it.record, bound, "interest")
    fresh = type(bound).objects.get(pk=bound.pk)
    told = barred(actions.check, county.inquirer, it.record, [fresh, it.third], "查。")
    assert "应当回避" in told


def test_who_keeps_out_does_nothing_more_and_reads_it_no_more(county):
    it = play(county, "investigating")
    assert MatterGrant.objects.filter(user=it.second).exists()
    actions.avoid(county.director, it.record, it.second, "kin", "近亲属在该单位任职")
    assert not MatterGrant.objects.filter(user=it.second).exists()
    assert it.second not in it.record.investigators.all()
    assert "一级决定" in barred(actions.avoid, county.director, it.record, county.director, "kin")
    assert Avoidance.objects.count() == 1


def test_who_keeps_out_sits_in_no_meeting(county):
    it = play(county, "waived")
    Avoidance.objects.create(
        case=it.record, person=county.director, ground="kin", decided_by=county.deputy, at=timezone.now()
    )
    told = barred(actions.deliberate, county.inquirer, it.record, held(it))
    assert "应当回避的不参加研究和表决" in told


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"expected": 5}, "没有过半数"),
        ({"ayes": 1}, "之和须等于"),
        ({"ayes": 1, "noes": 1}, "没有超过应到的半数"),
        ({"ayes": 2, "held_on": date(2099, 1, 1)}, "不能晚于今天"),
    ],
)
def test_a_meeting_needs_its_majority(county, changes, why):
    it = play(county, "waived")
    assert why in barred(actions.deliberate, county.inquirer, it.record, held(it, **changes))


# --- once for one fact -----------------------------------------------------------------------------------
def test_a_second_case_on_one_fact_asks_why(county):
    about = county.directive("running", to=[county.water]).matter
    people = register_people(county)
    play(county, "clue", about=about, people=people)
    told = barred(actions.register, county.inquirer, clue(county), about)
    assert "同一事实已有线索或者案件" in told
    assert Case.objects.count() == 1
    actions.register(county.inquirer, clue(county, repeat_reason="另查企业所在镇。"), about)
    assert Case.objects.count() == 2


def test_no_second_disciplinary_punishment_for_the_same_fact(county):
    about = county.directive("running", to=[county.water]).matter
    people = register_people(county)
    first = play(county, "decided", about=about, people=people)
    Sanction.objects.filter(subject=first.subject("deputy")).update(measure=playing.measure("warning"))
    second = play(county, "investigating", about=about, people=people, repeat_reason="另查。")
    find = (second.second, second.subject("deputy"), "没有复查。", "direct")
    assert "不得重复处分" in barred(actions.find, *find, keys("demerit"))
    assert "并用的理由" in barred(actions.find, *find, keys("reminder"))
    actions.find(*find, keys("reminder"), "处分之外另作组织处理。")


# --- 容错 -------------------------------------------------------------------------------------------------
def test_who_meets_every_condition_is_exempted_and_who_misses_one_is_not(county):
    it = play(county, "notified")
    for who in ("deputy", "head"):
        actions.apply_tolerance(county.inquirer, it.subject(who), "先行先试，已经报告。", TODAY())
    one, other = Tolerance.objects.order_by("pk")
    assert "请逐项写明" in barred(actions.weigh, county.director, one, {}, "符合。")
    actions.weigh(county.director, one, weighing(), "全部符合。")
    assert it.subject("deputy").state == states.EXEMPTED
    missing = weighing() | {"corrected": (False, "没有整改。")}
    actions.weigh(county.director, other, missing, "没有及时整改。")
    assert it.subject("head").state == states.NOTIFIED
    assert not Duty.objects.open().filter(step="weigh_tolerance").exists()


# --- who moves, leaves, merges ----------------------------------------------------------------------------
def test_a_subject_who_moves_stays_what_they_were_and_is_served_in_person(county):
    it = play(county, "reported")
    position = it.people["head"]
    keeping.end(county.inquirer, position, TODAY())
    new = keeping.Held(unit=county.roads, title="局长", rank="full", part="head", since=TODAY())
    keeping.appoint(county.inquirer, position.cadre, new)
    playing.notifying(it)
    actions.notify(county.director, it.subject("head"))
    assert str(it.subject("head")) == f"{county.water.short}局长"
    assert paper(it, "head").position == position


def test_who_dies_is_not_pursued_and_the_case_goes_on(county):
    it = play(county, "executed")
    keeping.leave(county.inquirer, it.people["deputy"].cadre, "dead", TODAY())
    actions.end(county.director, it.subject("deputy"), "本人去世，终止办理。")
    assert it.subject("deputy").state == states.ENDED
    assert it.record.state == states.CLOSED
    assert not Duty.objects.open().filter(matter=it.record.pk, step="lift_effect").exists()


# --- secrets ----------------------------------------------------------------------------------------------
NAMES = (HEAD_NAME, DEPUTY_NAME)


def test_no_line_and_no_column_says_a_name(county):
    play(county, "executed")
    texts = [str(value) for row in Case.objects.values_list() for value in row]
    texts += [str(value) for row in Subject.objects.values_list() for value in row]
    texts += list(Entry.objects.values_list("sentence", flat=True))
    texts += [str(value) for row in Service.objects.values_list("name", "number", "text") for value in row]
    assert not [text for text in texts for name in NAMES if name in text]


@pytest.mark.parametrize("field", ["title", "summary", "happened", "materials"])
def test_a_text_that_names_a_cadre_of_the_unit_is_refused(county, field):
    register_people(county)
    told = barred(actions.register, county.inquirer, clue(county, **{field: f"{DEPUTY_NAME}没有复查"}))
    assert "里有干部的姓名" in told


def test_a_subject_reads_what_was_served_on_them_and_nothing_else(county, enter):
    it = play(county, "notified")
    browser = enter(county.water_head)
    own = paper(it, "head")
    page = browser.get(own.get_absolute_url())
    assert page.status_code == 200
    assert it.record.matter.title not in page.content.decode()
    assert browser.get(reverse("matters:service_file", args=[own.pk])).status_code == 200
    assert browser.get(paper(it, "unit").get_absolute_url()).status_code == 200  # as the head of the unit
    assert browser.get(paper(it, "deputy").get_absolute_url()).status_code == 404
    for url in (it.record.get_absolute_url(), it.subject("head").get_absolute_url()):
        assert browser.get(url).status_code == 404


@pytest.mark.parametrize(
    "who", ["water_liaison", "officer", "colleague", "clerk", "vice", "stranger", "system", "audit"]
)
def test_nobody_else_finds_anything_of_a_case(county, enter, who):
    it = play(county, "notified")
    browser = enter(getattr(county, who))
    served = [paper(it, one).get_absolute_url() for one in ("unit", "deputy", "head")]
    for url in (it.record.get_absolute_url(), it.subject("head").get_absolute_url(), *served):
        assert browser.get(url).status_code == 404
    found = browser.get(reverse("desk:search"), {"q": it.record.matter.number})
    assert it.record.matter.title not in found.content.decode()


def test_who_is_named_for_the_case_reads_it_and_the_rest_of_the_desk_does_not(county, enter):
    it = play(county, "investigating")
    outsider = playing.at_the_desk("inquirer-d", "问责专员丁", county)
    assert enter(it.second).get(it.record.get_absolute_url()).status_code == 200
    assert enter(outsider).get(it.record.get_absolute_url()).status_code == 404


def test_a_case_about_a_unit_under_their_charge_is_told_to_that_leader(county, enter):
    charge = Portfolio.objects.create(leader=county.vice, functions=["accountability"])
    charge.units.add(county.water)
    it = play(county, "filing")
    assert enter(county.vice).get(it.record.get_absolute_url()).status_code == 404
    playing.investigating(it)
    assert enter(county.vice).get(it.record.get_absolute_url()).status_code == 200
    assert Tiding.objects.get(person=county.vice).entry.matter_id == it.record.pk


def test_a_person_signs_for_their_paper_and_pleads_by_themselves(county):
    it = play(county, "notified")
    serving.receive(county.water_head, paper(it, "head"))
    contesting.plead(county.water_head, paper(it, "head"), PLEA)
    assert "由受送达人办理" in barred(serving.receive, county.water_liaison, paper(it, "unit"))
    assert PLEA not in str(list(Entry.objects.values_list("sentence", flat=True)))


def test_a_persons_paper_lies_encrypted_and_opens_for_who_may_read_it(county, enter):
    it = play(county, "notified")
    served = paper(it, "deputy")
    assert served.sealed
    assert DEPUTY_NAME not in served.text
    answer = enter(county.director).get(reverse("matters:service_file", args=[served.pk]))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_an_officer_hands_a_clue_over_and_sees_no_more_of_it(county, enter):
    record = county.directive("running", to=[county.water])
    browser = enter(county.officer)
    url = reverse("accountability:new") + f"?about={record.pk}"
    assert url in browser.get(record.get_absolute_url()).content.decode()
    page = browser.get(url)
    form = page.context["form"]
    assert "name" not in form.fields  # no reporter is taken down here
    given = {name: form[name].value() or "" for name in form.fields if name != "files"}
    given["received_on"] = f"{TODAY()}"
    answer = browser.post(url, {**given, **page.context["hidden"]})
    assert answer.url == record.get_absolute_url()
    case = Case.objects.get()
    assert case.matter.officer == county.inquirer
    assert browser.get(case.get_absolute_url()).status_code == 404
    assert enter(county.inquirer).get(case.get_absolute_url()).status_code == 200


# --- on whose desk it waits -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "until, step, holders",
    [
        ("checking", "check_clue", {"inquirer-b", "inquirer-c"}),
        ("checked", "propose_filing", {"inquirer"}),
        ("investigating", "investigate", {"inquirer-b", "inquirer-c"}),
        ("notifying", "notify_subjects", {"director"}),
        ("notified", "deliberate", {"inquirer"}),
        ("deliberated", "decide_case", {"inquirer"}),
        ("resolved", "decide_case", {"director"}),
    ],
)
def test_each_step_waits_on_the_desk_of_who_takes_it(county, until, step, holders):
    owed = Duty.objects.open().filter(matter=play(county, until).record.pk, step=step)
    found = {duty.holder_person.username if duty.holder_person else duty.holder_post for duty in owed}
    assert found == holders
