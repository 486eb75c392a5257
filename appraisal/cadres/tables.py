"""Tables of a review for Excel, by unit and post: who is graded how, and what is made of it. Names stand in none."""

from collections.abc import Iterator, Sequence
from typing import Any

from appraisal.cadres import states
from appraisal.cadres.models import Merit, Use


class Roll:
    """名单和等次, as the page of a review shows it."""

    heads = (
        "单位和职务",
        "任职月数",
        "民主测评",
        "领导评价",
        "分管工作",
        "得分",
        "建议等次",
        "等次",
        "说明",
        "结果运用",
    )

    def __init__(self, merits: Sequence[Merit]) -> None:
        self.rows = merits

    def ledger_columns(self) -> list[tuple[str, str]]:
        return [(f"c{place}", head) for place, head in enumerate(self.heads)]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for one in self.rows:
            yield [
                str(one),
                one.months,
                *("" if value is None else value for value in (one.vote, one.leaders, one.charge, one.score)),
                one.get_proposed_grade_display(),
                "不定等次" if one.apart else one.get_grade_display(),
                "；".join(filter(None, [one.apart, *one.caps, one.grade_reason])),
                "；".join(
                    f"{use.get_kind_display()}：{use.get_state_display()}"
                    for use in one.uses.all()
                    if use.state != states.DROPPED
                ),
            ]


class UseTable:
    """结果运用, a row for each thing that was proposed."""

    heads = (
        "单位和职务",
        "等次",
        "建议",
        "决定机关",
        "理由",
        "状态",
        "建议书文号",
        "决定文号",
        "决定日期",
        "情况",
    )

    def __init__(self, uses: Sequence[Use]) -> None:
        self.rows = uses

    def ledger_columns(self) -> list[tuple[str, str]]:
        return [(f"c{place}", head) for place, head in enumerate(self.heads)]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for one in self.rows:
            yield [
                str(one.merit),
                one.merit.get_grade_display(),
                one.get_kind_display(),
                one.organ,
                one.reason,
                one.get_state_display(),
                one.number,
                one.document,
                one.decided_on or "",
                one.words,
            ]
