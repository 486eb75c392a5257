"""The half-year that was appraised, and the year that is: played through the verbs, each at its day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

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
from appraisal.proposals import proposed
from bureau.demo import clock
from bureau.demo.appraise import led
from bureau.demo.appraise.series import SERIES, TREE, Series
from bureau.demo.appraise.stage import CHECKS, LEADER, Stage
from bureau.demo.appraise.told import value
from bureau.demo.cast import Cast
from bureau.matters.models import Contest, Service
from bureau.matters.service import contesting, serving
from bureau.org.actor import Actor

MEETING = {
    "expected": 7,
    "present": "局长、副局长、纪检员、各室负责人",
    "ayes": 7,
    "decided": "同意按得分和方案的条件定等；单列单位不定等次。",
}
TAKEN_UP = 4  # of what the ledgers propose; the rest waits


def appraised(cast: Cast, days: clock.Days) -> list[tuple[int, float, Callable[[], object]]]:
    """A year of appraisal as acts, to be played among those of all other tales."""
    stage, year = Stage(cast, days), year_of(days.today)
    found: list[Scheme] = []
    stage.at(-118, lambda: found.extend(published(stage, one, year) for one in SERIES))
    half_year(stage, found, year)
    open_year(stage, found, year)
    return stage.acts


def year_of(today: date) -> int:
    """Whose half-year is over."""
    return today.year if today.month >= 8 else today.year - 1


def published(stage: Stage, series: Series, year: int) -> Scheme:
    cast = stage.cast
    units = tuple(cast.units[name] for name in series.members)
    apart = dict([series.apart.split("：")]) if series.apart else {}
    given = schemes.Given(
        year,
        series.name,
        f"桃溪县{year}年{series.name}绩效考核方案",
        units,
        {"basis": "《桃溪县绩效考核办法》"},
        {cast.units[name].pk: why for name, why in apart.items()},
    )
    scheme = schemes.draft(stage.desk, given)
    put_tree(stage, scheme)
    adjustment_rules.put_usual_rules(stage.desk, scheme)
    schemes.propose(stage.desk, scheme)
    schemes.approve(cast.people[CHECKS], scheme)
    return schemes.publish(stage.desk, scheme)


def put_tree(stage: Stage, scheme: Scheme) -> None:
    made: dict[str, Indicator] = {}
    for ordinal, (code, name, full, rule, kind, supplier, target, measure) in enumerate(TREE, start=1):
        by = stage.cast.units.get(supplier)
        row = Indicator(
            code=code,
            name=name,
            full=Decimal(full),
            rule={**rule, "target": target} if rule == {"kind": "ratio"} and target else rule,
            kind=kind,
            ordinal=ordinal,
            parent=made.get(code.rpartition(".")[0]),
            supplier=(Indicator.Supplier.DEPARTMENT if by else supplier),
            supplied_by=by,
            target=target,
            measure=measure,
            absent=Indicator.Absent.FULL if supplier == "ledger" else Indicator.Absent.SPREAD,
        )
        made[code] = indicators.put_indicator(stage.desk, scheme, row)


# --- the half-year ----------------------------------------------------------------------------------------
def half_year(stage: Stage, found: Sequence[Scheme], year: int) -> None:
    desk, people = Actor.of(stage.desk), stage.cast.people
    box: list[Period] = []

    def period() -> Period:
        return Period.objects.select_related("matter__officer").get(pk=box[0].pk)

    def begin() -> None:
        until = timezone.localdate() + timedelta(days=20)
        closed = tuple(scheme for scheme, one in zip(found, SERIES, strict=True) if one.closed)
        box.append(periods.register(stage.desk, periods.Begun(year, Period.Part.HALF, closed, until)))

    stage.at(-100, begin)
    stage.at(-99, lambda: periods.open_period(desk, period()))
    stage.at(-90, lambda: write_all(stage, period(), half=True))
    stage.at(-89, lambda: report_all(stage, period()))
    stage.at(-85, lambda: periods.close_collection(desk, period()))
    stage.at(-84, lambda: adjust_by_hand(stage, period()))
    stage.at(-80, lambda: scoring.reckon_period(desk, period()))
    stage.at(-78, lambda: deliberate(stage, period()))
    stage.at(-77, lambda: publicising.publicise(desk, period()))
    stage.at(-76, lambda: receive_all(stage, period()))
    stage.at(-75, lambda: contest(stage, period()))
    stage.at(-72, lambda: answer(stage, period()))
    stage.at(-71, lambda: receive_all(stage, period()))
    stage.at(-70, lambda: publicising.settle(desk, period()))
    stage.at(-68, lambda: publishing.approve(Actor.of(people[LEADER]), period(), f"桃考领〔{year}〕2号"))
    stage.at(-66, lambda: periods.archive(desk, period()))
    led.voted(stage, period)
    led.graded(stage, period, year)


def write_all(stage: Stage, period: Period, half: bool) -> None:
    """Departments, the desk, the units: what each of them supplies, as it was measured."""
    cells = {}
    parts = list(period.appraised.select_related("assignment__unit", "scheme"))
    indicators = Indicator.objects.filter(scheme__in=period.schemes.all(), rule__isnull=False)
    for place, part in enumerate(parts):
        for one in indicators:
            if one.scheme_id == part.scheme_id and one.supplier != Indicator.Supplier.LEDGER:
                cells[part.pk, one.pk] = valuing.Typed("given", value(one.code, place, half), 0)
    valuing.write_values(stage.desk, period, cells)


def report_all(stage: Stage, period: Period) -> None:
    for part in period.appraised.select_related("assignment__unit", "period__matter", "scheme"):
        person = stage.cast.liaison(part.unit.short)
        valuing.report(Actor.of(person), part, "各项重点任务按计划推进，没有完成的已列出原因和下一步打算。")


def adjust_by_hand(stage: Stage, period: Period) -> None:
    """Every ± kind that no ledger tells."""
    day = period.ends_on - timedelta(days=30)
    for unit, label, points, words in (
        ("城关镇", "受到上级表彰", "2", "获评全市乡村振兴先进乡镇（市委〔{year}〕8号文件）"),
        ("马石镇", "督查批评", "-1", "违规设卡收费被第3期督查通报批评"),
        ("竹山镇", "督查表扬", "1", "水库除险加固做法被第4期督查通报表扬"),
        ("县水利局", "办理结果被退回", "-0.5", "小型水库隐患排查办理结果被退回重办"),
        ("县住建局", "营商环境投诉查实", "-1", "施工许可超时办理的投诉查实"),
        ("县发改局", "县领导肯定性批示", "1", "项目包装储备工作得到县长肯定性批示"),
    ):
        enter(stage, period, unit, label, points, words.format(year=period.year), day)


def enter(
    stage: Stage, period: Period, unit: str, label: str, points: str, words: str, day: date
) -> Adjustment:
    part = part_of(period, unit)
    rule = AdjustmentRule.objects.get(scheme=part.scheme, label=label)
    one = adjusting.enter(Actor.of(stage.desk), part, adjusting.Given(rule, day, Decimal(points), words))
    adjusting.confirm(Actor.of(stage.desk), one)
    adjusting.approve(Actor.of(stage.cast.people[CHECKS]), one)
    return one


def part_of(period: Period, unit: str) -> Appraised:
    found = period.appraised.select_related("assignment__unit", "scheme", "period__matter")
    return found.get(assignment__unit__short=unit)


def deliberate(stage: Stage, period: Period) -> None:
    held = deliberating.Held(held_on=timezone.localdate(), **MEETING)
    deliberating.deliberate(Actor.of(stage.desk), period, held, {})


def receive_all(stage: Stage, period: Period) -> None:
    for service in (one for one in services(period) if one.received_at is None):
        person = stage.cast.liaison(service.assignment.unit.short)
        serving.receive(Actor.of(person), service)


def services(period: Period) -> list[Service]:
    found = Service.objects.filter(matter=period.matter).select_related("matter", "assignment__unit")
    return list(found.order_by("pk"))


def contest(stage: Stage, period: Period) -> None:
    """One unit asks; people who took no part answer."""
    service = next(one for one in services(period) if one.assignment.unit.short == "马石镇")
    person = stage.cast.head("马石镇")
    contesting.object_to(Actor.of(person), service, "通报批评的设卡收费已在三日内清退，请求不再减分。")


def answer(stage: Stage, period: Period) -> None:
    found = Contest.objects.get(service__matter=period.matter)
    contesting.decide(
        Actor.of(stage.cast.people["deputy"]),
        found,
        Contest.State.UPHELD,
        "通报批评属实，整改及时不影响通报所对应的减分；予以维持。",
    )


# --- the year ---------------------------------------------------------------------------------------------
def open_year(stage: Stage, found: Sequence[Scheme], year: int) -> None:
    """Collected: some have reported, some of what the ledgers tell is entered, one unit objects."""
    box: list[Period] = []

    def period() -> Period:
        return Period.objects.select_related("matter__officer").get(pk=box[0].pk)

    def begin() -> None:
        until = stage.days.day(12)
        box.append(periods.register(stage.desk, periods.Begun(year, Period.Part.YEAR, tuple(found), until)))
        periods.open_period(Actor.of(stage.desk), period())

    stage.at(-6, begin)
    stage.at(-3, lambda: report_some(stage, period()))
    stage.at(-2, lambda: take_up(stage, period()))
    stage.at(-1, lambda: object_once(stage, period()))


def report_some(stage: Stage, period: Period) -> None:
    """The townships of the first series."""
    own = Indicator.Supplier.SELF
    parts = period.appraised.filter(scheme__series=SERIES[0].name)
    for place, part in enumerate(parts.select_related("assignment__unit", "period__matter", "scheme")):
        person = Actor.of(stage.cast.liaison(part.unit.short))
        cells = {
            (part.pk, one.pk): valuing.Typed(
                "given", value(one.code, place, False), 0, "见年度工作总结。", one.full
            )
            for one in Indicator.objects.filter(scheme=part.scheme, supplier=own)
        }
        valuing.fill_in(person, part, cells)
        if place % 2 == 0:
            valuing.report(person, part, "全年目标任务总体完成，存在问题和下一步打算附后。")


def take_up(stage: Stage, period: Period) -> None:
    for one in proposed(period)[:TAKEN_UP]:
        made = adjusting.enter(Actor.of(stage.desk), one.appraised, adjusting.of_proposal(one))
        adjusting.confirm(Actor.of(stage.desk), made)
    first = Adjustment.objects.filter(appraised__period=period).order_by("pk").first()
    if first:
        adjusting.approve(Actor.of(stage.cast.people[CHECKS]), first)


def object_once(stage: Stage, period: Period) -> None:
    one = (
        Adjustment.objects.filter(appraised__period=period, state=Adjustment.State.APPROVED)
        .select_related("appraised__assignment__unit", "appraised__period__matter", "rule")
        .first()
    )
    if one:
        person = stage.cast.liaison(one.appraised.unit.short)
        adjusting.object_to(Actor.of(person), one, "该事项受暴雨影响已按规定申请延期，请求撤销。")
