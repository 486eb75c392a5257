"""What waits for a leader: decisions, signatures, words on answers; and how the matters in their charge stand."""

from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Window
from django.urls import reverse

from bureau.leading.cards import answering
from bureau.leading.written import latest_first, written_by
from bureau.matters.access.visibility import Path, in_charge, seen_by
from bureau.matters.actions import acting_for
from bureau.matters.counting.figures import flag
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment, Duty, Matter, Reply
from instructions import flow
from instructions.dues import READ
from instructions.models import Instruction, Round
from reports.models import Bulletin, Receipt

SHOWN = 5  # of the matters in their charge; the ledger has them all


@dataclass(frozen=True)
class Plea:
    """What a unit pleads for: the key of its reply, its words, until when."""

    pk: int
    text: str
    until: date


@dataclass(frozen=True)
class Decision:
    """Something a leader is asked to decide. `yes` and `no` are pages, so that a thumb that slips decides nothing."""

    duty: Duty
    light: str
    note: str
    url: str
    plea: Plea | None = None
    yes: str = ""
    no: str = ""


def decisions(leader, lights: Lights) -> list[Decision]:
    """Their open duties but the words on answers, which stand by themselves; the nearest first."""
    sent = Reply.objects.filter(
        assignment=OuterRef("assignment"), kind=Reply.Kind.EXTENSION, state=Reply.State.SENT
    )
    pleas = {f"plea_{one.name}": Subquery(sent.values(one.name)[:1]) for one in fields(Plea)}
    owed = owed_by(leader).select_related("matter", "assignment__unit").annotate(**pleas)
    return [decision(leader, duty, lights) for duty in owed]


def owed_by(leader):
    """The open duties behind their decisions."""
    return Duty.objects.open().held_by(leader).filter(seen_by(leader, to="matter")).exclude(step=READ)


def decision(leader, duty, lights: Lights) -> Decision:
    about = {"duty": duty, "light": lights.of_duty(duty), "note": lights.note(duty.due_at)}
    if duty.step == dues.DECIDE_EXTENSION and duty.plea_pk:
        plea = Plea(duty.plea_pk, duty.plea_text, duty.plea_until)
        ways = {
            "yes": step_of(leader, plea, "grant_extension"),
            "no": step_of(leader, plea, "refuse_extension"),
        }
        return Decision(**about, url=duty.matter.get_absolute_url(), plea=plea, **ways)
    if dues.DUES[duty.step].judged:
        return Decision(**about, url=reverse("desk:do", args=[duty.pk]) + acting_for(leader))
    url = reverse("matters:confirming") if duty.step == dues.CONFIRM else duty.matter.get_absolute_url()
    return Decision(**about, url=url)


def step_of(leader, plea: Plea, step: str) -> str:
    """The step's page, which afterwards leads back here."""
    name, home = acting_for(leader), reverse("leading:home") + acting_for(leader)
    address = reverse("matters:reply", args=[plea.pk, step]) + name
    return f"{address}{'&' if name else '?'}back={home}"


def instructions_of(leader, latest: int):
    """The instructions whose answer was laid before the leader and waits for a word (`waits`), and among others the `latest`
    that they wrote themselves and did not take back (`wrote`), each with when its last word was said."""
    owed = Duty.objects.open().filter(step=READ, holder_person=leader.pk, matter=OuterRef("pk"))
    wrote = Round.objects.filter(instruction=OuterRef("pk"), leader=leader.pk)
    newest = (
        latest_first(written_by(leader)).exclude(state__in=[flow.REPORTED, flow.VOID]).values("pk")[:latest]
    )
    found = latest_first(Instruction.objects.visible_to(leader)).annotate(
        waits=flag(Exists(owed)), wrote=flag(Exists(wrote))
    )
    return found.filter(Q(waits=True) | Q(pk__in=newest))


def bulletins_of(leader, records) -> list[Bulletin]:
    """What was delivered to the leader and not opened yet (`delivered_at`), what the drafter sent them to be signed
    (`signs`), and what has answered these instructions. One query."""
    receipts = Receipt.objects.filter(bulletin=OuterRef("pk"), person=leader.pk, read_at=None)
    found = Bulletin.objects.visible_to(leader).annotate(
        delivered_at=Subquery(receipts.values("delivered_at")[:1]),
        signs=flag(Q(pk__in=Bulletin.objects.to_sign(leader).filter(signer=leader.pk).values("pk"))),
    )
    return list(found.filter(Q(delivered_at__isnull=False) | Q(signs=True) | answering(records)))


def hurrying(leader, lights: Lights):
    """The matters in their charge that are overdue or nearly so and not reported yet, the latest first, each with its lead
    unit's short name and how many there are in all."""
    lit = lights.condition("red") | lights.condition("yellow")
    found = Matter.objects.visible_to(leader).filter(in_charge(leader, Path("")) & lit, finished_at=None)
    lead = Assignment.objects.filter(matter=OuterRef("pk"), role=Assignment.Role.LEAD)
    return (
        found.exclude(Q(leader=leader.pk))
        .annotate(lead=Subquery(lead.values("unit__short")[:1]), all=Window(Count("pk")))
        .order_by("due_at", "-id")
    )


def unanswered(records, to_read) -> list:
    """Those that wait for the leader's word, without those whose 专报 is among what is to be read."""
    reading = {one.answers_id for one in to_read}
    waiting = [one for one in records if one.waits and one.pk not in reading]
    return sorted(waiting, key=attrgetter("pk"))


def counts(leader) -> list[tuple[str, int]]:
    """What 批阅 lists, by its headings. Three statements."""
    records = list(instructions_of(leader, 0))
    bulletins = bulletins_of(leader, records)
    to_read = [one for one in bulletins if one.delivered_at]
    decided = owed_by(leader).count()
    signs = sum(one.signs for one in bulletins)
    return [
        ("待阅文件", len(to_read)),
        ("待阅批", len(unanswered(records, to_read))),
        ("待审批", decided),
        ("待签发", signs),
    ]
