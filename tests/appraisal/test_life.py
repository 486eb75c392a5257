"""The year of an appraisal, from the scheme to the archive."""

import json
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from appraisal.actions import adjusting, indicators, periods, publicising, schemes, scoring, valuing
from appraisal.lines import seen_line
from appraisal.models import Result, Scheme
from appraisal.reckoning import canonical, reckon, scored
from bureau.jobs.barred import Barred
from bureau.matters.flow import NotNow
from bureau.matters.policy import Refused
from bureau.org.models import AdminEntry
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
    with pytest.raises(Refused, match="没有拟定、修改、提请"):
        schemes.approve(county.director, scheme)


def test_who_puts_a_scheme_up_or_edited_it_last_does_not_approve_it(county):
    scheme = draft(county)
    schemes.propose(county.director, scheme)
    with pytest.raises(Refused, match="没有拟定、修改、提请"):
        schemes.approve(county.director, scheme)
    with pytest.raises(IntegrityError), transaction.atomic():
        Scheme.objects.filter(pk=scheme.pk).update(approved_by=county.director, approved_at=timezone.now())
    schemes.take_back(appraiser(county), scheme)
    indicators.put_indicator(county.director, scheme, scheme.indicators.get(code="1.1"))
    schemes.propose(appraiser(county), scheme)
    with pytest.raises(Refused, match="没有拟定、修改、提请"):
        schemes.approve(county.director, scheme)
    schemes.approve(county.deputy, scheme)


def given_to(county, series, *units):
    year = timezone.localdate().year
    return schemes.Given(year, series, f"{series}考核方案", units)


def test_a_unit_changes_its_series_once_a_version_without_it_is_published(county):
    first = publish(county, draft(county))
    mended = schemes.revise(appraiser(county), first, "水利局转入社会民生类")
    given = given_to(county, first.series, county.roads, county.finance)
    schemes.edit(appraiser(county), mended, given)
    with pytest.raises(Barred, match="已列入"):
        schemes.draft(appraiser(county), given_to(county, "社会民生类", county.water))
    publish(county, mended)
    schemes.draft(appraiser(county), given_to(county, "社会民生类", county.water))


def test_a_draft_is_dropped_and_keeps_no_unit(county, client):
    scheme = draft(county)
    client.force_login(appraiser(county))
    page = client.get(f"/appraisal/schemes/{scheme.pk}/")
    drop = f"/appraisal/schemes/{scheme.pk}/drop/"
    assert f'href="{drop}"' in page.content.decode()
    done = client.post(drop, client.get(drop).context["hidden"], follow=True)
    assert done.redirect_chain == [("/appraisal/schemes/", 302)]
    assert AdminEntry.objects.filter(sentence=f"删除草稿{scheme}").exists()
    again = schemes.draft(appraiser(county), given_to(county, "社会民生类", county.water))
    schemes.propose(appraiser(county), draft(county, units=(county.roads, county.finance)))
    assert list(Scheme.objects.filter(state="draft")) == [again]


def test_what_was_put_up_is_not_dropped(county):
    scheme = draft(county)
    schemes.propose(appraiser(county), scheme)
    with pytest.raises(NotNow):
        schemes.drop(appraiser(county), scheme)


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
