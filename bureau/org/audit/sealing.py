"""Audit lines under `TIMELINE_KEY`: each has a digest of what it says, and soon after it was written a link to the one before it; how many
there are is sealed. So a line that is changed, forged or deleted is found.

They are chained by the clock, not while they are written: one that waits for a long transaction would hold up every login."""

import logging

from django.db import transaction

from bureau.org.keyed import CANONICAL, same, seal
from bureau.org.models import AdminEntry, AuditEnd

AT_ONCE = 1000  # lines of one transaction
ONE = 1  # the key of the only row of AuditEnd
OUTSIDE = logging.getLogger("bureau.audit")


def digest(entry: AdminEntry) -> str:
    facts = {
        "audit": entry.sentence,
        "actor": entry.actor_id,
        "words": entry.actor_words,
        "person": entry.person_id,
        "kind": str(entry.kind),
        "address": entry.address,
        "at": entry.at.timestamp(),
    }
    return seal(facts)


def link(place: int, entry: AdminEntry, before: str) -> str:
    return seal({"place": place, "line": entry.pk, "digest": entry.digest, "before": before})


def end_seal(count: int, head: str) -> str:
    return seal({"lines": count, "head": head})


@transaction.atomic
def chain() -> int:
    """Give what was written meanwhile its place. How many; AT_ONCE means that there may be more."""
    end = AuditEnd.objects.select_for_update().filter(pk=ONE).first() or first()
    if end is None or not same(end.seal, end_seal(end.count, end.head)):
        return 0  # somebody turned it back: what follows is not sealed as if it were whole
    entries = list(AdminEntry.objects.filter(place=None).order_by("pk")[:AT_ONCE])
    for entry in entries:
        end.count += 1
        entry.place, entry.link = end.count, link(end.count, entry, end.head)
        end.head = entry.link
    AdminEntry.objects.bulk_update(entries, ["place", "link"])
    end.seal = end_seal(end.count, end.head)
    end.save()
    return len(entries)


def first() -> AuditEnd | None:
    """None where lines were chained already, and somebody took away what says how many."""
    if AdminEntry.objects.filter(place__isnull=False).exists():
        return None
    return AuditEnd.objects.create(pk=ONE, count=0, seal=end_seal(0, ""))


def send_out(entry: AdminEntry) -> None:
    """To syslog, where it is set, once the line stands."""
    facts = {
        "kind": str(entry.kind),
        "who": entry.actor_words,
        "what": entry.sentence,
        "address": entry.address,
        "at": entry.at.isoformat(),
        "digest": entry.digest,
    }
    words = CANONICAL(facts)
    transaction.on_commit(lambda: OUTSIDE.info("%s", words), robust=True)
