"""What an insider found: each by its smallest case."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

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
from appraisal.boxes import boxes_of
from appraisal.dues import RESCORE, SELF_REPORT, SUPPLY
from appraisal.grid_table import cells_of, kind_of
from appraisal.importing import points, rule_content
from appraisal.kept import last_published
from appraisal.lines import seen_line, self_reported
from appraisal.models import AdjustmentRule, Indicator, Period
from appraisal.proposals import answered
from bureau.jobs.barred import Barred
from bureau.matters.merger.merge import merge
from bureau.matters.models import Contest
from bureau.matters.policy import Refused
from bureau.matters.service import contesting, serving
from bureau.notices.admin.entering import rows
from bureau.notices.admin.entering.known import Unread
from bureau.org.actor import Actor
from bureau.org.models import Portfolio
from bureau.org.posts import Function, Post
from bureau.pages.fields import words as box_of
from tests.appraisal.playing import (
    RATIO,
    VALUES,
    adjust,
    appraiser,
    begin,
    cell,
    draft,
    fill,
    held,
    indicator,
    part_of,
    play,
    play_on,
    publish,
    typed,
)
from tests.appraisal.test_changing import anew, criticised, owed, play_publicity
from tests.county import person
from tests.house.crawl import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
SPREAD = {"kind": "ratio", "target": "100"}


@pytest.fixture
def period(county):
    return begin(county, publish(county, draft(county)))


# --- what could not be reckoned ---------------------------------------------------------------------------
def test_a_unit_whose_matters_came_due_is_scored_by_how_many_it_finished(county, period):
    directive = county.directive("running")
    type(directive.matter).objects.filter(pk=directive.matter.pk).update(
        due_at=timezone.now() - timedelta(hours=1)
    )
    play(county, period, "deliberating")
    line = seen_line(part_of(period, county.water), above=True).line
    ledger = next(row for row in line.rows if row.code == "2")
    assert (ledger.score, ledger.full) == (Decimal(0), Decimal(40))


def test_an_indicator_of_the_ledger_asks_for_how_many_of_how_many(county):
    scheme = draft(county)
    one = scheme.indicators.get(code="2")
    one.rule = {"kind": "judged"}
    indicators.put_indicator(appraiser(county), scheme, one)
    with pytest.raises(Barred, match="由台账自动取数，计分规则须按完成数和目标数计算"):
        schemes.propose(appraiser(county), scheme)


def test_what_does_not_apply_is_printed_as_such(county, period, enter):
    play(county, period, "collecting")
    fill(county, period)
    key = cell(part_of(period, county.water), "1.2")
    valuing.write_values(appraiser(county), period, {key: replace(typed(None), seen=1)})
    periods.close_collection(appraiser(county), period)
    anew(county, period)
    publicising.publicise(appraiser(county), period)
    url = reverse("appraisal:print_scores", args=[part_of(period, county.water).pk])
    assert enter(county.water_head).get(url).status_code == 200


def test_the_sheet_of_a_unit_is_printed_while_values_are_missing(county, period, enter):
    play(county, period, "collecting")
    url = reverse("appraisal:print_scores", args=[part_of(period, county.water).pk])
    assert enter(county.director).get(url).status_code == 200


def half_scheme(county):
    """1 (100) of 1.1 (60) and 1.2 (40), the second of the year alone; and a branch of nothing but the year."""
    given = schemes.Given(TODAY().year, "乡镇类", "考核方案", (county.water, county.roads, county.finance))
    scheme = schemes.draft(appraiser(county), given)
    first = indicator(scheme, "1", "80")
    indicator(scheme, "1.1", "50", RATIO, parent=first, supplier=Indicator.Supplier.DESK)
    indicator(scheme, "1.2", "30", RATIO, parent=first, supplier=Indicator.Supplier.DESK, half=False)
    second = indicator(scheme, "2", "20")
    indicator(scheme, "2.1", "20", RATIO, parent=second, supplier=Indicator.Supplier.DESK, half=False)
    return publish(county, scheme)


def test_what_counts_in_the_year_alone_is_left_out_of_the_half_year(county):
    period = begin(county, half_scheme(county), part=Period.Part.HALF)
    periods.open_period(appraiser(county), period)
    cells = {cell(part, "1.1"): typed("90") for part in period.appraised.select_related("scheme")}
    period.refresh_from_db()
    valuing.write_values(appraiser(county), period, cells)
    periods.close_collection(appraiser(county), period)
    period.refresh_from_db()
    scoring.reckon_period(appraiser(county), period)
    assert part_of(period, county.water).total == Decimal("90.00")


def published(county, period) -> None:
    play_publicity(county, period)
    publishing.approve(county.magistrate, period, "桃考领〔2026〕1号")
    period.refresh_from_db()


def half_published(county, scheme) -> Period:
    """With a point taken from the water bureau."""
    half = play(county, begin(county, scheme, part=Period.Part.HALF), "scoring")
    criticised(county, half)
    anew(county, half)
    published(county, half)
    return half


def test_a_scheme_revised_after_the_half_year_takes_its_adjustments_along(county):
    scheme = publish(county, draft(county))
    half_published(county, scheme)
    revised = publish(county, schemes.revise(appraiser(county), scheme, "增加指标"))
    year = play(county, begin(county, revised), "deliberating")
    assert part_of(year, county.water).total == Decimal("97.00")


def test_an_adjustment_whose_rule_is_gone_still_counts(county):
    scheme = publish(county, draft(county))
    half_published(county, scheme)
    revised = schemes.revise(appraiser(county), scheme, "不再扣分")
    adjustment_rules.drop_rule(appraiser(county), revised.adjustment_rules.get(label="督查批评"))
    year = play(county, begin(county, publish(county, revised)), "deliberating")
    assert part_of(year, county.water).total == Decimal("97.00")


def test_a_half_year_of_the_whole_is_refused_and_of_nothing_is_left_out(county):
    with pytest.raises(Barred, match="从0到不足100"):
        draft(county, half_share=Decimal(100))
    scheme = publish(county, draft(county, half_share=Decimal(0)))
    half_published(county, scheme)
    year = play(county, begin(county, scheme), "deliberating")
    assert part_of(year, county.roads).total == Decimal("90.00")


# --- mergers ----------------------------------------------------------------------------------------------
def test_a_unit_merged_after_the_publicity_is_found_under_its_new_name(county, period, enter):
    play(county, period, "publicised")
    merge(county.system, county.water, county.school, TODAY())
    part = period.appraised.get(assignment__unit=county.school)
    visitor = enter(county.director)
    for url in (
        part.get_absolute_url(),
        reverse("appraisal:print_scores", args=[part.pk]),
        reverse("appraisal:publicity", args=[period.pk]),
        f"/merits/units/{county.school.pk}/",
    ):
        assert visitor.get(url).status_code == 200, url


def test_who_carries_on_bears_what_the_predecessor_brought(county):
    scheme = publish(county, draft(county))
    half = half_published(county, scheme)
    merge(county.system, county.water, county.roads, TODAY())
    year = begin(county, scheme)
    year = play_values(county, year)
    line = seen_line(part_of(year, county.roads), above=True).line
    assert line.deduction == Decimal(1)
    assert half.appraised.count() == 3


def play_values(county, year) -> Period:
    periods.open_period(appraiser(county), year)
    year.refresh_from_db()
    cells = {}
    for part in year.appraised.select_related("assignment__unit", "scheme"):
        own, given = VALUES[part.unit.short.removeprefix("县")]
        cells |= {cell(part, "1.1"): typed(own), cell(part, "1.2"): typed(given)}
    valuing.write_values(appraiser(county), year, cells)
    return year


def test_a_department_that_took_over_an_appraised_unit_hands_in_its_values(county, period):
    play(county, period, "collecting")
    fill(county, period)
    merge(county.system, county.roads, county.finance, TODAY())
    valuing.hand_in(type(county.finance_liaison).objects.get(pk=county.finance_liaison.pk), period)
    assert not period.matter.duties.filter(step=SUPPLY, done_at=None).exists()


# --- objections and corrections ---------------------------------------------------------------------------
def objected(county, period) -> Contest:
    service = part_of(period, county.water).notice
    serving.receive(county.water_head, service)
    contesting.object_to(county.water_head, service, "数值抄录有误。")
    return Contest.objects.get(service=service)


def test_an_objection_to_the_first_notice_is_answered_after_the_second(county, period):
    play(county, period, "scoring")
    one = criticised(county, period)
    anew(county, period)
    publicising.publicise(appraiser(county), period)
    contest = objected(county, period)
    period.refresh_from_db()
    scoring.reopen(appraiser(county), period, "核对")
    adjusting.revoke(county.director, one, "通报已经更正")
    anew(county, period)
    publicising.publicise(appraiser(county), period)
    contesting.decide(county.deputy, contest, Contest.State.CHANGED, "抄录确有错误。")
    assert owed(period)


def test_a_corrected_score_has_the_grade_that_follows_from_it(county, period):
    play(county, period, "published")
    part = part_of(period, county.finance)
    assert part.grade == "first"
    keys = {cell(part, "1.1"): valuing.Typed("given", {"value": "20"}, 1)}
    valuing.write_values(appraiser(county), period, keys)
    publishing.correct(county.magistrate, period, "抄录有误")
    part = part_of(period, county.finance)
    assert (part.total, part.grade) == (Decimal("68.00"), "third")
    assert last_published(period)[0].grades[str(county.finance.pk)][0] == "third"


def test_what_does_not_change_the_result_is_closed_with_a_reason(county, period):
    play(county, period, "published")
    contest = objected(county, period)
    contesting.decide(county.deputy, contest, Contest.State.CHANGED, "措辞不当。")
    assert owed(period)
    publishing.close_rescore(county.magistrate, period, "只改措辞，分数、等次不变")
    assert not owed(period)
    with pytest.raises(Refused, match="没有待办的重新评分"):
        publishing.close_rescore(county.magistrate, period, "再办一次")


def test_what_changes_the_half_year_is_owed_in_the_year(county):
    scheme = publish(county, draft(county))
    half = half_published(county, scheme)
    year = play(county, begin(county, scheme), "published")
    one = half.appraised.get(assignment__unit=county.water).adjustments.get()
    adjusting.revoke(county.director, one, "通报已经更正")
    assert owed(half)
    assert owed(year)


def test_nothing_is_put_up_or_approved_while_an_objection_to_an_adjustment_waits(county, period):
    play(county, period, "scoring")
    one = criticised(county, period)
    anew(county, period)
    publicising.publicise(appraiser(county), period)
    adjusting.object_to(county.water_head, one, "没有这回事。")
    past = TODAY() - timedelta(days=1)
    Period.objects.filter(pk=period.pk).update(publicised_on=past - timedelta(days=7), publicised_until=past)
    period.refresh_from_db()
    with pytest.raises(Refused, match="异议没有答复"):
        publicising.settle(appraiser(county), period)


def test_what_was_published_is_read_until_it_is_corrected(county, period):
    play(county, period, "published")
    part = part_of(period, county.water)
    key = cell(part, "1.1")
    valuing.write_values(appraiser(county), period, {key: valuing.Typed("given", {"value": "12"}, 1)})
    valuing.write_values(appraiser(county), period, {key: valuing.Typed("given", {"value": "11"}, 2)})
    (read,) = self_reported(part)
    assert (read.data["value"], read.version, read.at < part.period.results.latest("pk").at) == (
        "95",
        3,
        True,
    )
    publishing.correct(county.magistrate, period, "抄录有误")
    assert [one.data["value"] for one in self_reported(part_of(period, county.water))] == ["11"]


def test_no_more_are_first_than_the_scheme_says(county, period):
    play(county, period, "deliberating")
    first = {part.pk: ("first", "会议研究") for part in period.appraised.all()}
    with pytest.raises(Barred, match="一等按20%最多1个，现在定了3个"):
        deliberating.deliberate(appraiser(county), period, held(), first)


# --- who reads ---------------------------------------------------------------------------------------------
def test_a_leader_of_some_units_reads_the_lines_of_these_alone(county, period, enter):
    vice = person("vice-of-water", "副县长", None, Post.LEADER)
    Portfolio.objects.create(leader=vice, functions=[Function.APPRAISAL]).units.add(county.water)
    play(county, period, "scoring")
    for unit in (county.water, county.roads):
        adjusting.approve(county.director, adjust(county, period, unit, "督查批评"))
    told = enter(vice).get(period.get_absolute_url()).content.decode()
    assert "审批通过县水利局督查批评" in told
    assert "县交通运输局督查批评" not in told


def test_a_unit_reads_why_it_has_its_grade_when_it_reads_its_score(county, period, enter):
    play(county, period, "deliberating")
    part = part_of(period, county.water)
    decided = {part.pk: ("third", "发生重大事故")}
    deliberating.deliberate(appraiser(county), period, held(), decided)
    visitor = enter(county.water_head)
    assert "发生重大事故" not in visitor.get(part.get_absolute_url()).content.decode()
    period.refresh_from_db()
    publicising.publicise(appraiser(county), period)
    assert "发生重大事故" in visitor.get(part.get_absolute_url()).content.decode()


# --- nothing is lost ---------------------------------------------------------------------------------------
def test_a_grid_that_is_saved_unchanged_changes_nothing(county, period, enter):
    play(county, period, "collecting")
    part = part_of(period, county.water)
    key = cell(part, "1.1")
    valuing.fill_in(county.water_head, part, {key: typed("95", self_score=Decimal(38))})
    url = reverse("appraisal:fill_grid", args=[period.pk, key[1]])
    visitor = enter(appraiser(county))
    form = visitor.get(url).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    visitor.post(url, sent)
    value = part.values.get(indicator=key[1])
    assert (value.self_score, value.by, value.version) == (Decimal(38), county.water_head, 1)


def test_a_table_does_not_overwrite_what_was_typed_since_it_was_looked_at(county, period):
    play(county, period, "collecting")
    part, one = part_of(period, county.water), Indicator.objects.get(code="1.1")
    looked_at = timezone.now() - timedelta(minutes=1)
    valuing.fill_in(county.water_head, part, {cell(part, "1.1"): typed("95")})
    table = rows.table("单位\t完成值\n县水利局\t50", kind_of(one))
    cells = cells_of(one, boxes_of(period, one), table, looked_at)
    assert valuing.write_values(appraiser(county), period, cells).clashed == (cell(part, "1.1"),)
    assert part.values.get(indicator=one).data == {"value": "95"}


def test_what_a_cancelled_period_had_taken_up_is_proposed_again(county, period):
    play(county, period, "collecting")
    one = adjust(county, period, county.water, "督查批评")
    type(one).objects.filter(pk=one.pk).update(key="returned.1")
    assert answered(period, {})
    periods.cancel(county.director, period, "重新组织")
    assert not answered(period, {})


def test_an_objection_in_a_cancelled_period_is_refused(county, period):
    play(county, period, "collecting")
    one = adjust(county, period, county.water, "督查批评")
    periods.cancel(county.director, period, "重新组织")
    one.refresh_from_db()
    with pytest.raises(Refused, match="考核期已经取消"):
        adjusting.object_to(county.water_head, one, "没有这回事。")


@pytest.mark.parametrize("co_points", ["0", "1"])
def test_what_counts_for_who_assists_has_the_sign_of_the_rule(county, co_points):
    scheme = draft(county)
    rule = AdjustmentRule(source="other", label="迟到", points=Decimal(-1), co_points=Decimal(co_points))
    with pytest.raises(Barred, match="正负须与“每次分值”一致"):
        adjustment_rules.put_rule(appraiser(county), scheme, rule)


def test_what_the_ledgers_tell_counts_by_one_rule(county):
    scheme = draft(county)
    rule = AdjustmentRule(source="red", label="再次红牌", points=Decimal(-3))
    with pytest.raises(Barred, match="红牌督办已有加减分项“红牌督办”"):
        adjustment_rules.put_rule(appraiser(county), scheme, rule)
    other = AdjustmentRule(source="other", label="迟到早退", points=Decimal(-1))
    assert adjustment_rules.put_rule(appraiser(county), scheme, other).pk


def test_a_scheme_is_not_copied_into_a_year_in_which_a_unit_stands_elsewhere(county):
    scheme = publish(county, draft(county))
    given = schemes.Given(scheme.year + 1, "别的序列", "考核方案", (county.water,))
    schemes.draft(appraiser(county), given)
    with pytest.raises(Barred, match="县水利局已列入别的序列"):
        schemes.copy(appraiser(county), scheme, scheme.year + 1)


def test_how_far_a_grid_is_filled_is_counted_in_its_own_period(county, enter):
    scheme = publish(county, draft(county))
    play(county, begin(county, scheme, part=Period.Part.HALF), "scoring")
    year = play(county, begin(county, scheme), "collecting")
    page = enter(appraiser(county)).get(reverse("appraisal:grid", args=[year.pk]))
    assert {filled for _one, _words, filled, _units in page.context["rows"]} == {0}


# --- what is owed ------------------------------------------------------------------------------------------
def test_a_report_taken_back_after_the_date_was_moved_is_owed_by_the_new_date(county, period):
    play(county, period, "collecting")
    part = part_of(period, county.water)
    valuing.fill_in(county.water_head, part, {cell(part, "1.1"): typed("95")})
    valuing.report(county.water_head, part, "完成。")
    until = period.collect_until + timedelta(days=10)
    periods.prolong(appraiser(county), period, until, "节假日")
    part = part_of(period, county.water)
    valuing.take_back(county.water_head, part)
    duty = period.matter.duties.get(step=SELF_REPORT, assignment=part.assignment, done_at=None)
    assert timezone.localdate(duty.due_at) == until


def test_who_supplies_the_year_alone_owes_nothing_at_half_year(county):
    scheme = draft(county)
    one = scheme.indicators.get(code="1.2")
    one.half = False
    indicators.put_indicator(appraiser(county), scheme, one)
    half = play_opened(county, begin(county, publish(county, scheme), part=Period.Part.HALF))
    assert not half.matter.duties.filter(step=SUPPLY).exists()


def play_opened(county, period) -> Period:
    periods.open_period(appraiser(county), period)
    period.refresh_from_db()
    return period


# --- what is typed -----------------------------------------------------------------------------------------
def test_a_text_too_long_is_told_also_where_the_label_has_a_percent_sign():
    field = box_of("完成率50%（含）的数", 5, 1)
    with pytest.raises(Exception, match="最多5字"):
        field.clean("123456")


@pytest.mark.parametrize("words", ["NaN", "sNaN", "Infinity", "-1", "0", "1e9"])
def test_points_that_are_none_are_told(words):
    with pytest.raises(Unread):
        points(words)


def test_a_rule_nested_without_end_is_told():
    with pytest.raises(Unread):
        rule_content("[" * 50_000)


def test_time_does_not_matter_to_who_was_told(county, period):
    """The duty to look again is owed once, however often something is taken back."""
    play(county, period, "scoring")
    one, other = criticised(county, period), None
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        other = adjust(county, period, county.roads, "督查批评")
        adjusting.approve(county.director, other)
    other.refresh_from_db()
    anew(county, period)
    for each in (one, other):
        adjusting.revoke(county.director, each, "通报已经更正")
    assert period.matter.duties.filter(step=RESCORE, done_at=None).count() == 1
    assert Actor.of(county.director)


# --- who is appraised by nothing -----------------------------------------------------------------------------
def test_a_unit_to_which_nothing_applies_goes_through_the_year_without_a_score(county, period, enter):
    play(county, period, "collecting")
    fill(county, period)
    part = part_of(period, county.water)
    part.values.update(status="not_applicable", data={}, words="没有这项任务")
    Indicator.objects.filter(scheme=part.scheme).update(absent="spread")
    play_on(county, period, "collecting", "deliberating")
    why = "没有可评的指标，集体研究定等"
    deliberating.deliberate(appraiser(county), period, held(), {part.pk: ("second", why)})
    play_on(county, period, "graded", "archived")
    visitor = enter(county.water_liaison)
    for name in ("unit", "print_scores", "export_unit_scores"):
        assert visitor.get(reverse(f"appraisal:{name}", args=[part.pk])).status_code == 200, name
    for name in ("results", "export_scores", "announcement"):
        assert visitor.get(reverse(f"appraisal:{name}", args=[period.pk])).status_code == 200, name


def test_why_another_grade_was_decided_is_told_to_whom_it_concerns_alone(county, period, enter):
    play(county, period, "deliberating")
    part, why = part_of(period, county.water), "发生重大事故"
    deliberating.deliberate(appraiser(county), period, held(), {part.pk: ("third", why)})
    assert why in enter(county.director).get(f"/appraisal/{period.pk}/results/").content.decode()
    play_on(county, period, "graded", "settled")
    assert why in enter(county.magistrate).get(f"/appraisal/{period.pk}/approve/").content.decode()
    play_on(county, period, "settled", "published")
    for name in ("results", "export_scores"):
        url = reverse(f"appraisal:{name}", args=[period.pk])
        assert why in text_of(enter(county.water_liaison).get(url)), name
        assert why not in text_of(enter(county.roads_liaison).get(url)), name


# --- half a year --------------------------------------------------------------------------------------------
def half_of(county, half_target: str, value: str) -> Period:
    """Of a scheme in which the first indicator has this half-year target, with this value of the water bureau."""
    scheme = draft(county)
    one = scheme.indicators.get(code="1.1")
    one.target, one.half_target = "100个", half_target
    indicators.put_indicator(appraiser(county), scheme, one)
    period = play(county, begin(county, publish(county, scheme), part=Period.Part.HALF), "collecting")
    fill(county, period, VALUES | {"水利局": (value, "100")})
    return period


@pytest.mark.parametrize(("half_target", "score"), [("50个", "36"), ("过半", "18"), ("", "18")])
def test_half_a_year_is_measured_by_its_own_target(county, enter, half_target, score):
    period = half_of(county, half_target, "45")
    part = part_of(period, county.water)
    assert next(row.score for row in seen_line(part, above=True).line.rows if row.code == "1.1") == Decimal(
        score
    )
    page = enter(county.water_liaison).get(reverse("appraisal:self_report", args=[part.pk])).content.decode()
    assert f"目标 {half_target or '100个'}" in page


def test_a_half_year_target_that_its_rule_cannot_take_is_told_before_it_is_put_up(county):
    scheme = draft(county)
    one = scheme.indicators.get(code="1.1")
    one.half_target = "0"
    indicators.put_indicator(appraiser(county), scheme, one)
    with pytest.raises(Barred, match="半年目标值"):
        schemes.propose(appraiser(county), scheme)
