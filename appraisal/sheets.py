"""What goes out to Excel of a period: the scores of all units and of one, what a unit reported of itself, what was added and taken."""

from collections.abc import Container, Iterator, Sequence
from typing import Any

from django.db.models import F

from appraisal.models import Adjustment, Appraised, Period, Value
from appraisal.reckoning import Line
from appraisal.tree import shown as total
from appraisal.wording import value_words


class ScoreTable:
    """`opened`: keys of those whose page the reader may open: to them alone it is said why another grade was decided."""

    def __init__(self, period: Period, opened: Container[int]) -> None:
        self.opened = opened
        found = Appraised.objects.filter(period=period).select_related("assignment__unit", "scheme")
        order = ("scheme__series", F("rank").asc(nulls_last=True), "assignment__unit__order", "pk")
        self.rows = list(found.order_by(*order))

    def ledger_columns(self) -> list[tuple[str, str]]:
        names = ("考核序列", "名次", "单位", "得分", "等次", "定等说明", "单列理由")
        return [(f"c{place}", name) for place, name in enumerate(names)]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for one in self.rows:
            yield [
                one.scheme.series,
                one.rank or "",
                one.unit.short,
                total(one.total),
                one.get_grade_display(),
                one.grade_reason if one.pk in self.opened else "",
                one.apart,
            ]


class UnitScoreTable:
    """评分表 of one unit: each indicator with how its points came about, then what was added and taken."""

    heads = ("编号", "指标", "分值", "得分", "怎么得的分")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.rows = (*line.rows, *line.adjustments)

    def ledger_columns(self) -> list[tuple[str, str]]:
        return [(f"c{place}", head) for place, head in enumerate(self.heads)]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for row in self.line.rows:
            yield [row.code, row.name, row.full, "" if row.score is None else row.score, row.how]
        for one in self.line.adjustments:
            yield ["加减分", one.label, "", one.points, f"{one.on} {one.words}"]
        yield ["总分", "", "", total(self.line.total), ""]


class SelfReportTable:
    """自评表 of one unit. What others say of it does not stand in it."""

    heads = ("编号", "指标", "分值", "情况", "完成情况", "自评分")

    def __init__(self, values: Sequence[Value]) -> None:
        self.rows = values

    def ledger_columns(self) -> list[tuple[str, str]]:
        return [(f"c{place}", head) for place, head in enumerate(self.heads)]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for one in self.rows:
            self_score = "" if one.self_score is None else one.self_score
            indicator = one.indicator
            words = value_words(one)
            yield [
                indicator.code,
                indicator.name,
                indicator.full,
                one.get_status_display(),
                words,
                self_score,
            ]


class AdjustmentTable:
    def __init__(self, found: list[Adjustment]) -> None:
        self.rows = found

    def ledger_columns(self) -> list[tuple[str, str]]:
        names = ("单位", "加减分项", "分值", "发生日期", "情况说明", "状态", "确认人", "审批人", "理由")
        return [(f"c{place}", name) for place, name in enumerate(names)]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for one in self.rows:
            yield [
                one.appraised.unit.short,
                one.rule.label,
                one.points,
                one.happened_on,
                one.words,
                one.get_state_display(),
                one.confirmed_by.signature if one.confirmed_by else "",
                one.approved_by.signature if one.approved_by else "",
                one.reason,
            ]
