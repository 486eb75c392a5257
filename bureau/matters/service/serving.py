"""送达 and 签收: the verbs of a paper that is served."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bureau.files import store
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step, bind
from bureau.matters.models import Assignment, Contest, Entry, Matter, Secrecy, Service
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.matters.rooms import encrypts
from bureau.matters.service import steps
from bureau.matters.service.declared import ServedPaper, label_of
from bureau.matters.service.dues import DELIVER_PAPER, RECEIVE_PAPER
from bureau.org import cipher
from bureau.org.actor import Actor
from bureau.org.models import Position, Unit
from bureau.org.names import said_in_passing
from bureau.org.worktime import ZONE, local
from bureau.press.printing import pdf_of
from bureau.press.typeset.sheets import Sheet


def serve(
    actor: Actor,
    matter: Matter,
    paper: ServedPaper,
    to: Assignment | Unit | Position,
    sheet: Sheet,
    text: str,
    number: str,
    answers: Contest | None = None,
) -> Service:
    """送达 `sheet`, frozen as its PDF: to the unit of a part, which sees the matter from now on; to the head of a unit; or to a
    person. In the transaction of the room's verb. Raises PressProblem where it cannot be set."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a paper is served inside its verb's transaction")
    now, label = timezone.now(), paper.answer_label if answers else paper.label
    service = Service(
        matter=matter,
        paper=paper.key,
        **addressed(to),
        answers=answers,
        number=number,
        text=text,
        name=f"{label}{number}.pdf",
        served_by=actor.principal,
        served_at=now,
    )
    freeze(service, pdf_of(sheet))
    service.save()
    owe_receipt(service, now)
    steps.SERVICE.take(steps.SERVE, service, actor, at=now, **said(service))
    for tell in TELLING:
        tell(service)
    return service


bind(steps.SERVE, serve)


TELLING: list[Callable[[Service], None]] = []  # who tells its addressee, in the same transaction


def addressed(to: Assignment | Unit | Position) -> dict[str, Any]:
    """The columns that say on whom it is served."""
    if isinstance(to, Position):
        return {"position": to}
    return {"unit": to} if isinstance(to, Unit) else {"assignment": to}


def freeze(service: Service, pdf: bytes) -> None:
    """As it was served: a person's encrypted, with their name, and any of a room that encrypts."""
    if service.position or encrypts(service.matter):
        whom = service.position.cadre.name if service.position else service.addressed
        service.sealed = cipher.seal(whom.encode(), service.about)
        service.sha256, service.size = store.put_sealed(pdf, service.about), len(pdf)
    else:
        service.sha256, service.size = store.put(ContentFile(pdf))


def owe_receipt(service: Service, at: datetime) -> None:
    """A unit with a part owes one receipt at a time, by the date of the first paper that waits; of any other the officer owes
    that it gets there."""
    if service.assignment is None:
        duties.owe(
            service.matter,
            DELIVER_PAPER,
            at=at,
            person=service.matter.officer,
            service=service,
            named=service.addressed,
        )
        return
    part = service.assignment
    show(part, at)
    if not part.duties.filter(step=RECEIVE_PAPER, done_at=None).exists():
        duties.owe(part.matter, RECEIVE_PAPER, at=at, unit=part.unit.successor, assignment=part)


def show(part: Assignment, at: datetime) -> None:
    """The unit sees the matter from now on, of which it was told nothing before."""
    if part.opened_at is None:
        part.state, part.opened_at = Assignment.State.WORKING, at
        part.open, part.sealed = part.matter.is_open, part.matter.secrecy == Secrecy.SEALED
        part.save(update_fields=["state", "opened_at", "open", "sealed"])


def said(service: Service) -> dict:
    """What a line tells of it, and whose line it is."""
    return {
        "assignment": service.assignment,
        "unit": service.addressed,
        "paper": label_of(service),
        "number": service.number,
    }


@takes(steps.RECEIVE)
def receive(actor: Actor, service: Service) -> Entry:
    """签收: from now on the time for remedies runs."""
    now = timezone.now()
    changes = {"way": Service.Way.CLICK, "received_at": now, "received_by": actor.principal}
    return received(steps.RECEIVE, actor, service, changes)


@takes(steps.RECORD_RECEIPT)
def record_receipt(
    actor: Actor,
    service: Service,
    way: str,
    on: date,
    taker: str,
    refusal: str = "",
    files: Sequence[Kept] = (),
) -> Entry:
    """登记送达回证. Raises Barred where the day cannot be right, or what was left does not say who refused it."""
    if way == Service.Way.LEFT and not refusal.strip():
        raise Barred("留置送达的请填写“拒收事由和见证人”。")
    check_day(on, service.served_at, "签收日期", "送达日期")
    if service.assignment is None and said_in_passing(f"{taker}\n{refusal}"):
        raise Barred("“接收人”“拒收事由和见证人”里有干部的姓名，请写单位和职务。", field="taker")
    changes = {"way": way, "received_at": at_day(on, service.served_at), "taker": taker, "refusal": refusal}
    words: dict[str, Any] = {
        "way": Service.Way(way).label,
        "on": f"{on:%Y-%m-%d}",
        "taker": taker,
        "refusal": refusal,
    }
    entry = received(steps.RECORD_RECEIPT, actor, service, changes, **words)
    attach(entry, plainly_called(service, "送达回证", files))
    return entry


def plainly_called(service: Service, what: str, files: Sequence[Kept]) -> Sequence[Kept]:
    """Of a paper on a person, or on the head of a unit, what comes with it is called by what it is: its own name may be somebody's."""
    if service.assignment:
        return files
    return [
        replace(one, name=f"{what}材料{number}{Path(one.name).suffix}") for number, one in enumerate(files, 1)
    ]


def received(step: Step, actor: Actor, service: Service, changes: dict, **words: Any) -> Entry:
    """Once no other paper waits for the unit's receipt, it owes none."""
    now, part = timezone.now(), service.assignment
    entry = steps.SERVICE.take(step, service, actor, at=now, changes=changes, **said(service), **words)
    if part is None:
        duties.done(service.matter, DELIVER_PAPER, at=now, service=service)
    elif not part.services.filter(state=Service.State.SERVED).exists():
        duties.done(service.matter, RECEIVE_PAPER, at=now, assignment=part)
    return entry


def check_day(on: date, since: datetime, name: str, earliest: str) -> None:
    """Raises Barred where the day lies ahead, or before the other one."""
    if on > timezone.localdate():
        raise Barred(f"“{name}”不能晚于今天。")
    if on < local(since).date():
        raise Barred(f"“{name}”不能早于{earliest}（{local(since):%Y-%m-%d}）。")


def at_day(on: date, since: datetime) -> datetime:
    """The end of that day, as far as it is past: of what came on paper nobody knows the hour."""
    end = datetime.combine(on, time(23, 59), tzinfo=ZONE)
    return max(since, min(end, timezone.now()))
