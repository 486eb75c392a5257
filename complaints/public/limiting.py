"""How often the public page may be used from one place, and by everybody together, within an hour."""

import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from bureau.jobs.barred import Barred
from complaints.models import PublicUse

SEND, REPORT, LOOKUP = "send", "report", "lookup"  # a form, also one with faults; a complaint; a code
FROM_ONE_PLACE = {SEND: 30, REPORT: 5, LOOKUP: 30}
BY_ALL = {SEND: 600, REPORT: 60, LOOKUP: 600}
EVERYBODY = "all"
KEPT = timedelta(days=1)
TOO_OFTEN = "提交得太频繁，请一小时后再试；急事请拨打投诉电话。"


class TooOften(Barred):
    """Nothing was done."""

    def __init__(self) -> None:
        super().__init__(TOO_OFTEN)


def count(request: HttpRequest, kind: str) -> None:
    """One use more. Raises TooOften where that is too many; it counts all the same."""
    now = timezone.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    for place, most in ((digest(request), FROM_ONE_PLACE), (EVERYBODY, BY_ALL)):
        if used(kind, place, hour) > most[kind]:
            raise TooOften


@transaction.atomic
def used(kind: str, place: str, hour: datetime) -> int:
    """How often by now, this one included."""
    row, _made = PublicUse.objects.get_or_create(kind=kind, digest=place, hour=hour)
    PublicUse.objects.filter(pk=row.pk).update(count=F("count") + 1)
    row.refresh_from_db()
    return row.count


def digest(request: HttpRequest) -> str:
    """Of the address that asks: not to be turned back, and tomorrow another one."""
    key = f"{settings.SECRET_KEY}{timezone.localdate()}".encode()
    return hmac.new(key, address(request).encode(), "sha256").hexdigest()


def address(request: HttpRequest) -> str:
    """As our own proxies saw it; without any, who speaks to us."""
    seen = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if one.strip()]
    if settings.PROXY_COUNT and len(seen) >= settings.PROXY_COUNT:
        return seen[-settings.PROXY_COUNT]
    return request.META.get("REMOTE_ADDR", "")


def forget() -> int:
    """What is older than a day. Returns how many rows."""
    return PublicUse.objects.filter(hour__lt=timezone.now() - KEPT).delete()[0]
