"""Schemes and periods that reached their state by playing the verbs."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

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
from appraisal.models import Adjustment, AdjustmentRule, Appraised, Indicator, Period, Scheme
from appraisal.proposals import find
from bureau.org.models import Person
from bureau.org.posts import Post
from tests.county import County, person

RATIO = {"kind": "ratio", "target": "100"}
STAGES = (
    "registered",
    "collecting",
    "scoring",
    "deliberating",
    "graded",
    "publicised",
    "settled",
    "published",
    "archived",
)


def appraiser(county: County) -> Person:
    """The one at the desk, once per county."""
    found = Person.objects.filter(username="appraiser").first()
    return found or person("appraiser", "考核员甲", county.bureau, Post.APPRAISAL)


def indicator(scheme: Scheme, code: str, full: str, rule: dict | None = None, **columns: Any) -> Indicator:
    values = {
        "name": f"指标{code}",
        "kind": Indicator.Kind.COMMON,
        "full": Decimal(full),
        "rule": rule,
        "supplier": Indicator.Supplier.SELF if rule else "",
        **columns,
    }
    ordinal = scheme.indicators.count() + 1
    return indicators.put_indicator(
        scheme.drafted_by, scheme, Indicator(code=code, ordinal=ordinal, **values)
    )


def draft(
    county: County,
    series: str = "政府综合与经济服务类",
    units: Iterable | None = None,
    supplier: Any = None,
    **terms: Any,
) -> Scheme:
    """Three units; an indicator of their own, one that finance supplies, one of the ledger; the usual adjustments."""
    given = schemes.Given(
        year=timezone.localdate().year,
        series=series,
        title=f"桃溪县{timezone.localdate().year}年{series}绩效考核方案",
        units=tuple(units or (county.water, county.roads, county.finance)),
        terms=terms,
    )
    scheme = schemes.draft(appraiser(county), given)
    common = indicator(scheme, "1", "60")
    indicator(scheme, "1.1", "40", RATIO, parent=common, name="重点任务")
    indicator(
        scheme,
        "1.2",
        "20",
        RATIO,
        parent=common,
        name="预算执行",
        supplier=Indicator.Supplier.DEPARTMENT,
        supplied_by=supplier or county.finance,
    )
    indicator(
        scheme,
        "2",
        "40",
        {"kind": "ratio"},
        name="督查落实",
        supplier=Indicator.Supplier.LEDGER,
        absent="full",
    )
    adjustment_rules.put_usual_rules(appraiser(county), scheme)
    return scheme


def publish(county: County, scheme: Scheme) -> Scheme:
    schemes.propose(appraiser(county), scheme)
    schemes.approve(county.director, scheme)
    return schemes.publish(appraiser(county), scheme)


def begin(county: County, *found: Scheme, part: str = Period.Part.YEAR) -> Period:
    begun = periods.Begun(timezone.localdate().year, part, found, timezone.localdate() + timedelta(days=20))
    return periods.register(appraiser(county), begun)


def cell(part: Appraised, code: str) -> tuple[int, int]:
    return part.pk, Indicator.objects.get(scheme=part.scheme, code=code).pk


def typed(value: str | None, **more: Any) -> valuing.Typed:
    """None: it does not apply."""
    if value is None:
        return valuing.Typed("not_applicable", {}, 0, words="没有这项任务")
    return valuing.Typed("given", {"value": value}, 0, **more)


def part_of(period: Period, unit: Any) -> Appraised:
    return period.appraised.select_related("period__matter", "assignment__unit", "scheme").get(
        assignment__unit=unit
    )


VALUES = {"水利局": ("95", "100"), "交通运输局": ("80", "90"), "财政局": ("100", "100")}


def fill(county: County, period: Period, values: dict[str, tuple[str, str]] = VALUES) -> None:
    cells = {}
    for part in period.appraised.select_related("assignment__unit", "scheme"):
        own, given = values[part.unit.short.removeprefix("县")]
        cells[cell(part, "1.1")] = typed(own)
        cells[cell(part, "1.2")] = typed(given)
    valuing.write_values(appraiser(county), period, cells)


def rule(period: Period, label: str) -> AdjustmentRule:
    return AdjustmentRule.objects.get(scheme__in=period.schemes.all(), label=label)


def adjust(county: County, period: Period, unit: Any, label: str, points: str | None = None) -> Adjustment:
    """Entered and confirmed, not approved yet."""
    found = rule(period, label)
    given = adjusting.Given(
        found,
        max(period.begins_on, min(timezone.localdate(), period.ends_on)),
        Decimal(points or found.points),
        "第5号通报",
    )
    one = adjusting.enter(appraiser(county), part_of(period, unit), given)
    adjusting.confirm(appraiser(county), one)
    return one


def taken_up(county: County, part: Appraised, key: str) -> Adjustment:
    """What was proposed for this, entered and confirmed."""
    one = find(part.period, part.pk, key)
    assert one is not None
    made = adjusting.enter(appraiser(county), part, adjusting.of_proposal(one, one.happening.words))
    adjusting.confirm(appraiser(county), made)
    return made


def held(**words: Any) -> deliberating.Held:
    values = {
        "held_on": timezone.localdate(),
        "expected": 7,
        "present": "局长、副局长、各股室负责人",
        "ayes": 7,
        "decided": "同意按得分定等。",
        **words,
    }
    return deliberating.Held(**values)


def play(county: County, period: Period, stage: str) -> Period:
    """From `registered` to `stage`. What waits for the end of the publicity is played on that day by the caller's clock."""
    return play_on(county, period, STAGES[0], stage)


def play_on(county: County, period: Period, since: str, stage: str) -> Period:
    for verb in ROAD[STAGES.index(since) : STAGES.index(stage)]:
        verb(county, period)
        period.refresh_from_db()
        period.matter.refresh_from_db()
    return period


def open_it(county: County, period: Period) -> None:
    periods.open_period(appraiser(county), period)


def close(county: County, period: Period) -> None:
    fill(county, period)
    periods.close_collection(appraiser(county), period)


def reckon(county: County, period: Period) -> None:
    scoring.reckon_period(appraiser(county), period)


def grade(county: County, period: Period) -> None:
    deliberating.deliberate(appraiser(county), period, held(), {})


def publicise(county: County, period: Period) -> None:
    publicising.publicise(appraiser(county), period)


def settle(county: County, period: Period) -> None:
    """As after the last day."""
    past = timezone.localdate() - timedelta(days=1)
    Period.objects.filter(pk=period.pk).update(publicised_on=past - timedelta(days=7), publicised_until=past)
    period.refresh_from_db()
    publicising.settle(appraiser(county), period)


def approve(county: County, period: Period) -> None:
    publishing.approve(county.magistrate, period, "桃考领〔2026〕3号")


def archive(county: County, period: Period) -> None:
    periods.archive(appraiser(county), period)


ROAD = (open_it, close, reckon, grade, publicise, settle, approve, archive)


def in_year(month: int, day: int) -> date:
    return date(timezone.localdate().year, month, day)
