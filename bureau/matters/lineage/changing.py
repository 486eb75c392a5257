"""上游有变: what was quoted somewhere does not stand as it was quoted. Every place that quoted it waits for a person, who decides what
that means there; nothing that was published is rewritten (DESIGN §13)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover, timeline
from bureau.matters.access.visibility import reads_all_above, seen_by
from bureau.matters.deadlines import dues, duties
from bureau.matters.lineage.nodes import Key
from bureau.matters.models import Audience, Duty, Link, Matter, Phase, UpstreamChange
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.org.worktime import local

What = UpstreamChange.What
OVER = (Phase.CLOSED, Phase.FILED)
UNDER_WAY = (Phase.PREPARING, Phase.RUNNING, Phase.SUSPENDED)
STEP = "matters.settle_change"


@dataclass(frozen=True)
class Place:
    """Where something of a matter was quoted: what, the matter it belongs to (None: a bulletin), in which words."""

    key: Key
    about: Matter | None
    quoted: str


# `(matter, of, what)`: the places that quote this matter and for which such a change (`What`) means something; `of`: this one thing of
# it, else the matter itself.
QUOTERS: list[Callable[[Matter, Key | None, str], Iterable[Place]]] = []
# Who looks after places of this kind that belong to no matter.
DESKS: dict[str, Callable[[Person], bool]] = {}


# Of what a part of a matter was, its own desk alone: who points to the matter as a whole did not quote that.
WITHIN = (What.CORRECTED,)


def linked(matter: Matter, _of: Key | None, what: str) -> Iterator[Place]:
    """Matters that point to this one."""
    if what in WITHIN:
        return
    links = Link.objects.filter(target=matter).exclude(source__phase=Phase.VOID)
    for link in links.select_related("source__officer").order_by("pk"):
        yield Place(Key("matter", link.source_id), link.source, link.quoted)


def turned(matter: Matter, before: str, at: datetime) -> None:
    """A step has led its cover from the phase `before` to another one."""
    if before in OVER and matter.phase in UNDER_WAY:
        upset(matter, What.REOPENED, f"{named(matter)}已办结后重新办理，现为“{matter.stage}”", at)
    elif matter.phase == Phase.VOID and before != Phase.VOID:
        upset(matter, What.VOIDED, f"{named(matter)}已作废", at)


def moved(matter: Matter, before: datetime | None) -> None:
    """Its date was moved after it had passed: who quoted it as late may have to think again."""
    now = timezone.now()
    if before and before < now and matter.due_at != before:
        until = f"改为{local(matter.due_at):%Y-%m-%d}" if matter.due_at else "取消"
        upset(matter, What.DUE_MOVED, f"{named(matter)}的办理时限由{local(before):%Y-%m-%d}{until}", now)


def named(matter: Matter) -> str:
    return f"{matter.number or ''}“{matter.title}”"


def upset(matter: Matter, what: str, words: str, at: datetime, of: Key | None = None) -> None:
    """In the transaction of what changed it. A change of the same sort that waits already is told anew."""
    words = words[: UpstreamChange.LENGTHS["words"]]
    abouts = {}
    for place in {one.key: one for quote in QUOTERS for one in quote(matter, of, what)}.values():
        UpstreamChange.objects.update_or_create(
            matter=matter,
            what=what,
            kind=place.key.kind,
            key=place.key.pk,
            verdict="",
            defaults={"words": words, "at": at},
            create_defaults={
                "words": words,
                "at": at,
                "about": place.about,
                "quoted": place.quoted[: UpstreamChange.LENGTHS["quoted"]],
            },
        )
        if place.about:
            abouts[place.about.pk] = place.about
    for about in abouts.values():
        ask(about, matter, at)


def ask(about: Matter, changed: Matter, at: datetime) -> None:
    """Its officer owes a decision; where the officer may not know of what changed, a leader of the bureau."""
    if Duty.objects.filter(matter=about, step=dues.SETTLE_CHANGE, done_at=None).exists():
        return
    knows = Matter.objects.visible_to(about.officer).filter(pk=changed.pk).exists()
    holder = {"person": about.officer} if knows else {"post": Post.DIRECTOR}
    duties.owe(about, dues.SETTLE_CHANGE, at=at, **holder)


def waiting(person: Person) -> QuerySet[UpstreamChange]:
    """What waits for this person or their desk, of what they may know, the latest first."""
    desks = [kind for kind, sits in DESKS.items() if sits(person)]
    mine = Q(about__kind__in=person.functions) & seen_by(person, to="about")
    found = UpstreamChange.objects.filter(verdict="").filter(mine | Q(about=None, kind__in=desks))
    return found.filter(seen_by(person, to="matter")).select_related("matter", "about__officer__unit")


@transaction.atomic
def settle(person: Person, pk: int, verdict: str, reason: str) -> UpstreamChange:
    """What it means at its place, with the reason. Raises Barred where somebody was faster; LookupError where it is not theirs."""
    change = waiting(person).filter(pk=pk).first()
    if change is None:
        raise LookupError(f"no change {pk} waits for {person}")
    if change.about:
        cover.queue(change.about)
    now = timezone.now()
    values = {"verdict": verdict, "reason": reason, "decided_by": person, "decided_at": now}
    if not UpstreamChange.objects.filter(pk=pk, verdict="").update(**values):
        raise Barred("这一条刚刚已经有人处理。")
    if change.about:
        label = UpstreamChange.Verdict(verdict).label
        words = f"{person.signature} 处理上游变化：{label}。{reason}"
        timeline.write(change.about, STEP, words, actor=person, audience=Audience.ABOVE, at=now)
        close(change.about, now)
    return change


def settle_at(key: Key, person: Person, reason: str, at: datetime) -> None:
    """Something was done at the place itself: what waited there is answered by it. In that verb's transaction."""
    found = UpstreamChange.objects.filter(kind=key.kind, key=key.pk, verdict="")
    abouts = {one.about for one in found.select_related("about") if one.about}
    found.update(
        verdict=UpstreamChange.Verdict.MENDED,
        reason=reason[: UpstreamChange.LENGTHS["reason"]],
        decided_by=person,
        decided_at=at,
    )
    for about in abouts:
        close(about, at)


def close(about: Matter, at: datetime) -> None:
    """Nothing is owed any more; or only a decision on what the officer may not know of, which a leader of the bureau owes."""
    left = UpstreamChange.objects.filter(about=about, verdict="")
    if not left.exists():
        duties.done(about, dues.SETTLE_CHANGE, at=at)
    elif not left.filter(matter__in=Matter.objects.visible_to(about.officer).values("pk")).exists():
        duties.hand_on(about, dues.SETTLE_CHANGE, post=Post.DIRECTOR)


def of_matter(person: Person, matter: Matter) -> list[UpstreamChange] | None:
    """The panel of a matter's page; asked only where its duties, which the page has read, say that something waits."""
    if not any(duty.step == dues.SETTLE_CHANGE and duty.done_at is None for duty in matter.duties.all()):
        return None
    return list(waiting(person).filter(about=matter)) or None


def at_places(person: Person, keys: Iterable[Key]) -> dict[Key, list[UpstreamChange]]:
    """What has changed under these places and waits, as far as this person may know of it; it is nothing for units."""
    if not reads_all_above(person):
        return {}
    wanted = set(keys)
    kinds = {key.kind for key in wanted}
    found: dict[Key, list[UpstreamChange]] = {}
    rows = UpstreamChange.objects.filter(verdict="", kind__in=kinds, key__in={key.pk for key in wanted})
    for one in rows.filter(seen_by(person, to="matter")).order_by("pk"):
        if (key := Key(one.kind, one.key)) in wanted:
            found.setdefault(key, []).append(one)
    return found
