"""交接: whoever moves or leaves hands what they have in hand to successors, by one act: at the bureau their matters, in a unit their
inner tasks. What is closed keeps the name under which it was handled."""

from collections.abc import Callable, Mapping, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover, timeline
from bureau.matters.asks import Chosen
from bureau.matters.deadlines import dues
from bureau.matters.deeds import Deed, Look
from bureau.matters.flow import Record
from bureau.matters.inside.giving import sees
from bureau.matters.inside.passing import hand_over_tasks, open_tasks, tell_of_tasks
from bureau.matters.models import Audience, Duty, Matter, Phase
from bureau.matters.policy import No, Refused, Verdict, Yes
from bureau.matters.rooms import room_of
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import DESKS, Post
from bureau.pages.asks import Text
from bureau.pages.colleagues import colleagues

STEP = "matter.hand_over"
REASON = Text("reason", "交接原因", "如：岗位调整、退休、借调；记入每件事项的动态。", limit=200, rows=2)
OVER = (Phase.CLOSED, Phase.FILED, Phase.VOID)
# What is kept of a person beside cover and duties: `moves(matter, leaver, successor)`.
KEPT: list[Callable[[Matter, Person, Person], None]] = [hand_over_tasks]


def at_the_bureau() -> QuerySet[Person]:
    """Also who was put out of use: what they had in hand is still theirs."""
    desks = set().union(*DESKS.values())
    return Person.objects.filter(postings__post__in=desks).distinct().order_by("pk")


def in_post() -> QuerySet[Person]:
    return at_the_bureau().filter(is_active=True)


def may_hand_over(person: Person, leaver: Person) -> bool:
    """One's own; anybody's of the bureau who heads it; inner tasks of a unit who answers for that."""
    if leaver.of_the_bureau:
        return person.pk == leaver.pk or person.holds(Post.DIRECTOR)
    return person.works_for_unit and (person.pk == leaver.pk or answers_for(person, leaver))


def answers_for(person: Person, leaver: Person) -> bool:
    """Also of who has moved to another unit since."""
    theirs = open_tasks(leaver).filter(assignment__unit__in=person.own_units)
    return person.answers_for_unit and (leaver.unit_id == person.unit_id or theirs.exists())


def in_hand_of(person: Person, leaver: Person) -> QuerySet[Matter]:
    """What `leaver` follows up or owes something on, as far as `person` sees it."""
    owed = Duty.objects.filter(matter=OuterRef("pk"), holder_person=leaver, done_at=None)
    if not leaver.of_the_bureau:
        owed = owed.filter(assignment__unit__in=person.own_units)
    has = (Q(officer=leaver) & ~Q(phase__in=OVER)) | Exists(owed.exclude(step=dues.CONFIRM))
    return Matter.objects.visible_to(person).filter(has).order_by("pk")


@transaction.atomic
def hand_over(person: Person, leaver: Person, successors: Mapping[str, Person], reason: str) -> int:
    """All of it that `person` sees: to the successor named for each kind of matter. Returns how many. Raises Refused, and Barred
    where a successor is missing or does not sit at that desk."""
    if not may_hand_over(person, leaver):
        whose = "局领导" if leaver.of_the_bureau else "本单位联络员、负责人"
        raise Refused(f"本人或者{whose}可以办理交接。")
    matters = list(in_hand_of(person, leaver))
    for kind in dict.fromkeys(matter.kind for matter in matters):
        check(kind, leaver, successors.get(kind))
    if not leaver.of_the_bureau:
        check_of_unit(person, matters, successors)
    for matter in matters:
        give(person, cover.lock(matter.pk), leaver, successors[matter.kind], reason)
    return len(matters)


def check(kind: str, leaver: Person, successor: Person | None) -> None:
    """Raises Barred, by the field of that kind."""
    if successor is None:
        raise Barred(f"请选择“{room_of(kind).label}”的接办人。", field=kind)
    if successor.pk == leaver.pk:
        raise Barred("“接办人”不能是交接人本人。", field=kind)
    if leaver.of_the_bureau and not (successor.is_active and successor.sits_at(kind)):
        raise Barred(f"{successor.signature}不在这项业务的岗位上，请另选接办人。", field=kind)


def check_of_unit(person: Person, matters: list[Matter], successors: Mapping[str, Person]) -> None:
    """Raises Barred where somebody does not work for this unit, or does not see what is sealed."""
    for matter in matters:
        successor = successors[matter.kind]
        if not colleagues(person.unit).filter(pk=successor.pk).exists():
            raise Barred(f"{successor.name}不是本单位可以登录的人，请另选接办人。", field=matter.kind)
        if not sees(matter, successor):
            raise Barred(f"{matter}限阅，{successor.name}没有获得授权，请另选接办人。", field=matter.kind)


def give(person: Person, matter: Matter, leaver: Person, successor: Person, reason: str) -> None:
    """One matter, held. Who has its duties now is told anew; the due times stay."""
    pass_duties(matter, leaver, successor)
    for moves in KEPT:
        moves(matter, leaver, successor)
    if leaver.of_the_bureau:
        tell(person, matter, leaver, successor, reason)
    else:
        tell_of_tasks(person, matter, leaver, successor)


def tell(person: Person, matter: Matter, leaver: Person, successor: Person, reason: str) -> None:
    """The line; and whom the cover names."""
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
    count, tasks = Matter.objects.filter(officer=leaver).exclude(phase__in=OVER).count(), owed_inside(leaver)
    if tasks:
        return f"{leaver.signature}还有{tasks}项没有办完的单位内部任务"
    return f"{leaver.signature}还经办{count}件没有办结的事项" if count else ""


def owed_inside(leaver: Person) -> int:
    return Duty.objects.filter(holder_person=leaver, step=dues.INSIDE, done_at=None).count()


def looks(person: Person | Actor, _records: Sequence[Record]) -> Look:
    """Of single matters: those of which the person is the officer; of anybody's who heads the bureau."""
    own = Actor.of(person).person

    def look(record: Record) -> Verdict:
        if record.matter.phase in OVER:
            return No("已经办结，不用交接。")
        return Yes() if may_hand_over(own, record.matter.officer) else No("由经办督查员本人或者局领导交接。")

    return look


@transaction.atomic
def hand_over_one(person: Person, record: Record, successor: Person, reason: str) -> None:
    """This matter alone, from its officer. Raises Refused, Barred."""
    matter = record.matter
    cover.queue(matter)
    if isinstance(verdict := looks(person, [record])(record), No):
        raise Refused(verdict.reason)
    check(matter.kind, matter.officer, successor)
    give(person, matter, matter.officer, successor, reason)


DEED = Deed(
    "hand_over",
    "交接",
    Post.OFFICER,
    looks,
    hand_over_one,
    (Chosen("successor", "接办人", "须在这些事项所属业务的岗位上。", people=in_post), REASON),
    "接办人随即列入待办，时限不变，每件记入动态。",
    ("matter__officer__postings",),
)
