"""From where a page without an account is asked for, and how often within an hour."""

import hmac
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone


def this_hour() -> datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)


@transaction.atomic
def used(uses: Any, **key: object) -> int:
    """How often by now, this one included. `uses`: the model that counts, a row for each key."""
    row, _made = uses.objects.get_or_create(**key)
    uses.objects.filter(pk=row.pk).update(count=F("count") + 1)
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
