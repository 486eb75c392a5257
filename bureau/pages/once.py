"""A form counts once, its words count once, and only on what its writer has seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from bureau.jobs.barred import Barred
from bureau.pages.drafts import typed
from bureau.pages.models import Submission

# Who goes back in the browser and sends once more does it at once; who says the same again later means it.
LATELY = timedelta(minutes=10)
# The names of buttons: pages where several lead to one address. Each of them counts once.
BUTTONS = (
    "_addanother",
    "_save",
    "action",
    "address",
    "again",
    "blank",
    "confirm",
    "confirm_all",
    "customary",
    "dispute",
    "do",
    "drop",
    "end",
    "enter",
    "matters",
    "mend",
    "preview",
    "refresh",
    "refuse",
    "restore",
    "settle",
    "source",
    "start",
    "submit",
    "verdict",
    "withdraw",
)


class Twice(Exception):
    """This very form was sent before; what it asked for has been done. `led_to`: the page it led to, if known."""

    def __init__(self, led_to: str = "") -> None:
        super().__init__(led_to)
        self.led_to = led_to


class Same(Barred):
    """The same words went to the same address a moment ago, from a page opened before this one."""


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
def once(request: HttpRequest, words: str = "") -> Iterator[Sent]:
    """A transaction around what a posted form asks for; `words`: its `digest`. A second click waits for the first.

    Raises Twice when this form was sent before, Same when its words were and the writer has not said that they mean
    them once more (`repeat`)."""
    with transaction.atomic():
        if key := key_of_form(request):
            sent, first = Submission.objects.get_or_create(token=key, defaults={"typed": words})
            if not first:
                raise Twice(sent.led_to)
            if words and request.POST.get("repeat") != words:
                check_words(key, words)
            if (form := key_of_form(request, pressed=False) or key) != key:
                Submission.objects.get_or_create(token=form)
        yield Sent(key)


def check_words(key: UUID, words: str) -> None:
    """Raises Same when another form said the same lately."""
    lately = Submission.objects.filter(typed=words, at__gte=timezone.now() - LATELY).exclude(token=key)
    if before := lately.order_by("-at").first():
        at = timezone.localtime(before.at)
        raise Same(
            f"您在 {at:%H:%M} 已提交过完全相同的内容，这一次没有重复提交。确需再提交一次的，请再点一次按钮。"
        )


def key_of_form(request: HttpRequest, pressed: bool = True) -> UUID | None:
    """Which form was posted, and by which button: one page may hold several forms, each with an address of its own,
    and a form several buttons."""
    opened = _uuid(request.POST.get("once"))
    buttons = [(name, request.POST[name]) for name in BUTTONS if pressed and name in request.POST]
    return opened and uuid5(opened, request.path + (f"?{urlencode(buttons)}" if buttons else ""))


def digest(request: HttpRequest) -> str:
    """Stands for who sent which words and files where, and tells nobody which; empty where nothing was typed."""
    if not (names := sorted(typed(request.POST))):
        return ""
    words = [(name, request.POST.getlist(name)) for name in names]
    files = [(name, file.name, file.size) for name, sent in request.FILES.lists() for file in sent]
    return salted_hmac(
        "once", repr((request.user.pk, request.path, words, files)), algorithm="sha256"
    ).hexdigest()


def led_to(request: HttpRequest) -> str | None:
    """The page that the posted form led to, empty where that is not known; None where it was not sent before."""
    key = key_of_form(request)
    if key is None:
        return None
    return Submission.objects.filter(token=key).values_list("led_to", flat=True).first()


def used(request: HttpRequest) -> bool:
    """Whether the posted form was sent before, by whichever button."""
    form = key_of_form(request, pressed=False)
    return form is not None and Submission.objects.filter(token=form).exists()


def check_seen(
    seen: str | None, version: object, news: Callable[[], str] = str, *, typed: bool = True
) -> None:
    """Raises Stale when the form was opened on another version; `news` says what happened since. `typed`: whether there
    are words in it that stay."""
    if not seen or str(version) == seen:
        return
    what = f"：{happened}" if (happened := news()) else ""
    go_on = "您填写的内容还在，请核对后再次提交。" if typed else "请看过最新情况再办。"
    raise Stale(f"您打开本页之后，这件事有了变化{what}。{go_on}")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
