"""我的待办 as it is worked through: one row a matter with what is next, grouped by when it must be done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from bureau.matters.actions import acting_for, asks_authority, version
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.lights import Lights
from bureau.matters.flow import Step
from bureau.matters.models import Duty, Matter
from bureau.matters.rooms import Room, rooms
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages import once

TODAY, WEEK, LATER = "今天（含逾期）", "一周内", "以后"
FEW = 2  # of a kind, from which they are offered to be done together


@dataclass
class Row:
    """A matter that waits for somebody: `first` is what is next, `others` what comes after it."""

    first: Duty
    light: str
    note: str
    url: str
    sign_form: dict | None
    others: list[Duty] = field(default_factory=list)

    @property
    def matter(self) -> Matter:
        return self.first.matter


def grouped(duties: Iterable[Duty], lights: Lights, actor: Actor) -> list[dict]:
    """[{label, rows, folds}] of duties in the order of their time; what is overdue is of today. `folds`: on a phone it
    starts folded, for there is something to do before it."""
    rows: dict[int, Row] = {}
    for duty in duties:
        if row := rows.get(duty.matter_id):
            row.others.append(duty)
        else:
            rows[duty.matter_id] = row_of(duty, lights, actor)
    groups: dict[str, list[Row]] = {TODAY: [], WEEK: [], LATER: []}
    for row in rows.values():
        groups[when(row.first)].append(row)
    sooner = bool(groups[TODAY] or groups[WEEK])
    return [
        {"label": label, "rows": found, "folds": sooner and label == LATER}
        for label, found in groups.items()
        if found
    ]


def row_of(duty: Duty, lights: Lights, actor: Actor) -> Row:
    url = reverse("desk:do", args=[duty.pk]) + acting_for(actor)
    return Row(duty, lights.of_duty(duty), lights.note(duty.due_at), url, sign_form(duty, actor))


def when(duty: Duty) -> str:
    """What has no date is of later."""
    if duty.due_at is None:
        return LATER
    days = (timezone.localdate(duty.due_at) - timezone.localdate()).days
    return TODAY if days <= 0 else WEEK if days <= 7 else LATER


def sign_form(duty: Duty, actor: Actor) -> dict | None:
    """签收 in one click from the desk, unless one has to say on whose word."""
    part = duty.assignment
    if duty.step != dues.SIGN or part is None or asks_authority(actor):
        return None
    return {
        "url": reverse("matters:assignment", args=[part.pk, "sign"]) + acting_for(actor),
        "once": once.token(),
        "seen": version(part),
        "back": reverse("desk:home"),
    }


def together(duties: Iterable[Duty], person: Person) -> list[dict]:
    """[{label, count, url}]: what several of these duties can be done by at once, all of them chosen."""
    found = list(duties)
    offered = [batch for room in rooms() for batch in batches(room, found, person)]
    signing = sum(duty.step == dues.SIGN for duty in found)
    if signing >= FEW:
        offered.insert(0, {"label": "签收", "count": signing, "url": reverse("desk:signing")})
    return offered


def batches(room: Room, duties: list[Duty], person: Person) -> Iterator[dict]:
    """Of one room: where this person sits at its desk and its steps say so."""
    for step in room.flow.offered:
        keys = [duty.matter_id for duty in duties if duty.matter.kind == room.kind and duty.step in step.does]
        if len(keys) >= FEW and may_batch(step, room, person):
            url = reverse(f"{room.kind}:batch", args=[step.name])
            yield {
                "label": step.label,
                "count": len(keys),
                "url": f"{url}?{urlencode({'id': keys}, doseq=True)}",
            }


def may_batch(step: Step, room: Room, person: Person) -> bool:
    return bool(step.batch) and person.sits_at(room.kind) and step.batch in person.posts
