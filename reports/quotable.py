"""What may be quoted in what goes wide: matters of every room whose ledger everybody may read, room by room and there in the
order of their papers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from django.db.models import Count, Model, Q, QuerySet

from bureau.matters.models import Phase, Secrecy
from bureau.matters.papers import Papers
from bureau.matters.rooms import TO_ALL, Room, room_of, rooms

PHASES = (Phase.RUNNING, Phase.SUSPENDED, Phase.CLOSED)


@dataclass(frozen=True)
class Wanted:
    """Which records are asked for: those that a condition holds for, or all of one paper."""

    where: Q = field(default_factory=Q)
    paper: Model | None = None

    def rooms(self) -> list[Room]:
        return [room for room in rooms() if room.quoted_to == TO_ALL and self.may_be_of(room)]

    def may_be_of(self, room: Room) -> bool:
        return self.paper is None or (room.papers is not None and isinstance(self.paper, room.papers.model))

    def seen(self, person, also: Q) -> Iterator[QuerySet]:
        """Of each room the records that the person sees and that are so as well."""
        for room in self.rooms():
            found = room.record.objects.visible_to(person).filter(self.where & also)
            yield in_order(found, room.papers, self.paper) if room.papers else found.order_by("pk")


def in_order(records: QuerySet, papers: Papers, paper: Model | None) -> QuerySet:
    of_paper = {papers.column: paper} if paper else {}
    return records.filter(**of_paper).select_related(papers.column).order_by(*papers.order)


def quotable(person, wanted: Wanted, most: int | None = None) -> list:
    """The dispatched, unsealed ones; `most`: not more than that."""
    dispatched = Q(matter__phase__in=PHASES) & ~Q(matter__secrecy=Secrecy.SEALED)
    found = (records[:most] for records in wanted.seen(person, dispatched))
    return list(islice(chain.from_iterable(found), most))


def sealed(person, wanted: Wanted) -> int:
    """How many of them the person sees and nobody may quote."""
    return sum(records.count() for records in wanted.seen(person, Q(matter__secrecy=Secrecy.SEALED)))


def paper_of(record) -> Model | None:
    """The paper that a record came from; None where its room has none."""
    papers = room_of(record.matter.kind).papers
    return getattr(record, papers.column) if papers else None


def papers_quoted() -> Papers:
    """Those of the one room that splits papers into matters."""
    return next(room.papers for room in Wanted().rooms() if room.papers)


def latest_papers(most: int) -> QuerySet:
    """The newest first, with how many of their matters could be quoted (`ready`)."""
    papers = papers_quoted()
    covers = f"{papers.records}__matter__"
    dispatched = Q(**{f"{covers}phase__in": PHASES, f"{covers}secrecy": Secrecy.NORMAL})
    found = papers.model.objects.annotate(ready=Count(papers.records, filter=dispatched))
    return found.order_by("-date", "-pk")[:most]
