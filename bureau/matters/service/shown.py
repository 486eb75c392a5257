"""What pages show of papers that were served: to the bureau and the leaders all, to a unit its own."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import JSONObject

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import NOTHING, actors_seeing, or_all, seen_by, where_reads_above
from bureau.matters.actions import actions_through
from bureau.matters.models import Contest, Duty, Matter, Service
from bureau.matters.service.declared import PAPERS, Remedy, label_of, paper_of, remedies_of
from bureau.matters.service.dues import RECEIVE_PAPER
from bureau.matters.service.steps import CONTEST, SERVICE
from bureau.matters.service.windows import window
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post

TONES = {"waiting": "yellow", "changed": "blue", "revoked": "red", "withdrawn": "outline"}


def visible_to(who: Person | Actor | Rights) -> Q:
    """As a condition on services: what was served on one's own unit, where its matter is seen; on oneself, and on the unit that one
    is head of, whatever is seen of the matter; all of it to who reads above units."""
    rights = Rights.of(who)
    own = or_all(
        *(
            Q(assignment__unit__in=actor.own_units) if actor.answers_for_unit else NOTHING
            for actor in rights.actors
        )
    )
    seen = seen_by(rights, to="matter") & or_all(where_reads_above(rights, "matter"), own)
    return or_all(seen, *personal(rights))


def personal(rights: Rights) -> list[Q]:
    """What is laid before whoever looks, in their own person: no deputy, no secretary."""
    me = rights.own
    if not me.is_authenticated or me.is_administrator or me.lent:
        return []
    mine = [Q(position__cadre__person=me.pk)]
    if me.answers_for_unit and me.holds(Post.HEAD):
        mine.append(Q(unit__in=me.own_units))
    return mine


def on_me(person: Person) -> list[Service] | None:
    """The panel of 工作台: papers laid before this person that wait for their receipt. The bureau's own people are told by their
    notice alone."""
    if person.of_the_bureau:
        return None
    mine = personal(Rights.of(person))
    waiting = (
        Service.objects.filter(or_all(*mine), state=Service.State.SERVED) if mine else Service.objects.none()
    )
    return list(waiting.order_by("pk")) or None


def sees_matter(who: Person, service: Service) -> bool:
    """Whether they see more of it than the paper. A unit that has a part does."""
    if service.assignment_id:
        return True
    return Matter.objects.visible_to(who).filter(pk=service.matter_id).exists()


def services(who: Person | Actor | Rights) -> QuerySet[Service]:
    found = Service.objects.filter(visible_to(who))
    return found.select_related(
        "matter",
        "assignment__unit",
        "unit",
        "position__unit",
        "position__cadre",
        "answers",
        "served_by__unit",
        "received_by__unit",
    )


def page_for(duty: Duty) -> str:
    """The page of the paper that its unit has to sign for, or on which somebody has to decide; empty for what else is owed."""
    deciding = {remedy.answered for paper in PAPERS.values() for remedy in paper.remedies}
    if duty.service:
        return duty.service.get_absolute_url()
    if duty.step == RECEIVE_PAPER:
        waits = Q(state=Service.State.SERVED)
    elif duty.step in deciding:
        waits = Q(contests__state=Contest.State.WAITING)
    else:
        return ""
    found = Service.objects.filter(waits, assignment=duty.assignment_id).order_by("pk").first()
    return found.get_absolute_url() if found else ""


def with_contests(who: Person | Actor | Rights) -> QuerySet[Service]:
    """With what was said against each, read once for its page and for every rule that asks."""
    people = Contest.objects.select_related("person__unit", "decided_by__unit").order_by("pk")
    return services(who).prefetch_related(Prefetch("contests", people))


@dataclass(frozen=True)
class Shown:
    """A paper as its page shows it. `windows`: each remedy, with its time as a duty; `contests`: each with what may be done."""

    service: Service
    label: str
    actions: list[dict]
    windows: list[tuple[Remedy, Duty | None]]
    basis: str
    contests: list[Contest]


def shown(person: Person, service: Service) -> Shown:
    actors = actors_seeing(person, service.matter)
    contests = list(service.contests.all())
    for contest in contests:
        contest.service = service
        contest.tone = TONES.get(contest.state, "")
        contest.actions = actions_through(CONTEST, actors, contest)
    return Shown(
        service,
        label_of(service),
        actions_through(SERVICE, actors, service),
        [(remedy, window(service, remedy)) for remedy in remedies_of(service)],
        paper_of(service).basis,
        contests,
    )


def of_matter(person: Person, matter: Matter) -> list[dict[str, Any]] | None:
    """The panel of a matter's page: what was served on it, newest first. None where its room serves nothing."""
    if not any(key.startswith(f"{matter.kind}.") for key in PAPERS):
        return None
    found = (
        services(person).filter(matter=matter).annotate(said=ArraySubquery(contests_said())).order_by("-pk")
    )
    return [
        {"service": one, "label": label_of(one), "contests": [Contest(**row) for row in one.said]}
        for one in found
    ] or None


def contests_said() -> QuerySet:
    """Of what was said against a paper, in which way and how that stands, as rows of JSON."""
    found = Contest.objects.filter(service=OuterRef("pk")).order_by("pk")
    return found.values(row=JSONObject(kind="kind", state="state"))
