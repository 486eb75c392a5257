"""The year of an appraisal, from the scheme to the archive."""

import json
from decimal import Decimal

import pytest

from appraisal.actions import adjusting, indicators, periods, publicising, schemes, scoring, valuing
from appraisal.lines import seen_line
from appraisal.models import Result
from appraisal.reckoning import canonical, reckon, scored
from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from tests.appraisal.playing import adjust, appraiser, begin, cell, draft, part_of, play, publish, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def period(county):
    return begin(county, publish(county, draft(county)))


def test_a_scheme_is_published_with_its_document_and_changes_no_more(county):
    scheme = publish(county, draft(county))
    assert scheme.document_number
    assert scheme.sha256
    assert scheme.published_at
    with pytest.raises(Barred):
        indicators.drop_indicator(appraiser(county), scheme.indicators.first())


def test_weights_that_do_not_add_up_are_not_put_up(county):
    scheme = draft(county)
    indicators.drop_indicator(appraiser(county), scheme.indicators.get(code="2"))
    with pytest.raises(Barred, match="合计60分，方案满分100分"):
        schemes.propose(appraiser(county), scheme)


def test_who_drafts_a_scheme_does_not_approve_it(county):
    scheme = draft(county)
    schemes.propose(appraiser(county), scheme)
    scheme.drafted_by = county.director
    scheme.save()
    with pytest.raises(Refused, match="拟定人以外"):
        schemes.approve(county.director, scheme)


def test_a_year_is_scored_ranked_publicised_approved_and_archived(county, period):
    play(county, period, "archived")
    water, roads, finance = (part_of(period, unit) for unit in (county.water, county.roads, county.finance))
    assert (water.total, roads.total, finance.total) == (
        Decimal("98.00"),
        Decimal("90.00"),
        Decimal("100.00"),
    )
    assert (finance.rank, water.rank, roads.rank) == (1, 2, 3)
    assert (finance.grade, water.grade, roads.grade) == ("first", "second", "second")
    assert [one.kind for one in period.results.all()] == ["publicised", "published"]


def test_what_was_published_gives_its_bytes_again(county, period):
    play(county, period, "published")
    for one in period.results.all():
        assert canonical(scored(json.loads(one.inputs))) == one.outputs


def test_a_missing_value_is_named_and_never_nought(county, period):
    play(county, period, "collecting")

    periods.close_collection(appraiser(county), period)
    period.refresh_from_db()
    with pytest.raises(Barred, match=r"还缺：县水利局：1\.1 重点任务、1\.2 预算执行"):
        scoring.reckon_period(appraiser(county), period)


def test_a_deduction_counts_once_it_was_approved_by_another(county, period):
    play(county, period, "scoring")
    one = adjust(county, period, county.water, "督查批评")
    assert reckon(period).lines[county.water.pk].deduction == 0
    adjusting.approve(county.director, one)
    line = reckon(period).lines[county.water.pk]
    assert (line.total, line.deduction) == (Decimal("97.00"), Decimal("1.00"))
    assert [(added.label, added.points) for added in line.adjustments] == [("督查批评", "-1")]


def test_who_confirms_does_not_approve(county, period):
    play(county, period, "scoring")
    one = adjust(county, period, county.water, "督查批评")
    one.confirmed_by = county.director
    one.save()
    with pytest.raises(Refused, match="确认人以外"):
        adjusting.approve(county.director, one)


def test_nothing_is_reckoned_while_an_adjustment_waits(county, period):
    play(county, period, "scoring")
    adjust(county, period, county.water, "督查批评")
    with pytest.raises(Refused, match="1条加减分待审批"):
        scoring.reckon_period(appraiser(county), period)


def test_a_unit_reads_its_score_when_it_is_publicised_and_not_before(county, period):
    play(county, period, "graded")
    part = part_of(period, county.water)
    assert seen_line(part, above=False).line is None
    play_on = publicising.publicise
    play_on(appraiser(county), period)
    seen = seen_line(part_of(period, county.water), above=False)
    assert seen.line.total == Decimal("98.00")
    assert seen.kept.kind == Result.Kind.PUBLICISED


def test_cells_of_two_clerks_overwrite_nothing(county, period):
    play(county, period, "collecting")
    part = part_of(period, county.water)

    key = cell(part, "1.1")
    valuing.write_values(appraiser(county), period, {key: typed("95")})
    written = valuing.write_values(
        appraiser(county), period, {key: typed("90"), cell(part, "1.2"): typed("80")}
    )
    assert written.kept == 1
    assert written.clashed == (key,)
    assert part.values.get(indicator=key[1]).data == {"value": "95"}
