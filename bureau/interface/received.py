"""What another system hands in is taken once, by the number that system gave it."""

import json
from collections.abc import Callable
from typing import Any

from django.db import transaction

from bureau.interface.models import Client, Received
from bureau.jobs.barred import Barred
from bureau.org import cipher


@transaction.atomic
def once(client: Client, sender_id: str, content: dict[str, Any], take: Callable[[], dict]) -> dict:
    """What `take` answers; of what was taken before the first answer. Two that come together are one. What `take` raises
    leaves nothing behind: the same number may come again, mended. Raises Barred where other content has this number."""
    words = json.dumps(content, ensure_ascii=False, sort_keys=True)
    found = cipher.digests(words, f"received by interface {client.pk}")
    row, made = Received.objects.get_or_create(
        client=client, sender_id=sender_id, defaults={"digest": found[0]}
    )
    if made:
        row.answer = take()
        row.save(update_fields=["answer"])
    elif row.digest not in found:
        raise Barred(
            f"编号“{sender_id}”以前送过不同的内容，没有再登记。改过的请换一个编号。", field="sender_id"
        )
    return row.answer
