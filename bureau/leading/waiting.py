"""What waits for a leader: decisions, signatures, words on answers; and how the matters in their charge stand."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from bureau.matters.access.visibility import Path, in_charge, seen_by
from bureau.matters.actions import acting_for
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Duty, Matter, Reply
from instructions.dues import READ
from instructions.models import Instruction
from reports.models import Bulletin, Receipt

SHOWN = 10  # of the matters in their charge; the ledger has them all


@dataclass(frozen=True)
class Decision:
    """Something a leader is asked to decide. `yes` and `no` are pages, so that a thumb that slips decides nothing."""

    duty: Duty
    light: str
    note: str
    url: str
    reply: Reply | None = None
    yes: str = ""
    no: str = ""


def decisions(leader, lights: Lights) -> list[Decision]:
    """Their open duties but the words on answers, which stand by themselves; the nearest first."""
    owed = Duty.objects.open().held_by(leader).filter(seen_by(leader, to="matter")).exclude(step=READ)
    owed = list(owed.select_related("matter", "assignment__unit"))
    pleas = pleading(duty.assignment_id for duty in owed if duty.step == dues.DECIDE_EXTENSION)
    return [decision(leader, duty, lights, pleas.get(duty.assignment_id)) for duty in owed]


def pleading(parts) -> dict[int, Reply]:
    """The plea for time that waits on each of these parts."""
    sent = Reply.objects.filter(assignment__in=list(parts), kind=Reply.Kind.EXTENSION, state=Reply.State.SENT)
    return {reply.assignment_id: reply for reply in sent}


def decision(leader, duty, lights: Lights, plea) -> Decision:
    about = {"duty": duty, "light": lights.of_duty(duty), "note": lights.note(duty.due_at)}
    if duty.step == dues.DECIDE_EXTENSION and plea:
        ways = {
            "yes": step_of(leader, plea, "grant_extension"),
            "no": step_of(leader, plea, "refuse_extension"),
        }
        return Decision(**about, url=duty.matter.get_absolute_url(), reply=plea, **ways)
    url = reverse("matters:confirming") if duty.step == dues.CONFIRM else duty.matter.get_absolute_url()
    return Decision(**about, url=url)


def step_of(leader, reply, step: str) -> str:
    """The step's page, which afterwards leads back here."""
    name, home = acting_for(leader), reverse("leading:home") + acting_for(leader)
    address = reverse("matters:reply", args=[reply.pk, step]) + name
    return f"{address}{'&' if name else '?'}back={home}"


def unread(leader):
    """What was delivered to the leader and not opened yet, the latest first."""
    receipts = Receipt.objects.filter(person=leader.pk, read_at=None)
    found = receipts.filter(bulletin__in=Bulletin.objects.visible_to(leader))
    return found.select_related("bulletin__answers__matter").order_by("-delivered_at", "-pk")


def unanswered(leader, receipts):
    """Instructions whose answer has been laid before the leader, who has not said a word on it yet; without those
    whose 专报 is among what is to be read."""
    owed = Duty.objects.open().filter(step=READ, holder_person=leader.pk)
    found = Instruction.objects.visible_to(leader).filter(matter__in=owed.values("matter"))
    return found.exclude(pk__in=[one.bulletin.answers_id for one in receipts if one.bulletin.answers_id])


def to_sign(leader):
    """Bulletins that the drafter sent to this leader for their signature."""
    return Bulletin.objects.to_sign(leader).filter(signer=leader.pk).order_by("checked_at", "pk")


def hurrying(leader, lights: Lights):
    """The matters in their charge that are overdue or nearly so and not reported yet, the latest first."""
    lit = lights.condition("red") | lights.condition("yellow")
    found = Matter.objects.visible_to(leader).filter(in_charge(leader, Path("")) & lit, finished_at=None)
    return found.exclude(Q(leader=leader.pk)).order_by("due_at", "-id")
