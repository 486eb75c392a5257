"""The timeline: append-only lines, chained by a keyed hash, whose end the cover keeps under seal."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.matters import cover, heard, registering, seals
from bureau.matters.access import behalf
from bureau.matters.models import Assignment, Audience, Entry, Matter
from bureau.org.actor import Actor
from bureau.org.models import Person

FACTS = ("seq", "actor_id", "actor_words", "step", "sentence", "facts", "audience", "assignment_id")
BATCH = 200  # covers turned in one statement
log = logging.getLogger(__name__)


@transaction.atomic(savepoint=False)  # it has no half to roll back: whoever catches an error rolls back all
def write(
    matter: Matter,
    step: str,
    sentence: str,
    *,
    actor: Person | Actor | None = None,
    assignment: Assignment | None = None,
    audience: str = Audience.ALL,
    at: datetime | None = None,
    facts: dict | None = None,
    turned: dict | None = None,
) -> Entry:
    """Append one line to the matter's timeline; the chain's head moves with what the line has `turned` on the
    cover. A copy of the cover that somebody else has overtaken is first read anew. Returns the Entry."""
    by = Actor.of(actor) if actor else None
    entry = Entry(
        assignment=assignment,
        actor=by.principal if by else None,
        actor_words=by.signature if by else "系统",
        step=step,
        sentence=sentence,
        facts=facts or {},
        audience=audience,
        at=at or timezone.now(),
    )
    if matter.place is None:
        cover.queue(matter)  # else two copies of it would get two places
        registering.enter([matter])
    before = matter.stage
    follow(entry, matter)
    if not cover.advance(matter, entry.digest, turned or {}):
        cover.queue(matter)
        before = matter.stage
        follow(entry, matter)
        cover.advance(matter, entry.digest, turned or {})
    entry.save(force_insert=True)
    if by and by.lent:
        behalf.record(entry, by, matter)
    heard.tell(heard.of_lines([(entry, matter, before)]))
    return entry


def begin(
    matters: Sequence[Matter],
    step: str,
    sentence: str,
    *,
    actor: Person | Actor,
    audience: str,
    at: datetime,
    facts: dict,
) -> None:
    """The first line of many matters that were created in this transaction, the same on each."""
    by = Actor.of(actor)
    entries = [
        Entry(
            actor=by.principal,
            actor_words=by.signature,
            step=step,
            sentence=sentence,
            facts=facts,
            audience=audience,
            at=at,
        )
        for _ in matters
    ]
    registering.enter(matters)
    for entry, matter in zip(entries, matters, strict=True):
        follow(entry, matter)
        vars(matter).update(cover.ends(matter, entry.digest))
    Entry.objects.bulk_create(entries, batch_size=BATCH)
    Matter.objects.bulk_update(
        matters, ["entry_count", "chain_head", "place", "link", "seal"], batch_size=BATCH
    )
    lines = zip(entries, matters, strict=True)
    heard.tell(heard.of_lines([(entry, matter, matter.stage) for entry, matter in lines]))


def follow(entry: Entry, matter: Matter) -> None:
    """Put the line behind the last one of the matter's timeline, as this copy of the cover knows it, or a torn one."""
    entry.matter_id, entry.seq = matter.pk, matter.entry_count + 1
    whole = seals.holds(matter)
    if not whole:
        log.error("the cover of matter %s is not what was sealed", matter.pk)
    entry.digest = digest(entry, matter.chain_head if whole else seals.TORN)


def digest(line: Any, before: str) -> str:
    """HMAC-SHA256 over a line (an Entry or a row with its names) and the digest of the line before it; hex."""
    told = {name: getattr(line, name) for name in FACTS}
    told |= {"matter": line.matter_id, "at": line.at.timestamp(), "before": before}
    return seals.seal(told)
