"""A paper of long ago as the tales know papers: each decision with its date. Its units have no head who countersigns."""

from bureau.demo.tale import Paper, Tale

DISPATCHED = 3  # working days from the paper to the units
SHORTEST, STEPS, SPREAD = 30, 7, 25  # working days that a decision is given


def past(kind: str, title: str, number: str, organ: str, date: int, officer: str, lines: str) -> Paper:
    """`date`: the working day before today; `lines`: `牵头|协办、协办|事项`, one a decision."""
    tales = tuple(
        tale(line.strip(), date + DISPATCHED + SHORTEST + STEPS * place % SPREAD)
        for place, line in enumerate(lines.strip().splitlines())
    )
    return Paper(kind, title, number, date, officer, organ, tales)


def tale(line: str, due: int) -> Tale:
    lead, co, title = line.split("|")
    return Tale(title, lead, tuple(filter(None, co.split("、"))), due)
