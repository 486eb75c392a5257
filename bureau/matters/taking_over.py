"""交接: whoever moves or leaves hands what they have in hand to successors, by one act. What is closed keeps the name under which
it was handled."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover, timeline
from bureau.matters.deadlines import dues
from bureau.matters.models import Audience, Duty, Matter, Phase
from bureau.matters.policy import Refused
from bureau.matters.rooms import room_of
from bureau.org.models import Person
from bureau.org.posts import Post

STEP = "matter.hand_over"
OVER = (Phase.CLOSED, Phase.FILED, Phase.VOID)
# What a room keeps of a person beside cover and duties: `moves(matter, leaver, successor)`.
KEPT: list[Callable[[Matter, Person, Person], None]] = []


def may_hand_over(person: Person, leaver: Person) -> bool:
    """One's own; anybody's of the bureau who heads it."""
    return leaver.of_the_bureau and (person.pk == leaver.pk or person.holds(Post.DIRECTOR))


def in_hand_of(person: Person, leaver: Person) -> QuerySet[Matter]:
    """What `leaver` follows up or owes something on, as far as `person` sees it."""
    owed = Duty.objects.filter(matter=OuterRef("pk"), holder_person=leaver, done_at=None)
    has = (Q(officer=leaver) & ~Q(phase__in=OVER)) | Exists(owed.exclude(step=dues.CONFIRM))
    return Matter.objects.visible_to(person).filter(has).order_by("pk")


@transaction.atomic
def hand_over(person: Person, leaver: Person, successors: Mapping[str, Person], reason: str) -> int:
    """All of it that `person` sees: to the successor named for each kind of matter. Returns how many. Raises Refused, and Barred
    where a successor is missing or does not sit at that desk."""
    if not may_hand_over(person, leaver):
        raise Refused("本人或者局领导可以办理交接。")
    matters = list(in_hand_of(person, leaver))
    for kind in dict.fromkeys(matter.kind for matter in matters):
        check(kind, leaver, successors.get(kind))
    for matter in matters:
        give(person, cover.lock(matter.pk), leaver, successors[matter.kind], reason)
    return len(matters)


def check(kind: str, leaver: Person, successor: Person | None) -> None:
    """Raises Barred, by the field of that kind."""
    if successor is None:
        raise Barred(f"请选择“{room_of(kind).label}”的接办人。", field=kind)
    if successor.pk == leaver.pk:
        raise Barred("“接办人”不能是交接人本人。", field=kind)
    if not successor.is_active or not successor.sits_at(kind):
        raise Barred(f"{successor.signature}不在这项业务的岗位上，请另选接办人。", field=kind)


def give(person: Person, matter: Matter, leaver: Person, successor: Person, reason: str) -> None:
    """One matter, held. Who has its duties now is told anew; the due times stay."""
    pass_duties(matter, leaver, successor)
    for moves in KEPT:
        moves(matter, leaver, successor)
    follows = matter.officer_id == leaver.pk and matter.phase not in OVER
    words = f"{person.signature} 将{leaver.signature}经办的本事项交接给{successor.signature}：{reason}"
    facts = {"from": leaver.signature, "to": successor.signature, "reason": reason}
    timeline.write(
        matter,
        STEP,
        words,
        actor=person,
        audience=Audience.ABOVE,
        at=timezone.now(),
        facts=facts,
        turned={"officer": successor} if follows else {},
    )


def pass_duties(matter: Matter, leaver: Person, successor: Person) -> None:
    """What each of several persons owes, and the successor owes already, is not owed twice."""
    owed = Duty.objects.filter(matter=matter, done_at=None)
    same = Q(step=OuterRef("step")) & (Q(assignment=OuterRef("assignment")) | Q(assignment=None))
    theirs = owed.filter(holder_person=leaver).exclude(step=dues.CONFIRM)
    twice = theirs.filter(Exists(owed.filter(same, each=True, holder_person=successor)))
    Duty.objects.filter(pk__in=list(twice.values_list("pk", flat=True))).update(
        done_at=timezone.now(), stopped_at=None, dropped=True
    )
    theirs.update(holder_person=successor, told_at=None, rung=0)


def still_in_hand(leaver: Person) -> str:
    """A phrase for who puts the account out of use: 「督查员甲还经办3件在办事项」; empty where nothing is."""
    count = Matter.objects.filter(officer=leaver).exclude(phase__in=OVER).count()
    return f"{leaver.signature}还经办{count}件没有办结的事项" if count else ""
