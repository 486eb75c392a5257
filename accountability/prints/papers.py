"""Which records a case has now: for its page, and for its file (卷宗), in the order in which they came about."""

from collections.abc import Callable
from dataclasses import dataclass

from accountability.models import Case
from accountability.prints import records
from bureau.press.typeset.sheets import Sheet


@dataclass(frozen=True)
class Record:
    """`made(case)`: whether there is one already."""

    label: str
    sheet: Callable[[Case], Sheet]
    made: Callable[[Case], bool]


RECORDS = {
    "clue": Record("问责线索登记表", records.registered, lambda case: True),
    "check": Record("初核报告", records.checked, lambda case: bool(case.check_findings)),
    "filing": Record("立案审批表", records.filing, lambda case: bool(case.basis)),
    "evidence": Record("证据清单", records.evidence_list, lambda case: bool(case.evidence.all())),
    "report": Record("调查报告", records.investigated, lambda case: bool(case.report_facts)),
}


def offered(case: Case) -> list[tuple[str, str]]:
    """(key, label) of the records that can be printed now."""
    return [(key, one.label) for key, one in RECORDS.items() if one.made(case)]
