"""What happened becomes rows to be sent, in the transaction in which it happened; and rows become what is sent."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from bureau.interface.asking import person_of
from bureau.interface.issuing import secret_of
from bureau.interface.models import Client, OutgoingEvent
from bureau.interface.open_to import bulletins_open_to, matters_open_to
from bureau.matters.heard import Event, Happened
from bureau.notices.channels import signed
from bureau.notices.outbox import Moot


def hear(happened: Sequence[Happened]) -> None:
    """A row for each client that hears of it; whether it may is asked as it is sent."""
    now, rows = timezone.now(), []
    for event, ones in groupby(happened, key=lambda one: one.event):
        told = list(ones)
        clients = list(Client.objects.hearing(event, timezone.localdate(now)))
        rows += [row_of(one, client, now) for one in told for client in clients]
    if rows:
        OutgoingEvent.objects.bulk_create(rows, batch_size=500)


def row_of(one: Happened, client: Client, now: Any) -> OutgoingEvent:
    return OutgoingEvent(
        client=client,
        event=one.event,
        about=one.about,
        kind=one.kind,
        number=one.number,
        stands=one.state,
        at=one.at,
        next_at=now,
    )


def send(row: OutgoingEvent) -> None:
    """Raises Moot where its reader may not know of it any more, and what a signed post raises."""
    client = row.client
    if not Client.objects.in_force(timezone.localdate()).filter(pk=client.pk).exists():
        raise Moot("接口已撤销或到期")
    if not open_to(client, row).exists():
        raise Moot("不在这个接口可见的范围内")
    signed.post(client.url, secret_of(client), told(row), str(row.key), "对方系统")


def open_to(client: Client, row: OutgoingEvent) -> QuerySet:
    seen = bulletins_open_to if row.event == Event.ISSUED else matters_open_to
    return seen(person_of(client)).filter(pk=row.about)


def told(row: OutgoingEvent) -> dict[str, Any]:
    """What is sent: which, of what kind, how it stands, where to look. No title, no text, nobody's name."""
    api = "api:bulletin" if row.event == Event.ISSUED else "api:matter"
    page = reverse("reports:page", args=[row.about]) if row.event == Event.ISSUED else page_of(row)
    return {
        "id": str(row.key),
        "event": row.event,
        "at": timezone.localtime(row.at).isoformat(timespec="seconds"),
        "about": {
            "id": row.about,
            "kind": row.kind,
            "number": row.number,
            "state": row.stands,
            "page": settings.SITE_URL + page,
            "api": settings.SITE_URL + reverse(api, args=[row.about]),
        },
    }


def page_of(row: OutgoingEvent) -> str:
    return reverse(f"{row.kind}:page", args=[row.about])
