"""A form counts once."""

from contextlib import contextmanager
from uuid import UUID, uuid4

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.pages.models import Submission


class Twice(Exception):
    """This very form was sent before; what it asked for has been done."""


class Stale(Barred):
    """Somebody else changed the thing after the form was opened."""


def token() -> str:
    """A fresh token for the hidden field `once`."""
    return str(uuid4())


@contextmanager
def once(token: str | None):
    """A transaction that raises Twice when the token was used before. A second click waits for the first."""
    with transaction.atomic():
        if (key := _uuid(token)) and not Submission.objects.get_or_create(token=key)[1]:
            raise Twice
        yield


def used(token: str | None) -> bool:
    """Whether the form with this token was sent."""
    key = _uuid(token)
    return key is not None and Submission.objects.filter(token=key).exists()


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
