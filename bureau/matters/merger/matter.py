"""What becomes of one matter whose units were merged: their parts go on under the unit that carries on."""

from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters import timeline
from bureau.matters.access.recusals import is_recused
from bureau.matters.access.search import fold
from bureau.matters.merger import parts as fusing
from bureau.matters.models import Assignment, Audience, Duty, Matter, Tiding
from bureau.matters.parts.recused import hand_to_the_desk
from bureau.matters.parts.states import DONE, PLANNED, RELEASED
from bureau.matters.rooms import room_of
from bureau.org.models import Unit

STEP = "matters.merge"
KEPT_OUT = "{old}已并入须回避的{new}，不再承办，请另行交办"
LINE = "{old}已并入{new}，本事项由{new}接续承办{how}"


def follow(matter: Matter) -> None:
    """Every part of a unit that was merged goes to its successor; a line tells of it. Inside a transaction that holds
    the cover. A part that has ended within its successor's stays as it is, so doing it again changes nothing."""
    parts = matter.assignments.filter(unit__merged_into__isnull=False).exclude(state=RELEASED)
    for part in parts.select_related("unit__merged_into"):
        into = part.unit.successor
        if is_recused(matter, into):
            hand_to_the_desk(matter, part, STEP, KEPT_OUT.format(old=part.unit.short, new=into.short))
            continue
        there = matter.assignments.filter(unit=into).select_related("unit").first()
        if there is not None and stays_apart(part, there):
            hand_on(matter, part, into)
        elif there is None or goes_on(part):
            carry(matter, part, into, there)


def goes_on(part: Assignment) -> bool:
    """Something of it is not done: of the lead's part always."""
    return part.is_lead or part.state != DONE or owed(part).exists()


def stays_apart(part: Assignment, there: Assignment) -> bool:
    """Each of the two has its own papers, once one of them was served."""
    return room_of(part.matter.kind).apart and {part.state, there.state} != {PLANNED}


def hand_on(matter: Matter, part: Assignment, into: Unit) -> None:
    """It keeps its old name; the successor answers for it. Told once."""
    line = LINE.format(old=part.unit.short, new=into.short, how="")
    if not matter.entries.filter(step=STEP, sentence=line).exists():
        owed(part).update(holder_unit=into, told_at=None, rung=0)
        tell(matter, part, part.unit, into, line)


def owed(part: Assignment) -> QuerySet[Duty]:
    """What its unit still owes on the matter."""
    return Duty.objects.filter(matter=part.matter_id, holder_unit=part.unit_id, done_at=None)


def carry(matter: Matter, part: Assignment, into: Unit, there: Assignment | None) -> None:
    """One part, as a whole or into the part that the successor has already. Who holds its duties now is told anew; the
    due times stay."""
    old, now, how = part.unit, timezone.now(), ""
    duties = list(owed(part).values_list("pk", flat=True))
    if there is None:
        Assignment.objects.filter(pk=part.pk).update(
            unit=into
        )  # its version stays: open forms are good still
    else:
        how = fusing.fuse(part, there, now)
    Duty.objects.filter(pk__in=duties, done_at=None).update(holder_unit=into, told_at=None, rung=0)
    name_anew(matter, into)
    tell(matter, there or part, old, into, LINE.format(old=old.short, new=into.short, how=how))


def tell(matter: Matter, part: Assignment, old: Unit, into: Unit, line: str) -> None:
    """All units of the matter, or, where they learn nothing of each other, this part's alone."""
    now, facts = timezone.now(), {"old": old.short, "new": into.short, "on": f"{old.merged_on}"}
    whose, audience = (part, Audience.UNIT) if room_of(matter.kind).apart else (None, Audience.ALL)
    entry = timeline.write(matter, STEP, line, assignment=whose, audience=audience, at=now, facts=facts)
    Tiding.objects.create(entry=entry)


def name_anew(matter: Matter, into: Unit) -> None:
    """It is found by the new name as well."""
    if not room_of(matter.kind).apart and fold(into.short) not in matter.words:
        matter.words = f"{matter.words} {fold(into.short)}".strip()
        Matter.objects.filter(pk=matter.pk).update(words=matter.words)


def heir(part: Assignment) -> Assignment:
    """The part that goes on with this one: its successor's on the same matter, or itself."""
    if part.unit.merged_into_id is None:
        return part
    parts = Assignment.objects.select_related("matter", "unit")
    return parts.filter(matter=part.matter_id, unit=part.unit.successor).first() or part
