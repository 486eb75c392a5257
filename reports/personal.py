"""Copies of a restricted issue: numbered, and each with its reader's name over it. The issued file itself never changes."""

from django.core.cache import cache
from django.utils import timezone

from bureau.files import store
from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind, overlay
from bureau.press.typeset.sheets import Stamp
from reports.kinds import kind

TEN_MINUTES = 600  # seconds a reader's copy is kept, so that turning its pages costs nothing


def issued(bulletin) -> bytes:
    """Raises FileNotFoundError where the store has lost it."""
    with store.open_kept(bulletin.rendering.sha256) as file:
        return file.read()


def for_reader(bulletin, person) -> bytes:
    """As issued; of what is restricted this person's own copy, with their 份号 where they were given one."""
    if not kind(bulletin).restricted:
        return issued(bulletin)
    receipt = bulletin.receipts.filter(person=person).first()
    day = timezone.localdate()
    key = f"copy-{bulletin.pk}-{person.pk}-{day:%Y%m%d}"
    words = f"{person.name}　{day:%Y-%m-%d}"
    return cache.get_or_set(
        key, lambda: copy(bulletin, issued(bulletin), words, receipt and receipt.copy_no), TEN_MINUTES
    )


def copy(bulletin, pdf: bytes, reader: str, number: int | None) -> bytes:
    stamp = Stamp(bulletin.number, timezone.localdate(bulletin.issued_at), reader, number)
    return overlay(pdf, pdf_of(stamp))


def copies(bulletin, first: int, last: int) -> bytes:
    """Paper copies from one 份号 to another, one after another; each with its addressee's name where that is known."""
    pdf = issued(bulletin)
    named = dict(bulletin.receipts.filter(copy_no__isnull=False).values_list("copy_no", "person__name"))
    made = [
        Bound(f"{number:06d}", copy(bulletin, pdf, named.get(number) or "", number))
        for number in range(first, last + 1)
    ]
    return bind(made)
