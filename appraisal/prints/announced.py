"""公示 and 结果通报, as letters to all who are appraised: of results as they were kept, ranks only inside a series."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils import timezone

from appraisal.models import Appraised, Result
from appraisal.prints.records import organ
from appraisal.tree import shown
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Annex, Column, Notice, Table

ALL = "各被考核单位："
RANKS = (
    Column("名次", "center", 0.1),
    Column("单位", "left", 0.36),
    Column("得分", "right", 0.16),
    Column("等次", "center", 0.12),
    Column("备注", "left", 0.26),
)
HOW = "得分四舍五入保留两位小数，按显示的分数排名，同分并列；只在本序列内排名。"


def publicity(results: Sequence[Result]) -> Notice:
    """公示, with the result of each series as it was publicised."""
    period = results[0].period
    until = f"，公示到{chinese_date(period.publicised_until)}为止" if period.publicised_until else ""
    body = (
        f"现将{period.words}绩效考核结果予以公示{until}。对本单位的结果有异议的，可以自收到考核结果告知书之日起10日内"
        f"向{organ()}提出。{HOW}"
    )
    return letter(results, f"关于{period.words}绩效考核结果的公示", str(period.matter.number), body)


def announcement(results: Sequence[Result]) -> Notice:
    """结果通报: what was published last of each series; a correction says what it corrects."""
    period = results[0].period
    corrections = [
        f"{one.scheme.series}的结果更正{one.corrects.number}：{one.reason}" for one in results if one.corrects
    ]
    body = f"{period.words}绩效考核结果已经集体研究、公示、审定，现予通报。{HOW}"
    number = max(results, key=lambda one: one.pk).number.partition("（")[0]
    return letter(results, f"关于{period.words}绩效考核结果的通报", number, "\n".join([body, *corrections]))


def letter(results: Sequence[Result], title: str, number: str, body: str) -> Notice:
    return Notice(
        organ=organ(),
        number=number,
        title=title,
        main_to=ALL,
        body=body,
        date=timezone.localdate(max(one.at for one in results)),
        annexes=(Annex("考核得分和等次", ranks(results)),),
    )


def ranks(results: Sequence[Result]) -> Table:
    """Each series under its name."""
    found = [(one.scheme.series, tuple(rows(one))) for one in results]
    return Table(
        RANKS,
        tuple(row for _series, of_series in found for row in of_series),
        groups=tuple((series, len(of_series)) for series, of_series in found),
    )


def rows(one: Result) -> Iterator[tuple[str, ...]]:
    """By rank; whoever is listed apart last, with the reason."""
    apart = {raw["key"]: raw["apart"] for raw in json.loads(one.inputs)["subjects"]}
    lines = sorted(one.by_unit().values(), key=lambda raw: (raw["rank"] is None, raw["rank"] or 0))
    for raw in lines:
        grade, _reason = one.grades.get(raw["key"], ["", ""])
        yield (
            str(raw["rank"] or "—"),
            raw["name"],
            shown(None if raw["total"] is None else Decimal(raw["total"])),
            Appraised.Grade(grade).label if grade else "—",
            f"单列：{apart[raw['key']]}" if apart[raw["key"]] else "",
        )
