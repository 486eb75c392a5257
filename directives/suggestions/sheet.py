"""采纳统计 as Excel: one line per addressee and one of all, 采纳率 as part and whole in columns of their own."""

from collections.abc import Iterable

from directives.suggestions.counting import Counting, Line
from directives.suggestions.figures import Figure

COLUMNS = [
    ("to", "提给"),
    *[(name, Figure(name).label) for name in Figure.values],
    ("taken_up", "采纳和部分采纳"),
    ("taken_up_of", "已答复（采纳率的分母）"),
]


class FiguresSheet:
    """What `bureau.pages.export` asks of a table."""

    def __init__(self, counting: Counting) -> None:
        self.rows = [cells(line) for line in (*counting.lines, counting.total)]

    def ledger_columns(self) -> list[tuple[str, str]]:
        return COLUMNS

    def ledger_rows(self) -> Iterable[list]:
        return iter(self.rows)


def cells(line: Line) -> list:
    share = line.taken_up
    return [line.label, *[line.counts[name] for name in Figure.values], share.part, share.whole]
