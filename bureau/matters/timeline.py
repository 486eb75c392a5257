"""The timeline: append-only lines, chained by a keyed hash, whose end the cover keeps."""

import hmac
import json

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.matters import behalf
from bureau.matters.models import Audience, Entry, Matter

FACTS = ("seq", "actor_id", "actor_words", "step", "sentence", "facts", "audience", "assignment_id")
CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@transaction.atomic(savepoint=False)  # it has no half to roll back: whoever catches an error rolls back all
def write(
    matter,
    step: str,
    sentence: str,
    *,
    actor=None,
    assignment=None,
    audience=Audience.ALL,
    at=None,
    facts=None,
):
    """Append one line to the matter's timeline and move the chain's head. Returns the Entry."""
    cover = Matter.objects.select_for_update().only("entry_count", "chain_head").get(pk=matter.pk)
    entry = Entry(
        matter_id=matter.pk,
        assignment=assignment,
        seq=cover.entry_count + 1,
        actor=actor,
        actor_words=actor.signature if actor else "系统",
        step=step,
        sentence=sentence,
        facts=facts or {},
        audience=audience,
        at=at or timezone.now(),
    )
    entry.digest = digest(entry, cover.chain_head)
    entry.save(force_insert=True)
    Matter.objects.filter(pk=matter.pk).update(entry_count=entry.seq, chain_head=entry.digest)
    matter.entry_count, matter.chain_head = entry.seq, entry.digest
    if actor and actor.hand:
        behalf.record(entry, matter)
    return entry


def digest(line, before: str) -> str:
    """HMAC-SHA256 over a line (an Entry or a row with its names) and the digest of the line before it; hex."""
    told = {name: getattr(line, name) for name in FACTS}
    told |= {"matter": line.matter_id, "at": line.at.timestamp(), "before": before}
    return hmac.digest(settings.TIMELINE_KEY.encode(), CANONICAL(told).encode(), "sha256").hex()
