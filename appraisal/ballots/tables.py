"""计票表 of a poll for Excel."""

from collections.abc import Iterator, Sequence
from typing import Any

from appraisal.ballots.models import Group, Poll
from appraisal.ballots.results import Line

FEW = "有效票不足"


class CountTable:
    """A row for who is voted on: by group how many for each option and their mean, and the mean of all by weight. `rows`: as they may
    be told."""

    def __init__(self, poll: Poll, groups: Sequence[Group], rows: Sequence[Line]) -> None:
        self.options, self.groups, self.rows = poll.terms.options, groups, rows

    def ledger_columns(self) -> list[tuple[str, str]]:
        heads = ["被测评对象"]
        for group in self.groups:
            heads += [f"{group}{option.name}" for option in self.options] + [f"{group}平均分"]
        return [(f"c{place}", head) for place, head in enumerate([*heads, "加权得分"])]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for line in self.rows:
            cells: list[Any] = [line.subject.label]
            for _group, counts, mean in line.groups:
                cells += list(counts) if counts else [""] * len(self.options)
                cells.append(FEW if mean is None else mean)
            yield [*cells, FEW if line.mean is None else line.mean]
