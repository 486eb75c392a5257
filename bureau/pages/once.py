"""A form counts once, and only on what its writer has seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.pages.models import Submission


class Twice(Exception):
    """This very form was sent before; what it asked for has been done. `led_to`: the page it led to, if known."""

    def __init__(self, led_to: str = ""):
        super().__init__(led_to)
        self.led_to = led_to


class Stale(Barred):
    """Somebody else changed the thing after the form was opened."""


@dataclass(frozen=True)
class Sent:
    """The form that is taken now."""

    key: UUID | None

    def leads_to(self, url: str) -> None:
        """Remember the page that a second click is led to."""
        if self.key:
            Submission.objects.filter(token=self.key).update(led_to=url)


def token() -> str:
    """A fresh token for the hidden field `once`."""
    return str(uuid4())


@contextmanager
def once(token: str | None) -> Iterator[Sent]:
    """A transaction that raises Twice when the token was used before. A second click waits for the first."""
    with transaction.atomic():
        if key := _uuid(token):
            sent, first = Submission.objects.get_or_create(token=key)
            if not first:
                raise Twice(sent.led_to)
        yield Sent(key)


def led_to(token: str | None) -> str | None:
    """The page that the form with this token led to, empty where that is not known; None where it was not sent."""
    key = _uuid(token)
    return key and Submission.objects.filter(token=key).values_list("led_to", flat=True).first()


def used(token: str | None) -> bool:
    """Whether the form with this token was sent."""
    return led_to(token) is not None


def check_seen(seen: str | None, version: object, news: Callable[[], str] = str) -> None:
    """Raises Stale when the form was opened on another version; `news` says what happened since."""
    if not seen or str(version) == seen:
        return
    what = f"：{happened}" if (happened := news()) else ""
    raise Stale(f"您打开本页之后，这件事有了变化{what}。您填写的内容还在，请核对后再次提交。")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
