"""The cover: locked by who writes, turned together with the end of the chain, copied onto the assignments."""

from django.db.models import F, QuerySet

from bureau.matters import seals
from bureau.matters.models import Assignment, Matter, Secrecy


def advance(matter: Matter, head: str, turned: dict) -> bool:
    """One line further: the chain's new head, sealed, and what the line has `turned` on the cover, in one update.

    Compare and set: False, and nothing is changed, where this copy of the cover is not the latest."""
    latest = Matter.objects.filter(pk=matter.pk, entry_count=matter.entry_count, chain_head=matter.chain_head)
    values = {**turned, **ends(matter, head)}
    if turned:
        values["version"] = F("version") + 1
    if not latest.update(**values):
        return False
    for name, value in values.items():
        setattr(matter, name, matter.version + 1 if name == "version" else value)
    if turned:
        Assignment.objects.filter(matter=matter).update(**copies(matter))
    return True


def ends(matter: Matter, head: str) -> dict:
    """What the cover says of its timeline once the line with the digest `head` is written; with the first one also where
    it stands in the register."""
    count = matter.entry_count + 1
    sealed = seals.of_cover(matter.pk, count, head, matter.place, matter.link)
    found = {"entry_count": count, "chain_head": head, "seal": sealed}
    return found | ({"place": matter.place, "link": matter.link} if count == 1 else {})


def copies(matter: Matter) -> dict:
    """What the assignments repeat of their cover, so that a unit's list is read from one index."""
    return {"open": matter.is_open, "sealed": matter.secrecy == Secrecy.SEALED}


def lock(pk: int) -> Matter:
    """The cover under lock: writers on one matter queue here, and read what the one before them left."""
    return locked().get(pk=pk)


def queue(matter: Matter) -> None:
    """Lock the cover as `lock` does, and bring this copy of it up to date."""
    matter.refresh_from_db(from_queryset=locked())


def locked() -> QuerySet[Matter]:
    """Covers under lock, but not their keys: rows that point to a matter are written beside it. Else a sweep that
    tells of a duty and a verb that does it would wait for each other."""
    return Matter.objects.select_for_update(no_key=True)
