"""What the database itself keeps of a signed bulletin."""

import pytest
from django.db import IntegrityError, transaction

from reports.models import Bulletin, BulletinEntry, Quote


def test_the_database_too_refuses_a_drafter_who_signs(signed):
    with pytest.raises(IntegrityError), transaction.atomic():
        Bulletin.objects.filter(pk=signed.pk).update(signed_by=signed.drafted_by)


@pytest.mark.parametrize(
    "change",
    [
        lambda bulletin: Bulletin.objects.filter(pk=bulletin.pk).update(body="改"),
        lambda bulletin: Bulletin.objects.filter(pk=bulletin.pk).update(issue_no=9),
        lambda bulletin: Bulletin.objects.filter(pk=bulletin.pk).update(
            state="draft", issue_no=None, total_no=None, signed_by=None
        ),
        lambda bulletin: bulletin.quotes.update(progress="改"),
        lambda bulletin: bulletin.quotes.first().delete(),
        lambda bulletin: BulletinEntry.objects.update(sentence="改"),
        lambda bulletin: BulletinEntry.objects.first().delete(),
    ],
)
def test_the_database_refuses_to_change_what_is_signed(signed, change):
    with pytest.raises(IntegrityError, match=r"frozen|append-only"), transaction.atomic():
        change(signed)


def test_the_database_refuses_a_quote_added_after_signing(signed):
    quote = signed.quotes.first()
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Quote.objects.create(
            bulletin=signed,
            matter=quote.matter,
            order=9,
            number="x",
            title="x",
            lead="x",
            due="",
            phase="running",
            overdue=False,
            came_due=False,
            on_time=False,
        )
