"""A review of cadres, from the register to the papers on persons."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from accountability.models import Subject
from appraisal.cadres import actions, weighing
from appraisal.cadres.marking import arithmetic, missing
from appraisal.cadres.models import Merit
from appraisal.cadres.weighing import Weights, put_weights, weights
from appraisal.models import Adjustment
from bureau.cadres import keeping
from bureau.jobs.barred import Barred
from bureau.matters.merger.merge import merge
from bureau.matters.policy import Refused
from bureau.matters.service import contesting
from tests.accountability import playing as accounting
from tests.appraisal import playing as appraising
from tests.appraisal.playing import appraiser, held
from tests.merits.playing import (
    DEPUTY,
    HEAD,
    VALUES,
    carry_out,
    contest,
    decide,
    fill,
    grade_anew,
    merit_of,
    play,
    published,
    reopen,
    take_post,
    team,
)

pytestmark = pytest.mark.django_db


def test_cadres_are_reviewed_once_the_results_of_units_are_published(county):
    team(county)
    scheme = appraising.publish(county, appraising.draft(county))
    period = appraising.play(county, appraising.begin(county, scheme), "graded")
    with pytest.raises(Refused, match="公布以后"):
        actions.begin(appraiser(county), period)


def test_a_head_counts_by_the_unit_more_than_a_deputy_does(county):
    team(county)
    review = play(county, published(county), "filled")
    head, deputy = merit_of(review, "head"), merit_of(review, "deputy")
    assert head.score == Decimal("94.10")  # 98 × 0.7 + 90 × 0.15 + 80 × 0.15
    assert deputy.score == Decimal("91.50")  # 98 × 0.5 + 85 × 0.2 + 90 × 0.15 + 80 × 0.15
    told = [step for row in arithmetic(deputy) for step in row.steps]
    assert any("98 × 0.5 + 85 × 0.2 + 90 × 0.15 + 80 × 0.15" in step for step in told)
    assert DEPUTY not in deputy.inputs + deputy.outputs


def test_who_moved_counts_by_the_months_in_each_post(county):
    year = timezone.localdate().year
    moved = take_post(county, DEPUTY, county.water, "副局长", "in_charge", date(2024, 3, 1))
    keeping.end(county.inquirer, moved, date(year, 7, 31))
    given = keeping.Held(unit=county.roads, title="局长", rank="full", part="head", since=date(year, 8, 1))
    keeping.appoint(county.inquirer, moved.cadre, given)
    review = play(county, published(county), "filled")
    merit = Merit.objects.get(review=review)
    assert [(one.months, one.part) for one in merit.stints.all()] == [(7, "in_charge"), (5, "head")]
    assert merit.score == Decimal("90.25")  # (91.5 × 7 + (90 × 0.7 + 13.5 + 12) × 5) ÷ 12
    assert str(merit) == "县交通运输局局长"


def test_less_than_half_the_period_in_post_gives_words_and_no_grade(county):
    team(county)
    late = merit_of(play(county, published(county), "graded"), "late")
    assert (late.score, late.grade) == (None, "")
    assert "任职1个月，不满6个月，不定等次" in late.apart


def test_a_missing_value_is_named_and_never_nought(county):
    team(county)
    review = play(county, published(county), "begun")
    head, deputy = merit_of(review, "head"), merit_of(review, "deputy")
    assert missing(head, weights()) == ["民主测评", "领导评价"]
    assert missing(deputy, weights()) == ["分管工作", "民主测评", "领导评价"]
    assert head.score is None
    with pytest.raises(Barred, match=r"还缺数值.*县水利局局长（民主测评、领导评价）"):
        actions.deliberate(appraiser(county), review, held(), {})


def test_weights_are_the_countys_and_add_up(county):
    team(county)
    other = Weights(Decimal(60), Decimal(0), Decimal(20), Decimal(20))
    with pytest.raises(Barred, match="主要负责人的权重合计100"):
        put_weights(appraiser(county), {"head": Weights(*map(Decimal, ("60.5", "0", "20", "20")))})
    put_weights(appraiser(county), {"head": other})
    assert merit_of(play(county, published(county), "filled"), "head").score == Decimal("92.80")
    with pytest.raises(Refused):
        put_weights(county.officer, weighing.USUAL)


def test_an_effect_period_that_ran_keeps_from_the_first_grade_and_says_so(county):
    people = team(county)
    held_to_account(county, people)
    review = play(county, published(county), "filled")
    head = merit_of(review, "head")
    assert head.proposed_grade == "second"
    assert "问责影响期" in head.caps[0]
    with pytest.raises(Barred, match="县水利局局长不得评为一等：考核期内有问责影响期"):
        decide(county, review, head=("first", "工作突出"))


def held_to_account(county, people):
    """The deputy and the head, with an effect period until the middle of next year."""
    played = accounting.play(county, "executed", people={name: people[name] for name in ("deputy", "head")})
    today = timezone.localdate()
    found = Subject.objects.filter(case=played.record, position=people["head"])
    found.update(effect_from=today, effect_until=date(today.year + 1, 6, 30))


def test_what_comes_to_weigh_after_the_meeting_is_asked_again_when_it_is_approved(county):
    people = team(county)
    review = play(county, published(county), "graded")
    assert merit_of(review, "head").grade == "first"
    held_to_account(county, people)
    with pytest.raises(Barred, match="请退回重新研究"):
        actions.approve(county.magistrate, review, "桃考领〔2026〕4号")


def veto(county, period):
    rule = appraising.rule(period, "考核材料弄虚作假")
    Adjustment.objects.create(
        appraised=appraising.part_of(period, county.water),
        rule=rule,
        happened_on=period.begins_on,
        points=rule.points,
        words="安全事故",
        state=Adjustment.State.APPROVED,
        confirmed_by=appraiser(county),
        approved_by=county.director,
        approved_at=timezone.now(),
    )


def test_a_veto_of_the_unit_keeps_its_team_from_the_first_grade(county):
    team(county)
    period = published(county)
    veto(county, period)
    head = merit_of(play(county, period, "filled"), "head")
    assert head.proposed_grade == "second"
    assert "县水利局有一票否决情形" in head.caps[0]


def test_a_veto_of_the_half_year_keeps_them_from_it_in_the_year(county):
    team(county)
    half = published(county, part="half")
    year = appraising.play(county, appraising.begin(county, *half.schemes.all()), "published")
    veto(county, half)
    head = merit_of(play(county, year, "filled"), "head")
    assert head.proposed_grade == "second"
    assert "县水利局有一票否决情形" in head.caps[0]


def test_who_led_a_unit_that_was_merged_counts_with_the_one_that_carries_on(county):
    team(county)
    scheme = appraising.publish(county, appraising.draft(county))
    period = appraising.begin(county, scheme)
    merge(county.system, county.water, county.roads, timezone.localdate())
    review = play(county, appraising.play(county, period, "published"), "begun")
    head = merit_of(review, "head")
    assert str(head) == "县水利局局长"
    assert [one.appraised.assignment.unit for one in head.stints.all()] == [county.roads]


def test_another_grade_than_proposed_says_why_and_names_nobody(county):
    team(county)
    review = play(county, published(county), "filled")
    with pytest.raises(Barred, match="请写明理由"):
        decide(county, review, head=("third", ""))
    with pytest.raises(Barred, match="不写干部的姓名"):
        decide(county, review, head=("third", f"{HEAD}工作拖沓"))
    decide(county, review, head=("third", "重点工作两次被通报"))
    assert merit_of(review, "head").grade == "third"


def test_grades_are_approved_by_the_leader_of_all_units_alone(county):
    team(county)
    review = play(county, published(county), "graded")
    for other in (county.director, county.vice, appraiser(county)):
        with pytest.raises(Refused):
            actions.approve(other, review, "桃考领〔2026〕4号")
    waiting = review.matter.duties.filter(step="approve_grades", done_at=None)
    assert [one.holder_person for one in waiting] == [county.magistrate]
    actions.approve(county.magistrate, review, "桃考领〔2026〕4号")
    assert not waiting.all().exists()


def test_each_is_told_on_paper_and_asks_for_a_review_that_others_decide(county):
    team(county)
    review = play(county, published(county))
    head, deputy = merit_of(review, "head"), merit_of(review, "deputy")
    assert (head.notice.position, deputy.notice.position) == (head.position, deputy.position)
    assert merit_of(review, "late").notice is None
    assert HEAD not in head.notice.text
    assert "94.1" not in head.notice.text
    waiting = contest(county.water_head, head)
    with pytest.raises(Refused):
        contesting.decide(county.magistrate, waiting, "changed", "确有漏计。")
    contesting.decide(county.director, waiting, "changed", "确有漏计。")
    review.refresh_from_db()
    assert review.state == "entering"
    grade_anew(county, review, head=("second", "复核后"))
    assert actions.tell(appraiser(county), review).facts["count"] == "1"
    assert merit_of(review, "deputy").notice == deputy.notice


def test_a_review_of_the_first_notice_is_decided_after_a_second_was_served(county):
    people = team(county)
    people["deputy"].cadre.person = county.water_liaison
    people["deputy"].cadre.save()
    review = play(county, published(county))
    first = contest(county.water_head, merit_of(review, "head"))
    other = contest(county.water_liaison, merit_of(review, "deputy"))
    contesting.decide(county.director, other, "changed", "确有漏计。")
    review.refresh_from_db()
    grade_anew(county, review, head=("second", "复核后"))
    actions.tell(appraiser(county), review)
    assert merit_of(review, "head").notice != first.service
    contesting.decide(county.director, first, "changed", "确有漏计。")
    review.refresh_from_db()
    assert review.state == "entering"


def test_who_left_the_register_but_was_told_stays_on_the_roll(county):
    people = team(county)
    review = play(county, published(county))
    carry_out(county, merit_of(review, "deputy"), "praise")
    reopen(county, review)
    end_of_last_year = date(timezone.localdate().year - 1, 12, 31)
    for name in ("head", "deputy"):
        keeping.end(county.inquirer, people[name], end_of_last_year)
    line = actions.enrol(appraiser(county), review)
    assert "共1名，另有2名已有通知书或者结果运用建议，仍保留" in line.sentence
    assert {one.position for one in review.merits.all()} == set(people.values())


def test_a_second_entry_that_was_typed_before_the_first_does_not_overwrite_it(county, client):
    team(county)
    period = published(county)
    review = play(county, period, "begun")
    client.force_login(appraiser(county))
    page = client.get(f"/merits/{period.pk}/fill/")
    fill(county, review, VALUES)
    head = merit_of(review, "head")
    typed = {
        f"vote_{head.pk}": "1",
        "seen": page.context["hidden"]["seen"],
        "once": page.context["hidden"]["once"],
    }
    assert client.post(f"/merits/{period.pk}/fill/", typed).status_code == 409
    assert merit_of(review, "head").vote == 90
