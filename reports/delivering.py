"""送达: an issued bulletin laid before its leaders and units, those that it names asked to answer, and what it answers
presented to the leader, in the transaction that issued it."""

from bureau.matters import cover
from bureau.matters.rooms import answers_of
from bureau.org.models import Unit
from bureau.org.worktime import fixed
from reports import telling
from reports.kinds import kind
from reports.models import Receipt, Response


def deliver(bulletin, at) -> None:
    readers, units = list(bulletin.readers.order_by("pk")), list(bulletin.units.all())
    receipts = [Receipt(bulletin=bulletin, person=reader, delivered_at=at) for reader in readers]
    receipts += [Receipt(bulletin=bulletin, unit=unit, delivered_at=at) for unit in units]
    if kind(bulletin).restricted:
        for number, receipt in enumerate(receipts, 1):
            receipt.copy_no = number
    Receipt.objects.bulk_create(receipts, ignore_conflicts=True)
    owing = present(bulletin, at) if bulletin.answers_id else None
    telling.delivered(bulletin, [reader for reader in readers if reader.pk != owing], at)
    asked = ask(bulletin, at)
    telling.delivered_to_units(bulletin, [unit for unit in units if unit not in asked], at)
    if asked:
        telling.asked(bulletin, asked, units, at)


def ask(bulletin, at) -> list[Unit]:
    """Whom a 通报 names as lagging, and to whom a letter goes, answers where a date was set. Returns them."""
    if not bulletin.answer_by:
        return []
    due_at = fixed(bulletin.answer_by).due_at
    units = named_units(bulletin)
    asked = [Response(bulletin=bulletin, unit=unit, asked_at=at, due_at=due_at) for unit in units]
    Response.objects.bulk_create(asked, ignore_conflicts=True)
    return units


def named_units(bulletin) -> list[Unit]:
    if bulletin.is_letter:
        return list(bulletin.units.all())
    named = bulletin.quotes.filter(lagging=True).values("lead")
    return list(Unit.objects.filter(short__in=named))


def present(bulletin, at) -> int | None:
    """The leader owes a word on it, once. Returns whom that duty tells."""
    matter = bulletin.answers
    cover.queue(matter)
    answers = answers_of(matter.kind)
    if not answers.awaits(matter, bulletin.round):
        return None
    answers.present(matter, bulletin.number, at)
    return matter.leader_id
