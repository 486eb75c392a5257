"""By when a leader's own words want it done, and by whom, read as the words of papers are."""

from django.utils import timezone

from bureau.org.calendar import current_calendar
from bureau.org.naming import units
from bureau.org.reading import Anchor, Deadline, deadline_in
from bureau.org.reading.appointing import Appointment
from bureau.org.reading.asked import asked
from instructions.models import Instruction


def named_due(instruction: Instruction) -> Deadline:
    """What its latest word names."""
    said = instruction.round
    return due_in(deadline_in(said.words, Anchor(said.date, calendar=current_calendar())))


def due_in(read: Deadline) -> Deadline:
    """As it was read, counted from the day the leader wrote. What speaks of a time and gives no day that is still to come
    is a problem, in a sentence that asks for it."""
    if read.unread:
        return Deadline(problem=f"批示中的“{read.unread}”没有读成日期：要在哪天以前办结？请填写办理时限。")
    if read.due and read.due <= timezone.localdate():
        return Deadline(
            problem=f"批示中的“{read.words}”读作{read.due:%Y-%m-%d}，已经过去：要在哪天以前办结？请填写办理时限。"
        )
    return read


def named_units(instruction: Instruction) -> Appointment:
    """Whom its latest word names; nobody where somebody is written down already, or the bureau handles it itself."""
    if instruction.self_handled or instruction.lead_unit_id:
        return Appointment()
    said = instruction.round
    return asked(said.words, units.directory(), Anchor(said.date)).units
