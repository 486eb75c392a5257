"""Opening, doing, moving, stopping and dropping duties. Only verbs call these."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Min, Q, QuerySet

from bureau.jobs.barred import Barred
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.rulebook import rules
from bureau.matters.known import duties_of
from bureau.matters.models import Assignment, Duty, Matter, Service
from bureau.org.calendar import current_calendar
from bureau.org.models import Person, Unit
from bureau.org.worktime import Reckoning, Term, fixed, local, moves, reckon

# `(matter, before)`: the date of its result was another one.
MOVED: list[Callable[[Matter, datetime | None], None]] = []


def result_of(matter: Matter) -> Duty | None:
    """The last duty whose due time is the cover's."""
    results = [duty for duty in duties_of(matter) if dues.DUES[duty.step].sets_cover]
    return results[-1] if results else None


def original_day(matter: Matter) -> date | None:
    """The day on which the result was first due; it stays beside every later one."""
    result = result_of(matter)
    return _day(result.original_due_at) if result and result.original_due_at else None


def term_of(matter: Matter, step: str, at: datetime) -> Reckoning | None:
    """What the limits table gives for this matter and step, counted from `at`; None where it says nothing."""
    in_force = rules()
    term = in_force.limits.of(matter.kind, matter.urgency, dues.DUES[step].measured_by)
    return reckon(at, term, in_force.calendar) if term else None


def owe(
    matter: Matter,
    step: str,
    *,
    at: datetime,
    unit: Unit | None = None,
    post: str = "",
    person: Person | None = None,
    assignment: Assignment | None = None,
    service: Service | None = None,
    due: Reckoning | None = None,
    note: str = "",
    named: str = "",
) -> Duty:
    """Open a duty for one holder. `due` defaults to the limits table; no limit means no date.

    `note`: a sentence for 「时限说明」 that the arithmetic does not say, such as why this holder. `named`: what this one is about, where that is told on pages."""
    holder: dict[str, Any] = {"holder_unit": unit, "holder_post": post, "holder_person": person}
    holder |= {"assignment": assignment, "service": service}
    duty = _owed(matter, step, at, due or term_of(matter, step, at), **holder)
    if note:
        duty.basis = {**(duty.basis or {}), "moves": [moves.noted(note)]}
    if named:
        duty.basis = {**(duty.basis or {}), "named": named}
    duty.save(force_insert=True)
    return duty


def owe_parts(
    matter: Matter, owed: Iterable[tuple[str, Iterable[Assignment], Reckoning | None]], *, at: datetime
) -> None:
    """`owed`: step, parts, due time (None: by the limits table). The unit of each part owes the step: reckoned
    once for all its parts, all written at once."""
    duties = []
    for step, parts, due in owed:
        due = due or term_of(matter, step, at)
        duties += [_owed(matter, step, at, due, holder_unit=part.unit, assignment=part) for part in parts]
    Duty.objects.bulk_create(duties)


def owe_again(
    matter: Matter, step: str, part: Assignment | None, *, at: datetime, person: Person | None = None
) -> Duty:
    """What was sent is not enough: the unit of `part` — or the person, where the bureau does it itself — owes the
    step once more, by the date of the result as it stands, with its original and its arithmetic."""
    result = result_of(matter)
    unit = part and part.unit
    duty = _owed(matter, step, at, None, holder_unit=unit, holder_person=person, assignment=part)
    if result and result.due_at and matter.due_at:
        duty.due_at, duty.original_due_at = matter.due_at, result.original_due_at
        duty.basis = result.basis
        if matter.due_at != result.due_at:  # more time was granted while the report was under review
            duty.basis = _with(result, moves.extended(_day(matter.due_at), _day(result.due_at)))
    duty.save(force_insert=True)
    return duty


def done(
    matter: Matter,
    *steps: str,
    at: datetime,
    assignment: Assignment | None = None,
    service: Service | None = None,
) -> None:
    """The steps were taken: close what was owed for them. What is owed for a period that has not begun is not answered."""
    not_begun = Q(step__in=dues.having(periodic=True), opened_at__gt=at)
    found = _open(matter, assignment, service)
    found.filter(~not_begun, step__in=steps).update(done_at=at, stopped_at=None)


def reopen(matter: Matter, ended_at: datetime, *steps: str, assignment: Assignment | None = None) -> None:
    """What was done at that moment was taken back: it is owed again. Raises Barred where the next period is owed
    already."""
    owed = {duty.step for duty in _open(matter, assignment)}
    ended = Duty.objects.filter(_of(assignment), matter=matter, done_at=ended_at, dropped=False)
    for duty in ended.filter(step__in=steps):
        if duty.step in owed and dues.DUES[duty.step].periodic:
            raise Barred("下一期反馈已经开始，不能再撤回这一期的。")
        if duty.step not in owed:
            owe_still(duty, assignment)


def owe_still(duty: Duty, part: Assignment | None = None) -> None:
    """It is owed after all, by whoever has the part now and by its date: what moved other dates since, moves it too; where
    the matter stands still, so does it."""
    ended_at, matter = duty.done_at, duty.matter
    stands = _open(matter).aggregate(since=Min("stopped_at"))["since"]
    duty.done_at, duty.dropped, duty.stopped_at = None, False, stands
    if part and duty.holder_unit_id != part.unit_id:  # its unit was merged since
        duty.holder_unit, duty.assignment, duty.told_at, duty.rung = part.unit, part, None, 0
    duty.save()
    for stop in stops(matter):
        if ended_at and duty.due_at and moves.moment(stop["to"]) > ended_at:
            shift(duty, moves.replay(duty.due_at, [stop], _left(duty), current_calendar())[0])
    follow_cover(duty, matter)


def stops(matter: Matter) -> list[dict]:
    """中止 of the matter, each once, as what was owed meanwhile remembers them."""
    known = (move for duty in duties_of(matter) for move in duty.moves if move["kind"] == "stopped")
    return [found for _since, found in sorted({move["from"]: move for move in known}.items())]


def follow_cover(duty: Duty, matter: Matter) -> None:
    """Time that was granted while it was not owed."""
    of_the_result = dues.DUES[duty.step].sets_cover or duty.step == dues.PART
    if of_the_result and duty.due_at and matter.due_at and duty.due_at != matter.due_at:
        shift(duty, moves.extended(_day(matter.due_at), _day(duty.due_at)))


def pass_on(duty: Duty, part: Assignment, *, at: datetime) -> None:
    """What one unit owed the unit of `part` owes now, by the date that stands, with its original and its arithmetic."""
    dates = {name: getattr(duty, name) for name in ("due_at", "original_due_at", "basis")}
    begins = max(duty.opened_at, at)  # a node is owed from the beginning of its period
    Duty(
        matter=duty.matter,
        step=duty.step,
        holder_unit=part.unit,
        assignment=part,
        opened_at=begins,
        **dates,
    ).save(force_insert=True)


def share(matter: Matter, step: str, people: Iterable[Person], at: datetime) -> None:
    """A step that each may owe (`Due.each`): these people owe it, by the date that stands; nobody else does any more."""
    owed = list(_open(matter).filter(step=step))
    wanted = {person.pk: person for person in people}
    for key in wanted.keys() - {duty.holder_person_id for duty in owed}:
        dates = {name: getattr(owed[0], name) for name in ("due_at", "original_due_at", "stopped_at")}
        basis = {name: told for name, told in (owed[0].basis or {}).items() if name != "named"}
        made = {"matter": matter, "step": step, "each": True, "holder_person": wanted[key], "opened_at": at}
        Duty(**made, **dates, basis=basis or None).save(force_insert=True)
    for duty in owed:
        if duty.holder_person_id not in wanted:
            end(duty, at, dropped=True)


def hand_on(matter: Matter, step: str, *, person: Person | None = None, post: str = "") -> None:
    """Another one of the bureau owes it from now on, by the date that stands, and is told of it."""
    others = _open(matter).filter(step=step).exclude(holder_person=person, holder_post=post)
    others.update(holder_person=person, holder_post=post, told_at=None, rung=0)


def end(duty: Duty, at: datetime, *, dropped: bool) -> None:
    """This one alone is not owed any more: done, or dropped."""
    duty.done_at, duty.stopped_at, duty.dropped = at, None, dropped
    duty.save(update_fields=["done_at", "stopped_at", "dropped"])


def drop(
    matter: Matter,
    at: datetime,
    *steps: str,
    assignment: Assignment | None = None,
    service: Service | None = None,
) -> None:
    """Nothing is owed any more, or none of these steps: what is open ends without being done, but for what outlasts the
    matter: a leader's word on what was entered in their name."""
    owed = _open(matter, assignment, service).exclude(step__in=dues.having(outlasts=True))
    owed = owed.filter(step__in=steps) if steps else owed
    owed.update(done_at=at, stopped_at=None, dropped=True)


def extend(matter: Matter, until: date, why: str = "") -> date:
    """延期: the result and the parts of it are due on another date; the original stays beside it. `why`: where that
    was not asked for. Returns the date that stood before. Raises LookupError where there was none."""
    if matter.due_at is None:
        raise LookupError(f"the matter {matter.pk} has no date that could be moved")
    before = _day(matter.due_at)
    for duty in _open(matter).filter(step__in=[*dues.having(sets_cover=True), dues.PART]):
        shift(duty, moves.extended(until, _day(duty.due_at or matter.due_at), why))
    turn_cover(matter, fixed(until).due_at)
    return before


def stop(matter: Matter, at: datetime) -> None:
    """中止: the clock stands still, but for what goes on nevertheless (`Due.outlasts`)."""
    stands = _open(matter).filter(stopped_at__isnull=True).exclude(step__in=dues.having(outlasts=True))
    stands.update(stopped_at=at)


def resume(matter: Matter, at: datetime) -> None:
    """恢复: every open due time moves on by the working time that the clock stood still; the cover follows."""
    calendar = current_calendar()
    for duty in _open(matter).filter(stopped_at__isnull=False):
        since, duty.stopped_at = duty.stopped_at, None
        if since is None or duty.due_at is None:
            duty.save(update_fields=["stopped_at"])
            continue
        shift(duty, moves.stopped(duty.due_at, since, at, _left(duty), calendar))
        if dues.DUES[duty.step].sets_cover:
            turn_cover(matter, duty.due_at)


def shift(duty: Duty, move: dict) -> None:
    """One move more; where the due time changes by it, its holder has to be told anew."""
    due_at, changed = moves.moment(move["due"]), ["stopped_at", "basis"]
    if due_at != duty.due_at:
        duty.due_at, duty.told_at, duty.rung = due_at, None, 0
        changed += ["due_at", "told_at", "rung"]  # else a sweep may have marked the row since it was read
    duty.basis = _with(duty, move)
    duty.save(update_fields=changed)


def _with(duty: Duty, move: dict) -> dict:
    return {**(duty.basis or {}), "moves": [*duty.moves, move]}


def turn_cover(matter: Matter, due_at: datetime | None) -> None:
    """Its result is due then; who has to know of it is told what stood before."""
    before = matter.due_at
    type(matter).objects.filter(pk=matter.pk).update(due_at=due_at)
    matter.due_at = due_at
    for follow in MOVED:
        follow(matter, before)


def _left(duty: Duty) -> Term | None:
    return moves.term_left(duty.term, duty.moves)


def _of(part: Assignment | None) -> Q:
    """Of that part, or of one that went into it with its unit."""
    return Q(assignment=part) | Q(assignment__unit__merged_into=part.unit_id) if part else Q(assignment=None)


def _day(moment: datetime) -> date:
    return local(moment).date()


def _open(
    matter: Matter, assignment: Assignment | None = None, service: Service | None = None
) -> QuerySet[Duty]:
    duties = Duty.objects.filter(matter=matter, done_at__isnull=True)
    duties = duties.filter(assignment=assignment) if assignment else duties
    return duties.filter(service=service) if service else duties


def _owed(matter: Matter, step: str, at: datetime, due: Reckoning | None, **holder: Any) -> Duty:
    due_at, basis = (due.due_at, due.as_json()) if due else (None, None)
    dates = {"opened_at": at, "due_at": due_at, "original_due_at": due_at, "basis": basis}
    return Duty(matter=matter, step=step, each=dues.DUES[step].each, **dates, **holder)
