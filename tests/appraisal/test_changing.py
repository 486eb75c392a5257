"""What changes while a period runs, and what may no longer: upstream, by a meeting, by the day, by a merger, after the publication."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from appraisal import flow
from appraisal.actions import (
    adjusting,
    adjustment_rules,
    deliberating,
    indicators,
    periods,
    publicising,
    publishing,
    schemes,
    scoring,
    valuing,
)
from appraisal.dues import ANSWER_ADJUSTMENT, RESCORE
from appraisal.forms.schemes import SchemeForm
from appraisal.kept import last_publicised, last_published
from appraisal.lines import seen_line
from appraisal.models import Appraised, Indicator, Period
from appraisal.prints import announced
from appraisal.prints.letters import result_notice
from appraisal.waiting import where
from bureau.jobs.barred import Barred
from bureau.matters.flow import NotNow
from bureau.matters.merger.merge import merge
from bureau.matters.policy import Refused
from bureau.org.actor import Actor
from bureau.org.models import Portfolio
from bureau.org.posts import Function, Post
from tests.appraisal.playing import (
    RATIO,
    adjust,
    appraiser,
    begin,
    cell,
    draft,
    held,
    indicator,
    part_of,
    play,
    publish,
    typed,
)
from tests.county import person

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def period(county):
    return begin(county, publish(county, draft(county)))


def criticised(county, period):
    """In force."""
    one = adjust(county, period, county.water, "督查批评")
    adjusting.approve(county.director, one)
    one.refresh_from_db()
    return one


def anew(county, period) -> None:
    """From the scoring to the meeting."""
    period.refresh_from_db()
    scoring.reckon_period(appraiser(county), period)
    period.refresh_from_db()
    deliberating.deliberate(appraiser(county), period, held(), {})
    period.refresh_from_db()


def owed(period, step=RESCORE) -> bool:
    return period.matter.duties.filter(step=step, done_at=None).exists()


# --- between the meeting and the publication --------------------------------------------------------------
def test_a_score_that_changed_since_the_meeting_is_not_publicised(county, period):
    play(county, period, "scoring")
    one = criticised(county, period)
    anew(county, period)
    adjusting.revoke(county.director, one, "通报已经更正")
    with pytest.raises(Barred, match="县水利局的得分在汇总以后有了变化"):
        publicising.publicise(appraiser(county), period)
    scoring.reopen(appraiser(county), period, "加减分撤销")
    anew(county, period)
    publicising.publicise(appraiser(county), period)
    assert part_of(period, county.water).total == Decimal("98.00")


def test_what_was_taken_back_during_the_publicity_is_reckoned_anew_before_the_approval(county, period):
    play(county, period, "scoring")
    one = criticised(county, period)
    anew(county, period)
    play_publicity(county, period)
    adjusting.revoke(county.director, one, "通报已经更正")
    assert owed(period)
    with pytest.raises(Refused, match="须退回评分"):
        publishing.approve(county.magistrate, period, "桃考领〔2026〕3号")


def play_publicity(county, period) -> None:
    """Publicised, the days over, put up."""
    publicising.publicise(appraiser(county), period)
    past = TODAY() - timedelta(days=1)
    Period.objects.filter(pk=period.pk).update(publicised_on=past - timedelta(days=7), publicised_until=past)
    period.refresh_from_db()
    publicising.settle(appraiser(county), period)
    period.refresh_from_db()


def test_what_is_published_is_what_was_publicised_byte_by_byte(county, period):
    play(county, period, "settled")
    period.appraised.update(tasks=9)
    publishing.approve(county.magistrate, period, "桃考领〔2026〕3号")
    (before,), (after,) = last_publicised(period), last_published(period)
    assert (after.inputs, after.outputs, after.grades) == (before.inputs, before.outputs, before.grades)
    assert after.number


def test_an_objection_that_is_granted_in_the_publicity_is_owed_anew(county, period):
    play(county, period, "scoring")
    one = criticised(county, period)
    anew(county, period)
    publicising.publicise(appraiser(county), period)
    adjusting.object_to(county.water_head, one, "通报已经更正。")
    one.refresh_from_db()
    adjusting.grant(county.deputy, one, "更正属实，撤销。")
    assert owed(period)


# --- after the publication --------------------------------------------------------------------------------
def test_a_wrong_value_is_mended_by_the_desk_and_corrected_by_the_leader(county, period):
    play(county, period, "published")
    (old,) = last_published(period)
    notices = {part.pk: part.notice_id for part in period.appraised.all()}
    key = cell(part_of(period, county.water), "1.1")
    mended = valuing.Typed("given", {"value": "90"}, 1)
    assert valuing.write_values(appraiser(county), period, {key: mended}).kept == 1
    assert seen_line(part_of(period, county.water), above=False).line.total == Decimal("98.00")
    publishing.correct(county.magistrate, period, "重点任务抄录有误")
    (new,) = last_published(period)
    assert new.corrects == old
    assert seen_line(part_of(period, county.water), above=False).line.total == Decimal("96.00")
    told = {part.pk for part in period.appraised.all() if part.notice_id != notices[part.pk]}
    assert told == {part_of(period, county.water).pk}
    part = part_of(period, county.water)
    assert "绩效考核的结果已予更正" in result_notice(part, seen_line(part, above=False).line, "1号").body


def test_what_was_publicised_is_printed_as_it_was_after_a_correction(county, period):
    play(county, period, "published")
    before = announced.publicity(last_publicised(period)).annexes
    key = cell(part_of(period, county.water), "1.1")
    valuing.write_values(appraiser(county), period, {key: valuing.Typed("given", {"value": "10"}, 1)})
    publishing.correct(county.magistrate, period, "重点任务抄录有误")
    assert part_of(period, county.water).grade != "first"
    assert announced.publicity(last_publicised(period)).annexes == before
    (new,) = last_published(period)
    told = announced.announcement([new])
    assert told.annexes != before
    assert f"更正{new.corrects.number}：重点任务抄录有误" in told.body
    assert new.number.startswith(told.number)


def test_nobody_but_the_desk_mends_a_value_after_the_publication(county, period):
    play(county, period, "published")
    part = part_of(period, county.water)
    with pytest.raises((Refused, NotNow)):
        valuing.fill_in(Actor.of(county.water_head), part, {cell(part, "1.1"): typed("100")})
    with pytest.raises((Refused, NotNow)):
        valuing.write_values(county.finance_liaison, period, {cell(part, "1.2"): typed("100")})


def test_nothing_is_mended_between_the_sum_and_the_publication(county, period):
    play(county, period, "publicised")
    with pytest.raises(NotNow):
        valuing.write_values(
            appraiser(county), period, {cell(part_of(period, county.water), "1.1"): typed("100")}
        )


def test_what_was_taken_back_after_the_publication_is_owed_until_it_is_corrected(county, period):
    play(county, period, "scoring")
    one = criticised(county, period)
    anew(county, period)
    play_publicity(county, period)
    publishing.approve(county.magistrate, period, "桃考领〔2026〕3号")
    period.refresh_from_db()
    adjusting.revoke(county.director, one, "通报已经更正")
    assert owed(period)
    publishing.correct(county.magistrate, period, "通报已经更正")
    assert not owed(period)
    assert part_of(period, county.water).total == Decimal("98.00")


def test_a_correction_without_a_difference_is_refused(county, period):
    play(county, period, "published")
    with pytest.raises(Barred, match="没有变化"):
        publishing.correct(county.magistrate, period, "核对")


# --- adjustments ------------------------------------------------------------------------------------------
def test_an_adjustment_that_was_dropped_stays_visible_to_the_unit_that_was_told(county, period, enter):
    play(county, period, "scoring")
    one = adjust(county, period, county.water, "督查批评")
    adjusting.dismiss(appraiser(county), one, "重复登记")
    page = enter(county.water_head).get(one.get_absolute_url())
    assert "重复登记" in page.content.decode()
    assert enter(county.stranger).get(one.get_absolute_url()).status_code == 404


def test_an_objection_to_what_was_dropped_waits_for_no_answer(county, period):
    play(county, period, "scoring")
    one = adjust(county, period, county.water, "督查批评")
    adjusting.object_to(county.water_head, one, "没有这回事。")
    duty = period.matter.duties.get(step=ANSWER_ADJUSTMENT, done_at=None)
    assert where(Actor.of(county.deputy), duty) == one.get_absolute_url()
    adjusting.dismiss(appraiser(county), one, "重复登记")
    assert not owed(period, ANSWER_ADJUSTMENT)
    scoring.reckon_period(appraiser(county), period)


def test_a_veto_of_the_half_year_forbids_the_first_grade_of_the_year(county):
    scheme = draft(county)
    usual = scheme.adjustment_rules.get(label="督查批评")
    usual.vetoes = True
    adjustment_rules.put_rule(appraiser(county), scheme, usual)
    publish(county, scheme)
    half = begin(county, scheme, part=Period.Part.HALF)
    play(county, half, "scoring")
    criticised(county, half)
    anew(county, half)
    play_publicity(county, half)
    publishing.approve(county.magistrate, half, "桃考领〔2026〕1号")
    year = play(county, begin(county, scheme), "deliberating")
    part = part_of(year, county.water)
    with pytest.raises(Barred, match="一票否优情形（督查批评）"):
        deliberating.deliberate(appraiser(county), year, held(), {part.pk: ("first", "得分高")})


# --- by the day -------------------------------------------------------------------------------------------
def test_late_is_decided_by_the_day_and_not_by_who_types(county, period):
    play(county, period, "collecting")
    part = part_of(period, county.water)
    key = cell(part, "1.1")
    early = valuing.Typed("late", {"value": "95"}, 0)
    valuing.fill_in(county.water_head, part, {key: early})
    assert part.values.get(indicator=key[1]).status == "given"
    with time_machine.travel(timezone.now() + timedelta(days=22), tick=False):
        valuing.fill_in(county.water_head, part, {key: valuing.Typed("given", {"value": "95"}, 1)})
        assert part.values.get(indicator=key[1]).status == "given"
        valuing.fill_in(county.water_head, part, {key: valuing.Typed("given", {"value": "96"}, 1)})
        assert part.values.get(indicator=key[1]).status == "late"


# --- who takes part ---------------------------------------------------------------------------------------
def test_units_merged_before_the_opening_are_appraised_once(county, period):
    merge(county.system, county.water, county.roads, TODAY())
    assert period.appraised.count() == 2
    play(county, period, "collecting")
    assert {part.unit for part in period.appraised.all()} == {county.roads, county.finance}


def test_a_unit_that_carries_on_alone_takes_the_place_of_the_old_one(county, period):
    merge(county.system, county.water, county.school, TODAY())
    assert {part.unit for part in period.appraised.all()} == {county.school, county.roads, county.finance}


def test_a_unit_founded_after_the_half_year_takes_part_in_the_year_by_its_months(county):
    scheme = draft(county)
    july = TODAY().replace(month=7, day=1)
    schemes.edit(
        appraiser(county),
        scheme,
        schemes.Given(
            scheme.year,
            scheme.series,
            scheme.title,
            (county.water, county.roads, county.finance),
            since={county.water.pk: july},
        ),
    )
    publish(county, scheme)
    half, year = begin(county, scheme, part=Period.Part.HALF), begin(county, scheme)
    assert not half.appraised.filter(assignment__unit=county.water).exists()
    assert part_of(year, county.water).months == 6


def form_of(county, **words):
    given = {
        "year": TODAY().year,
        "series": "乡镇类",
        "title": "考核方案",
        "units": "县水利局、县交通运输局",
        "full": "100",
        "half_share": "40",
        "bonus_cap": "5",
        "deduction_cap": "15",
        "doubled_below": "0",
        "late_deducts": "0",
        "first_at": "90",
        "second_at": "80",
        "third_at": "60",
        "first_share": "20",
        "outstanding_share": "25",
        **words,
    }
    return SchemeForm(given)


def test_since_when_a_unit_takes_part_is_typed_line_by_line(county):
    form = form_of(county, since="县水利局：2026-07-01")
    assert form.is_valid(), form.errors
    assert form.given().since == {county.water.pk: TODAY().replace(2026, 7, 1)}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("县水利局", "请写明日期：县水利局"),
        ("县水利局：去年", "日期"),
        ("县财政局：2026-07-01", "须先列入“参加考核的单位”"),
    ],
)
def test_a_line_of_since_that_is_no_unit_and_day_is_told(county, words, told):
    form = form_of(county, since=words)
    assert not form.is_valid()
    assert told in str(form.errors["since"])


# --- the tree ---------------------------------------------------------------------------------------------
def test_no_indicator_stands_below_itself_or_below_one_with_a_rule(county):
    scheme = draft(county)
    branch = Indicator.objects.get(scheme=scheme, code="1")
    leaf = Indicator.objects.get(scheme=scheme, code="1.1")
    branch.parent = branch
    with pytest.raises(Barred, match="它自己"):
        indicators.put_indicator(appraiser(county), scheme, branch)
    branch.parent, branch.rule = None, RATIO
    with pytest.raises(Barred, match="有下级指标"):
        indicators.put_indicator(appraiser(county), scheme, branch)
    with pytest.raises(Barred, match="有计分规则"):
        indicator(scheme, "1.1.1", "5", RATIO, parent=leaf)


# --- leaders of some units --------------------------------------------------------------------------------
@pytest.fixture
def vice(county):
    """In charge of appraisal in the water bureau alone."""
    one = person("vice-of-water", "副县长", None, Post.LEADER)
    Portfolio.objects.create(leader=one, functions=[Function.APPRAISAL]).units.add(county.water)
    return one


def test_a_leader_of_some_units_reads_no_others_before_the_publication(county, period, vice, enter):
    play(county, period, "publicised")
    visitor = enter(vice)
    for name in ("results", "export_scores", "publicity"):
        assert visitor.get(reverse(f"appraisal:{name}", args=[period.pk])).status_code == 404
    assert visitor.get(part_of(period, county.water).get_absolute_url()).status_code == 200
    assert visitor.get(part_of(period, county.roads).get_absolute_url()).status_code == 404
    meeting = period.meetings.get()
    assert visitor.get(reverse("appraisal:meeting", args=[meeting.pk])).status_code == 404


def test_a_frozen_result_gives_its_bytes_whatever_becomes_of_the_ledger(county, period):
    play(county, period, "published")
    (one,) = last_published(period)
    Appraised.objects.update(tasks=99)
    assert {raw["tasks"] for raw in json.loads(one.inputs)["subjects"]} == {0}
    assert flow.CORRECT.does == (RESCORE,)


def test_a_period_without_a_unit_is_not_begun(county):
    scheme = publish(county, draft(county))
    scheme.members.update(since=TODAY().replace(month=12, day=1))
    with pytest.raises(Barred, match="没有在本考核期内参加考核的单位"):
        periods.register(
            appraiser(county),
            periods.Begun(TODAY().year, Period.Part.HALF, (scheme,), TODAY() + timedelta(days=20)),
        )
