"""退单 of a co-unit: said once, decided within a day while every clock runs; kept, released, or given to another unit."""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.merger import merge as merging
from bureau.matters.models import Reply, Tiding
from bureau.matters.parts import assignments, letting_go, reassigning, replies
from bureau.matters.policy import Refused
from directives import actions
from tests.complaints.playing import barred
from tests.matters.owing import owed
from tests.matters.test_reassigning import parts
from tests.together import one_wins

pytestmark = pytest.mark.django_db
DUE, WHY, DECIDE = date(2026, 12, 18), "农村公路桥梁由乡镇管养。", "director:decide_dispute"


@pytest.fixture
def directive(friday, county):
    """Given out on Friday the 20th of November: handed back until Monday's end."""
    return county.directive("dispatched", to=[county.water, county.roads], due=DUE)


def hand_back(county, record, unit=None, who=None, proposed=None) -> Reply:
    part = county.part(record, unit or county.roads)
    assignments.dispute(who or county.liaison(part.unit), part, WHY, proposed)
    found = Reply.objects.select_related("assignment__unit", "assignment__matter", "proposed")
    return found.filter(assignment=part, kind="dispute").first()


def roads_owes(record) -> set:
    return {one for one in owed(record.matter) if one.startswith("县交通运输局")}


# --- saying it --------------------------------------------------------------------------------------
def test_a_co_unit_hands_its_part_back_and_its_clock_runs_on(county, directive):
    before = owed(directive.matter)
    answer = hand_back(county, directive, proposed=county.horse)
    assert (answer.state, answer.proposed) == ("sent", county.horse)
    assert owed(directive.matter) == before | {DECIDE}
    assert timezone.localdate(directive.matter.duties.get(step="decide_dispute").due_at) == date(2026, 11, 23)
    assert directive.matter.entries.first().sentence == (
        f"{county.roads_liaison.signature} 提出职责异议，建议改由马石镇承办：{WHY}"
    )
    assignments.sign(county.roads_liaison, county.part(directive, county.roads))
    assert roads_owes(directive) == {"县交通运输局:part"}


def test_each_unit_hands_back_once_and_lead_and_co_unit_both_may(county, directive):
    reassigning.uphold(county.director, hand_back(county, directive), "属职责范围")
    assert "已经裁定，不能再次提出" in barred(partial(hand_back, county), directive)
    assert hand_back(county, directive, county.water).state == "sent"


@pytest.mark.parametrize(
    "given, last, gone, decided",
    [
        ("2026-11-20T16:50", "2026-11-23T23:59", "2026-11-24T00:00", date(2026, 11, 24)),
        ("2026-11-19T09:00", "2026-11-20T16:50", "2026-11-21T00:00", date(2026, 11, 23)),
        ("2026-09-29T09:00", "2026-09-30T16:50", "2026-10-01T00:00", date(2026, 10, 8)),
        ("2026-09-30T16:50", "2026-10-08T23:59", "2026-10-09T00:00", date(2026, 10, 9)),
    ],
    ids=["said after a weekend", "decided after one", "decided after the National Day", "said after it"],
)
def test_it_is_said_and_decided_within_a_working_day(county, friday, given, last, gone, decided):
    friday.move_to(f"{given}:00+08:00")
    both = [county.water, county.roads]
    in_time, late = (county.directive("dispatched", to=both, due=date(2026, 12, 18)) for _ in range(2))
    friday.move_to(f"{last}:00+08:00")
    hand_back(county, in_time)
    owed_by = in_time.matter.duties.get(step="decide_dispute").due_at
    assert timezone.localdate(owed_by) == decided
    friday.move_to(f"{gone}:00+08:00")
    assert "职责异议须在" in barred(partial(hand_back, county), late)


def test_who_has_answered_has_taken_its_part(county, friday):
    directive = county.directive("running", to=[county.water, county.roads], due=DUE)
    friday.shift(60)
    assignments.reply(county.roads_liaison, county.part(directive, county.roads), "已排查两座桥")
    assert "即已承担协办职责" in barred(partial(hand_back, county), directive)


def test_a_unit_does_not_propose_itself_nor_one_that_may_not_be_asked(county, directive):
    assert "不能填本单位" in barred(partial(hand_back, county, proposed=county.roads), directive)
    assert "不是政府督查的对象" in barred(partial(hand_back, county, proposed=county.court), directive)


@pytest.mark.parametrize("name", ["water_liaison", "officer", "director", "magistrate", "stranger", "system"])
def test_nobody_hands_back_another_units_part(county, directive, name):
    with pytest.raises(Refused, match="由承办单位办理"):
        hand_back(county, directive, who=county.cast[name])


def test_where_the_head_countersigns_the_head_sends_it_with_the_unit_that_is_proposed(county, friday):
    directive = county.directive("dispatched", to=[county.water, county.school], due=DUE)
    answer = hand_back(county, directive, county.school, county.school_liaison, county.horse)
    assert DECIDE not in owed(directive.matter)
    replies.countersign(county.school_head, answer)
    assert DECIDE in owed(directive.matter)
    line = directive.matter.entries.first().sentence
    assert line == f"{county.school_head.signature} 审签并报送职责异议，建议改由马石镇承办：{WHY}"


def test_taken_back_it_stands_in_the_form_with_the_unit_and_may_be_said_anew(county, directive, enter):
    replies.take_back(county.roads_liaison, hand_back(county, directive, proposed=county.horse))
    assert DECIDE not in owed(directive.matter)
    url = reverse("matters:assignment", args=[county.part(directive, county.roads).pk, "dispute"])
    form = enter(county.roads_liaison).get(url).context["form"]
    assert (form["text"].value(), form["proposed"].value()) == (WHY, "马石镇")
    assert hand_back(county, directive).state == "sent"


# --- deciding ---------------------------------------------------------------------------------------
def test_upheld_the_unit_keeps_its_part_and_hears_of_it(county, directive):
    before = owed(directive.matter)
    reassigning.uphold(county.director, hand_back(county, directive), "桥梁属你单位管养")
    assert owed(directive.matter) == before
    line = directive.matter.entries.first()
    assert "维持原交办，仍由县交通运输局协办，时限不变。桥梁属你单位管养" in line.sentence
    assert Tiding.objects.get(entry=line).entry.assignment == county.part(directive, county.roads)


def test_released_it_owes_nothing_and_the_others_go_on(county, directive):
    letting_go.let_go(county.director, hand_back(county, directive), remark="不再安排")
    assert parts(directive) == {"县水利局": ("lead", "pending"), "县交通运输局": ("co", "released")}
    assert roads_owes(directive) == set()
    assert "县水利局:report" in owed(directive.matter)
    assert "县交通运输局不再协办。不再安排" in directive.matter.entries.first().sentence


def test_another_unit_takes_its_part_over_by_the_date_that_stands(county, directive, friday):
    answer = hand_back(county, directive, proposed=county.horse)
    friday.move_to("2026-11-23T15:00:00+08:00")
    letting_go.let_go(county.director, answer, county.horse)
    assert parts(directive)["马石镇"] == ("co", "pending")
    assert {one for one in owed(directive.matter) if one.startswith("马石镇")} == {
        "马石镇:sign",
        "马石镇:part",
    }
    duties = {duty.step: duty for duty in county.part(directive, county.horse).duties.all()}
    assert timezone.localdate(duties["part"].due_at) == DUE
    assert timezone.localdate(duties["sign"].due_at) == date(2026, 11, 24)
    assert hand_back(county, directive, county.horse).state == "sent"  # who was not heard yet is


def test_who_was_released_may_be_asked_again_and_was_heard(county, directive):
    letting_go.let_go(county.director, hand_back(county, directive), county.horse)
    letting_go.let_go(county.director, hand_back(county, directive, county.horse), county.roads)
    assert parts(directive)["县交通运输局"] == ("co", "pending")
    assert roads_owes(directive) == {"县交通运输局:sign", "县交通运输局:part"}
    assert "不能再次提出" in barred(partial(hand_back, county), directive)


def test_a_unit_that_has_a_part_already_does_not_take_it_over(county, directive):
    answer = hand_back(county, directive)
    for unit, told in (
        (county.roads, "就是退单的单位"),
        (county.water, "已经承办"),
        (county.court, "不是政府督查"),
    ):
        with pytest.raises(Barred, match=told):
            letting_go.let_go(county.director, answer, unit)
    assert DECIDE in owed(directive.matter)


def test_each_kind_is_decided_by_its_own_step(county, directive):
    with pytest.raises(Refused, match="用“同意退单”办理"):
        reassigning.reassign(county.director, hand_back(county, directive), county.finance)
    with pytest.raises(Refused, match="须改由其他单位牵头"):
        letting_go.let_go(county.director, hand_back(county, directive, county.water))


def test_what_was_reported_as_done_is_not_handed_back_any_more(county, directive):
    answer = hand_back(county, directive)
    assignments.sign(county.roads_liaison, county.part(directive, county.roads))
    assignments.finish(county.roads_liaison, county.part(directive, county.roads), "桥已修好")
    answer = Reply.objects.select_related("assignment__unit", "assignment__matter").get(pk=answer.pk)
    with pytest.raises(Refused, match="已经报告完成"):
        letting_go.let_go(county.director, answer)
    reassigning.uphold(county.director, answer, "已经办完")


@pytest.mark.parametrize(
    "name", ["officer", "water_head", "roads_liaison", "magistrate", "system", "stranger"]
)
def test_only_the_bureaus_leaders_let_go(county, directive, name):
    answer = hand_back(county, directive)
    with pytest.raises(Refused, match="由局领导办理"):
        letting_go.let_go(county.cast[name], answer)


def test_an_instruction_and_a_complaint_are_handed_back_alike(county, friday):
    record = county.instruction("dispatched", to=[county.water, county.roads])
    letting_go.let_go(county.director, hand_back(county, record), county.finance)
    assert parts(record)["县财政局"] == ("co", "pending")
    complaint = county.complaint("dispatched", to=[county.water, county.roads])
    friday.shift(60)
    letting_go.let_go(county.director, hand_back(county, complaint), county.finance)
    assert "由督查局指定" in barred(partial(hand_back, county, unit=county.finance), complaint)
    assert hand_back(county, complaint, county.water).state == "sent"  # the lead was not designated by that


def test_a_unit_that_is_visited_has_no_part_to_hand_back(county, enter):
    record = county.inspection("served")
    part = record.matter.assignments.get()
    url = reverse("matters:assignment", args=[part.pk, "dispute"])
    assert url not in enter(county.water_liaison).get(record.get_absolute_url()).content.decode()


# --- merged meanwhile -------------------------------------------------------------------------------
def test_what_a_merged_co_unit_handed_back_is_decided_for_its_successor(county, directive):
    answer = hand_back(county, directive)
    merging.merge(county.system, county.roads, county.horse, timezone.localdate())
    answer = Reply.objects.select_related("assignment__unit", "assignment__matter").get(pk=answer.pk)
    letting_go.let_go(county.director, answer)
    assert parts(directive)["马石镇"] == ("co", "released")


@pytest.mark.parametrize("into", ["roads", "water"])
def test_it_is_no_question_any_more_where_the_unit_leads_after_a_merger(county, directive, into):
    answer = hand_back(county, directive)
    old, there = (county.water, county.roads) if into == "roads" else (county.roads, county.water)
    merging.merge(county.system, old, there, timezone.localdate())
    answer.refresh_from_db()
    assert (answer.state, DECIDE in owed(directive.matter)) == ("returned", False)


def test_of_two_co_units_that_handed_back_and_became_one_one_is_heard(county, friday):
    directive = county.directive("dispatched", to=[county.water, county.roads, county.horse], due=DUE)
    first, second = hand_back(county, directive), hand_back(county, directive, county.horse)
    merging.merge(county.system, county.roads, county.horse, timezone.localdate())
    first.refresh_from_db()
    second = Reply.objects.select_related("assignment__unit", "assignment__matter").get(pk=second.pk)
    assert (first.state, second.state) == ("returned", "sent")
    assert list(directive.matter.duties.filter(done_at=None, step="decide_dispute"))
    letting_go.let_go(county.director, second)


# --- at the door, and at once -----------------------------------------------------------------------
def test_by_the_page_the_unit_names_another_and_the_director_finds_it_filled_in(county, directive, enter):
    url = reverse("matters:assignment", args=[county.part(directive, county.roads).pk, "dispute"])
    browser = enter(county.roads_liaison)
    assert "proposed" in browser.post(url, {"text": WHY}).context["form"].errors
    sent = browser.post(url, {"text": WHY, "proposed": "马石镇"}, follow=True).content.decode()
    assert "已办理" in sent
    answer = Reply.objects.get(kind="dispute")
    decide, director = reverse("matters:reply", args=[answer.pk, "let_go"]), enter(county.director)
    page = director.get(decide)
    assert page.context["form"]["co"].value() == "马石镇"
    for words in (WHY, "2026-12-18", "2026-11-23 23:59", "建议改由"):
        assert words in page.content.decode()
    done = director.post(decide, {"co": "马石镇", "remark": "同意"}, follow=True).content.decode()
    assert "不再协办，改由马石镇协办" in done


@pytest.mark.parametrize("name, status", [("roads_liaison", 302), ("horse_liaison", 404), ("stranger", 404)])
def test_units_let_nobody_go_at_the_door(county, directive, enter, name, status):
    answer = hand_back(county, directive)
    url = reverse("matters:reply", args=[answer.pk, "let_go"])
    assert enter(county.cast[name]).get(url).status_code == status


@pytest.mark.django_db(transaction=True)
def test_of_two_that_decide_at_once_one_is_told_why_not(county):
    directive = county.directive("dispatched", to=[county.water, county.roads])
    pk = hand_back(county, directive).pk

    def fresh():
        return Reply.objects.select_related("assignment__unit", "assignment__matter").get(pk=pk)

    first, second = fresh(), fresh()
    one_wins(
        partial(letting_go.let_go, county.director, first, county.horse),
        partial(reassigning.uphold, county.deputy, second, "属职责范围"),
    )
    assert DECIDE not in owed(directive.matter)


def test_what_waits_ends_with_the_matter(county, directive):
    answer = hand_back(county, directive)
    actions.void(county.director, directive, "重复")
    answer.refresh_from_db()
    assert (answer.state, owed(directive.matter)) == ("returned", set())
