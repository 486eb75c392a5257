"""The timeline: append-only lines, chained by a keyed hash, whose end the cover keeps.

An edited, inserted or deleted line breaks the chain; a cut tail differs from the cover's count.
"""

import hashlib
import hmac
import json

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.matters.models import Audience, Entry, Matter

FACTS = ("seq", "actor_id", "actor_words", "step", "sentence", "facts", "audience", "assignment_id")


@transaction.atomic
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
    return entry


def digest(entry: Entry, before: str) -> str:
    """HMAC-SHA256 over the line and the digest of the line before it; hex."""
    line = {name: getattr(entry, name) for name in FACTS}
    line |= {"matter": entry.matter_id, "at": entry.at.timestamp(), "before": before}
    words = json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(settings.TIMELINE_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()


def faults(matter) -> list[str]:
    """What is wrong with the matter's chain, in words; empty when it is whole."""
    before, expected, found = "", 1, []
    for entry in Entry.objects.filter(matter=matter).order_by("seq"):
        if entry.seq != expected:
            found.append(f"第{expected}条至第{entry.seq - 1}条动态缺失")
            before = None
        if before is not None and entry.digest != digest(entry, before):
            found.append(f"第{entry.seq}条动态与链码不符（被改动或插入）：{entry.sentence[:40]}")
        before, expected = entry.digest, entry.seq + 1
    if expected - 1 != matter.entry_count or (before or "") != matter.chain_head:
        found.append(f"封面记有{matter.entry_count}条动态，实有{expected - 1}条，末端不符")
    return found
