"""Matters in a chain: by their links, as far as their reader sees them."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from bureau.matters.access.watched import looked
from bureau.matters.lineage.nodes import Key, Node, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.matters.models import Assignment, Contest, Link, Matter, Phase, Service
from bureau.matters.rooms import room_of, rooms
from bureau.matters.service.shown import visible_to
from bureau.org.models import Person
from bureau.org.worktime import local

KIND = "matter"
GONE = (Phase.VOID,)
CONTESTS = 4  # of one matter; a paper served on eighty units is not told eighty times


def nodes(person: Person, keys: Collection[int]) -> Iterator[Node]:
    seen = Matter.objects.visible_to(person).filter(pk__in=keys)
    found = list(seen.select_related("officer__unit"))
    leads, told = leads_of(found), contested(person, [one.pk for one in found])
    for matter in found:
        looked(matter)
        room = room_of(matter.kind)
        at = matter.opened_at or matter.registered_at
        yield Node(
            key=Key(KIND, matter.pk),
            part=room.part,
            label=room.label,
            number=matter.number or "",
            title=matter.title,
            url=matter.get_absolute_url(),
            on=local(at).date(),
            who=who(matter, leads.get(matter.pk, "")),
            state=matter.stage,
            stands=matter.phase not in GONE,
            told=(*days(matter), *told.get(matter.pk, ())),
        )


def leads_of(matters: list[Matter]) -> dict[int, str]:
    found = Assignment.objects.filter(matter__in=matters, role=Assignment.Role.LEAD).select_related("unit")
    return {part.matter_id: part.unit.short for part in found}


def who(matter: Matter, lead: str) -> str:
    officer = f"经办：{matter.officer.signature}"
    return f"牵头：{lead}　{officer}" if lead else officer


def days(matter: Matter) -> Iterator[str]:
    if matter.due_at:
        late = "，逾期办结" if matter.finished_at and matter.finished_at > matter.due_at else ""
        yield f"办理时限{local(matter.due_at):%Y-%m-%d}{late}"
    if matter.closed_at:
        yield f"{local(matter.closed_at):%Y-%m-%d}{matter.stage}"


def contested(person: Person, keys: Collection[int]) -> dict[int, list[str]]:
    """What was said against papers that were served in these matters, and how it ended; of what this person reads."""
    served = Service.objects.filter(visible_to(person), matter__in=keys).values("pk")
    found: dict[int, list[str]] = defaultdict(list)
    for one in Contest.objects.filter(service__in=served).order_by("pk").select_related("service"):
        found[one.service.matter_id].append(in_words(one))
    return {key: shortened(words) for key, words in found.items()}


def of_paper(service: Service | None) -> list[str]:
    """What was said against one paper, and how it ended."""
    return [in_words(one) for one in service.contests.all()] if service else []


def in_words(contest: Contest) -> str:
    """「2026-07-03对桃督责告〔2026〕2号提出申辩：维持（2026-07-10）」."""
    said = f"{local(contest.at):%Y-%m-%d}对{contest.service.number}提出{contest.get_kind_display()}"
    ended = f"（{local(contest.decided_at):%Y-%m-%d}）" if contest.decided_at else ""
    return f"{said}：{contest.get_state_display()}{ended}"


def shortened(words: list[str]) -> list[str]:
    left = len(words) - CONTESTS
    return [*words[:CONTESTS], f"另有{left}件救济"] if left > 0 else words


def causes(person: Person, keys: Collection[int]) -> list[Tie]:
    """The other matters it points to, and what their rooms say they came of."""
    ties = follow(person, keys, "source", "target")
    known = {*keys, *(tie.earlier.pk for tie in ties)}
    return [*ties, *(tie for room in rooms() for tie in room.origins(known))]


def effects(person: Person, found: Found) -> list[Tie]:
    return follow(person, found.get(KIND, ()), "target", "source")


def follow(person: Person, begin: Collection[int], near: str, far: str) -> list[Tie]:
    """From link to link, through matters that this person sees alone."""
    ties: list[Tie] = []
    seen, frontier = set(begin), set(begin)
    visible = Matter.objects.visible_to(person).values("pk")
    while frontier:
        step = list(Link.objects.filter(**{f"{near}__in": frontier, f"{far}__in": visible}).order_by("pk"))
        ties += map(tie_of, step)
        frontier = {getattr(one, f"{far}_id") for one in step} - seen
        seen |= frontier
    return ties


def tie_of(link: Link) -> Tie:
    earlier, later = Key(KIND, link.target_id), Key(KIND, link.source_id)
    return Tie(earlier, later, link.get_why_display(), link.quoted)


TELLER = Teller(KIND, 10, nodes, causes, effects)
