"""A decision as found on the page, and how it settles into an Item."""

from dataclasses import dataclass, field

from bureau.org.naming import Directory
from bureau.org.reading.appointing import appoint
from bureau.org.reading.clauses import Duties
from bureau.org.reading.deadlines import Deadline, deadline, deadline_in
from bureau.org.reading.moments import Anchor
from bureau.org.reading.problem import Problem
from bureau.org.reading.prose import prose_duties
from bureau.org.reading.words import tidy

from .items import Item
from .quarters import staged, unstaged

LONGEST = 500
"""Characters a decision may have before the clerk is asked to shorten it. It is never cut."""


@dataclass
class Draft:
    """One decision with its duty words still in words. `due` may be a cell's date or serial number."""

    text: str
    passage: str
    place: str
    duties: Duties = field(default_factory=Duties)
    due: object = None
    number: int | None = None
    category: str = ""
    remark: str = ""
    stages: tuple[tuple[str, str], ...] = ()  # the label of its column, and what it says


def settle(draft: Draft, ordinal: int, directory: Directory, anchor: Anchor, common: str = "") -> Item:
    """The item with units and dates looked up, and every doubt as a problem. `common`: the deadline of what names none."""
    duties = (
        draft.duties.over(prose_duties(draft.text, directory)) if not draft.duties.shares else draft.duties
    )
    appointment = appoint(duties.shares, directory)
    owed, problems = _owed(draft, duties, anchor, common)
    year = (owed.due or anchor.day).year
    stages = () if owed.recurring else tuple(staged(draft.stages, year, owed.due))
    return Item(
        ordinal=ordinal,
        text=draft.text,
        passage=tidy(draft.passage),
        place=draft.place,
        lead=appointment.lead,
        lead_words=appointment.unknown,
        co=tuple(appointment.co),
        due=owed.due,
        recurring=owed.recurring,
        cadence=owed.cadence,
        first_report=owed.first_report,
        leader=duties.leader,
        remark="；".join(filter(None, [draft.remark, *unstaged(draft.stages, stages)])),
        category=draft.category,
        stages=stages,
        problems=(*_about_text(draft.text), *appointment.problems, *problems),
    )


def _about_text(text: str) -> list[Problem]:
    if not text:
        return [Problem("text", "没有写明做什么，请补上事项内容。")]
    if len(text) > LONGEST:
        return [Problem("text", f"事项内容有 {len(text)} 字，超过 {LONGEST} 字，请精简或拆成几件。")]
    return []


def _owed(draft: Draft, duties: Duties, anchor: Anchor, common: str) -> tuple[Deadline, list[Problem]]:
    """The named deadline, else the one the sentence sets, else that of the paper; a separate first report is the first thing
    owed."""
    owed = deadline(duties.due if draft.due is None else draft.due, anchor)
    if owed == Deadline():
        owed = deadline_in(draft.text, anchor)
    if owed == Deadline():
        owed = deadline(common, anchor)
    first, cadence = deadline(duties.first, anchor), deadline(duties.cadence or draft.remark, anchor)
    unread = f"“{owed.unread}”没有读成日期，请填写办理时限或勾选已核对。" if owed.unread else ""
    problems = [Problem("due", words) for words in (owed.problem, first.problem, unread) if words]
    due = owed.due or (first.due if owed.recurring else None)
    first_report = first.due or owed.first_report
    return Deadline(due, owed.recurring, owed.cadence or cadence.cadence, first_report), problems
