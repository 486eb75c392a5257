"""What somebody can owe (`Duty.step`): its words, who reads of it, its limits, what it has to do with replies and papers.

The hall declares what every room owes; a room, and what stands above the hall, declares its own."""

from bureau.org import limited
from bureau.org.limited import ANY, DAYS, HOURS, WORKDAYS

READ_BY_ALL, READ_BY_ITS_UNIT, READ_ABOVE, READ_INSIDE = "all", "unit", "above", "inside"
PROGRESS, FINAL = "progress", "final"  # the kinds of reply that may do what is owed
DUES: dict[str, "Due"] = {}


class Due(str):
    """A step that is owed; it is its own key, so that it stands in queries as it is.

    `limits`: the defaults by urgency; none: a person sets the date, or there is none. `measured_by`: the key of the due
    whose limit counts for this one. `read_by`: everybody on the matter; besides the bureau and the lead only the unit
    whose part it is; the bureau and the leaders alone; nobody but that unit. `answered_by`: kinds of reply that do it. `sets_cover`: its time
    is the one on the cover. `undone`: what a paper of urging says of it, and only then is one proposed. `counts`: it is
    a request for the unit's burden (facts §7.2). `periodic`: owed from the beginning of its period; what is said before
    that answers nothing. `judged`: somebody's work waits for a yes or a no. `stays`: it does not go over to the unit that its unit was merged into.
    `each`: several persons may owe it at once, each of them alone. `outlasts`: it is owed also while the matter stands still and
    after it has ended."""

    label: str
    limits: dict[str, tuple[int, str]]
    measured_by: str
    read_by: str
    answered_by: tuple[str, ...]
    sets_cover: bool
    undone: str
    counts: bool
    periodic: bool
    judged: bool
    stays: bool
    each: bool
    outlasts: bool

    def __new__(
        cls,
        key: str,
        label: str,
        *,
        limits: dict[str, tuple[int, str]] | None = None,
        measured_by: str = "",
        read_by: str = READ_BY_ALL,
        answered_by: tuple[str, ...] = (),
        sets_cover: bool = False,
        undone: str = "",
        counts: bool = False,
        periodic: bool = False,
        judged: bool = False,
        stays: bool = False,
        each: bool = False,
        outlasts: bool = False,
    ) -> "Due":
        """Declares it. Raises LookupError where the key is taken."""
        if key in DUES:
            raise LookupError(f"the due {key} is declared twice")
        due = super().__new__(cls, key)
        due.label, due.limits, due.measured_by = label, limits or {}, measured_by or key
        due.read_by, due.answered_by, due.sets_cover = read_by, answered_by, sets_cover
        due.undone, due.counts, due.periodic, due.judged, due.stays = undone, counts, periodic, judged, stays
        due.each, due.outlasts = each, outlasts
        DUES[key] = due
        if limits:
            limited.declare(key, label, limits)
        return due


def choices() -> list[tuple[str, str]]:
    """Key and label of everything that can be owed."""
    return [(str(due), due.label) for due in DUES.values()]


def having(**attributes: object) -> list[Due]:
    """Those declared with these attributes: `having(sets_cover=True)`."""
    return [
        due for due in DUES.values() if all(getattr(due, name) == value for name, value in attributes.items())
    ]


def answered_by(kind: str) -> list[Due]:
    """What a unit does by sending a reply of this kind."""
    return [due for due in DUES.values() if kind in due.answered_by]


def urged() -> list[Due]:
    """For which papers are proposed when a unit is late."""
    return [due for due in DUES.values() if due.undone]


# What every room owes. 「当日」 is 8 working hours, so that what comes in the late afternoon can still be signed in time.
APPROVE = Due("approve", "审定", limits={ANY: (1, WORKDAYS)}, read_by=READ_ABOVE, judged=True)
DISPATCH = Due("dispatch", "交办", limits={ANY: (1, WORKDAYS)})
SIGN = Due(
    "sign",
    "签收",
    limits={
        "flash": (2, HOURS),
        "urgent": (8, HOURS),
        "normal": (1, WORKDAYS),
        "complex": (1, WORKDAYS),
        "minutes": (1, WORKDAYS),
        "longterm": (1, WORKDAYS),
    },
    undone="尚未签收",
)
FIRST_REPLY = Due(
    "first_reply",
    "首次反馈",
    limits={
        "flash": (1, DAYS),
        "urgent": (2, WORKDAYS),
        "normal": (5, WORKDAYS),
        "complex": (5, WORKDAYS),
        "minutes": (5, WORKDAYS),
        "longterm": (30, DAYS),
    },
    answered_by=(PROGRESS, FINAL),
    undone="尚未报送首次反馈",
)
REVISE = Due(
    "revise",
    "补充反馈",
    measured_by="first_reply",
    read_by=READ_BY_ITS_UNIT,
    answered_by=(PROGRESS, FINAL),
    undone="尚未补充反馈",
)
PART = Due("part", "协办事项办结", measured_by="report", answered_by=(FINAL,), undone="尚未办结协办事项")
# A long-term item ends on the date of its plan and therefore has no limit for the report.
REPORT = Due(
    "report",
    "办结",
    limits={
        "flash": (3, DAYS),
        "urgent": (5, WORKDAYS),
        "normal": (15, WORKDAYS),
        "complex": (30, WORKDAYS),
        "minutes": (20, DAYS),
    },
    sets_cover=True,
    undone="尚未报送办结报告",
)
COUNTERSIGN = Due("countersign", "审签", limits={ANY: (1, WORKDAYS)}, read_by=READ_BY_ITS_UNIT, judged=True)
REVIEW = Due("review", "审核", limits={ANY: (2, WORKDAYS)}, judged=True)
DECIDE_EXTENSION = Due("decide_extension", "延期审批", limits={ANY: (1, WORKDAYS)}, read_by=READ_BY_ITS_UNIT)
# Nobody owes it; until then it may be done.
DISPUTE = Due("dispute", "提出职责异议", limits={ANY: (1, WORKDAYS)})
DECIDE_DISPUTE = Due("decide_dispute", "职责异议裁定", limits={ANY: (1, WORKDAYS)}, read_by=READ_BY_ITS_UNIT)
CONFIRM = Due("confirm", "确认代录", limits={ANY: (3, WORKDAYS)}, read_by=READ_BY_ITS_UNIT, outlasts=True)
# Something that this matter was based on does not stand as it was quoted (`bureau.matters.lineage.changing`).
SETTLE_CHANGE = Due(
    "settle_change", "处理上游变化", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE, outlasts=True
)
# Of whom a unit handed something of its part: its own affair, by a date of its own.
INSIDE = Due("inside", "内部任务", read_by=READ_INSIDE, each=True)
