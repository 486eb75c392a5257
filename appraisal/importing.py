"""The indicators of a scheme as a table, out and in again: every problem with its place, all rows or none."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from django.db import transaction

from appraisal.actions import indicators as verbs
from appraisal.county_table import standard
from appraisal.models import Indicator, Scheme
from appraisal.scoring import RULES, check_rule
from appraisal.tree import plain
from bureau.jobs.barred import Barred
from bureau.notices.admin.entering import rows
from bureau.notices.admin.entering.kinds import Column, Kind, looked_up, picked
from bureau.notices.admin.entering.known import Known, Unread, chosen
from bureau.org.models import Person, Unit

LENGTHS = Indicator.LENGTHS
YES, NO = "是", "否"
PLACES = {"code": "编号", "full": "分值", "rule": "规则内容", "parent": "上级编号"}


def limited(words: str, limit: int) -> str:
    if len(words) > limit:
        raise Unread(f"最多{limit}字。")
    return words


def short(label: str, name: str, **more: Any) -> Column:
    limit = LENGTHS[name.removeprefix("half_")]
    return Column(label, name, lambda words, known: {name: limited(words, limit)}, **more)


def points(words: str) -> Decimal:
    try:
        found = Decimal(words.removesuffix("分"))
    except InvalidOperation:
        raise Unread(f"“{words}”不是数字，请写成 12.5。") from None
    if not found.is_finite() or not 0 < found < 100_000 or found != round(found, 2):
        raise Unread("分值须大于0，最多两位小数。")
    return found


def rule_kind(words: str) -> str:
    found = {rule.label: kind for kind, rule in RULES.items()} | {kind: kind for kind in RULES}
    if words not in found:
        raise Unread(f"没有“{words}”这种计分规则，可用：{'、'.join(rule.label for rule in RULES.values())}。")
    return found[words]


def rule_content(words: str) -> dict[str, Any]:
    try:
        found = json.loads(words, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        raise Unread("规则内容不是正确的 JSON，请从导出的表里复制一行照着改。") from None
    if not isinstance(found, dict):
        raise Unread('规则内容应为一组名称和值，如 {"target": "100"}。')
    return found


def yes(words: str) -> bool:
    if words not in (YES, NO):
        raise Unread("请填“是”或“否”。")
    return words == YES


INDICATORS = Kind(
    Indicator,
    (
        short("编号", "code", must=True),
        short("指标", "name", must=True),
        Column("上级编号", "parent", lambda words, known: {"parent": words}),
        picked("类别", "kind", partial(chosen, choices=Indicator.Kind.choices), usual=Indicator.Kind.COMMON),
        looked_up("适用单位", "unit", Known.unit, usual=None),
        picked("分值", "full", points, must=True),
        short("目标值", "target"),
        short("半年目标值", "half_target"),
        short("计量单位", "measure"),
        picked("计分规则", "rule_kind", rule_kind),
        picked("规则内容", "rule", rule_content, usual=None),
        short("评分办法", "rule_words"),
        picked("数据来源", "supplier", partial(chosen, choices=Indicator.Supplier.choices)),
        looked_up("提供数据的部门", "supplied_by", Known.unit, usual=None),
        picked(
            "不适用时",
            "absent",
            partial(chosen, choices=Indicator.Absent.choices),
            usual=Indicator.Absent.SPREAD,
        ),
        short("须提供的佐证", "evidence"),
        picked("半年考核", "half", yes, usual=True),
    ),
    help=(
        "上级指标写在下级前面，下级写“上级编号”；有下级的不写计分规则。也可以直接粘贴“一级指标、二级指标、分值、评分标准、"
        "责任单位”这样的表，按评分标准的文字读成规则，请逐条核对。"
    ),
)


@dataclass
class Told:
    """How many indicators were entered; none where a row is wrong."""

    indicators: int = 0


def read(words: str) -> str:
    """What was pasted, in the columns of `INDICATORS`, however the county wrote it."""
    return standard(words, [column.label for column in INDICATORS.columns])


@transaction.atomic
def take_in(by: Person, scheme: Scheme, table: rows.Table, rehearsing: bool) -> Told:
    """In place of what the draft had. Raises Refused, NotNow."""
    verbs.drop_indicators(by, scheme)
    known, told, made = Known(), Told(), dict[str, Indicator]()
    units = {unit.pk: unit for unit in Unit.objects.all()}
    for ordinal, row in enumerate(table.rows, start=1):
        given = cells(row, known)
        if not row.problems:
            attempt(row, partial(one_row, by, scheme, given, units, made, ordinal))
            told.indicators += 1
    wrong = any(row.problems for row in table.rows)
    transaction.set_rollback(rehearsing or wrong)
    return Told() if wrong else told


def cells(row: rows.Row, known: Known) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for column in INDICATORS.columns:
        words = row.words.get(column.name, "")
        if column.must and not words:
            row.problems[column.name] = f"请填写“{column.label}”。"
            continue
        try:
            given |= column.read(words, known) if words else {column.name: column.usual}
        except Unread as why:
            row.problems[column.name] = str(why)
    return given


def attempt(row: rows.Row, act: Callable[[], None]) -> None:
    try:
        with transaction.atomic():
            act()
    except Barred as why:
        row.problems[why.field if why.field in PLACES else ""] = str(why)


def one_row(
    by: Person,
    scheme: Scheme,
    given: dict[str, Any],
    units: dict[int, Unit],
    made: dict[str, Indicator],
    ordinal: int,
) -> None:
    kind, content, above = given.pop("rule_kind"), given.pop("rule"), given.pop("parent")
    if above and above not in made:
        raise Barred(f"上级“{above}”没有写在这一行前面。", field="parent")
    rule = {"kind": kind, **(content or {})} if kind else None
    if content and not kind:
        raise Barred("写了规则内容，没有写计分规则。", field="rule")
    if rule and (faults := check_rule(rule, given["full"])):
        raise Barred("；".join(faults), field="rule")
    given |= {name: units.get(given[name]) for name in ("unit", "supplied_by")}
    if given["supplier"] == Indicator.Supplier.DEPARTMENT and given["supplied_by"] is None:
        raise Barred("数据来源是主管部门提供的，请写“提供数据的部门”。")
    one = Indicator(parent=made.get(above), rule=rule, ordinal=ordinal, **given)
    made[one.code] = verbs.put_indicator(by, scheme, one)


class IndicatorTable:
    """As `bureau.pages.export` writes it: what comes out can be read in again."""

    def __init__(self, scheme: Scheme) -> None:
        self.rows = list(scheme.indicators.select_related("parent", "unit", "supplied_by"))

    def ledger_columns(self) -> list[tuple[str, str]]:
        return [(column.name, column.label) for column in INDICATORS.columns]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for one in self.rows:
            rule = dict(one.rule or {})
            kind = RULES[rule.pop("kind")].label if rule else ""
            yield [
                one.code,
                one.name,
                one.parent.code if one.parent else "",
                one.get_kind_display(),
                one.unit.short if one.unit else "",
                plain(one.full),
                one.target,
                one.half_target,
                one.measure,
                kind,
                json.dumps(rule, ensure_ascii=False) if rule else "",
                one.rule_words,
                one.get_supplier_display(),
                one.supplied_by.short if one.supplied_by else "",
                one.get_absent_display(),
                one.evidence,
                YES if one.half else NO,
            ]
