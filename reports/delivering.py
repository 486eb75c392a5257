"""送达: an issued bulletin laid before its readers, and what it answers presented to the leader, in the transaction
that issued it."""

from bureau.matters import cover
from instructions import actions as instructing
from instructions import flow as instructions
from instructions.models import Instruction
from reports import telling
from reports.models import Receipt


def deliver(bulletin, at) -> None:
    readers = list(bulletin.readers.order_by("pk"))
    receipts = [Receipt(bulletin=bulletin, person=reader, delivered_at=at) for reader in readers]
    Receipt.objects.bulk_create(receipts, ignore_conflicts=True)
    owing = present(bulletin, at) if bulletin.answers_id else None
    telling.delivered(bulletin, [reader for reader in readers if reader.pk != owing], at)


def present(bulletin, at) -> int | None:
    """The leader owes a word on it, once. Returns whom that duty tells."""
    cover.queue(bulletin.answers.matter)
    found = Instruction.objects.select_related("matter", "paper").filter(state=instructions.ACCEPTED)
    record = found.filter(pk=bulletin.answers_id).first()
    if record is None or record.round.number != bulletin.round:
        return None
    instructing.present(record, bulletin.number, at)
    return record.matter.leader_id
