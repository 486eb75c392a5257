"""Bulletins that are begun for something that has one alone: a half-year, a month of a leader. Who begins it twice finds the first."""

from collections.abc import Callable, Iterable

from django.db import IntegrityError, transaction

from bureau.matters.rooms import Told
from reports import addressing, flow
from reports.actions.inserting import Given, add_insert
from reports.actions.opening import Start, draft_text
from reports.models import Bulletin
from reports.policy import require_desk

Part = tuple[str, Given]  # kind of an insert, and what is said of it


def begun_for(occasions: Iterable[str]) -> dict[str, Bulletin]:
    """By occasion: what was begun for it and not discarded. One query."""
    found = Bulletin.objects.filter(occasion__in=list(occasions)).exclude(state=flow.DISCARDED)
    return {one.occasion: one for one in found}


def draft_for(
    person, occasion: str, start: Start, told: Told, parts: Iterable[Part] = (), readers: Iterable = ()
) -> Bulletin:
    """With tables and charts, whose marks stand in the text; `readers`: the leaders it goes to. Raises Refused, Barred."""
    require_desk(person)

    def made() -> Bulletin:
        bulletin = draft_text(person, start, told.subject, told.body, occasion)
        for kind, given in parts:
            add_insert(person, bulletin, kind, given)
        if readers:
            address(bulletin, list(readers))
        return bulletin

    return begun_for([occasion]).get(occasion) or first(occasion, made)


def first(occasion: str, made: Callable[[], Bulletin]) -> Bulletin:
    """What is made now, unless somebody else was quicker."""
    try:
        with transaction.atomic():
            return made()
    except IntegrityError:
        found = begun_for([occasion])
        if occasion not in found:
            raise
        return found[occasion]


def address(bulletin: Bulletin, readers: list) -> None:
    bulletin.readers.set(readers)
    bulletin.report_to = addressing.usual_address(bulletin, readers)
    bulletin.save(update_fields=["report_to"])
