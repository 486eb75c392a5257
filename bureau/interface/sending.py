"""Events leave the house, client by client: one that does not answer keeps no other waiting."""

from django.db.models import QuerySet
from django.urls import reverse

from bureau.interface.events import send
from bureau.interface.models import Client, OutgoingEvent
from bureau.notices.alarms import alarm
from bureau.notices.outbox import Outbox, State

JOINS = ("client__person__unit",)


def outbox(client: int) -> Outbox:
    return Outbox(OutgoingEvent.objects.filter(client=client), JOINS, send)


def deliver() -> int:
    """Send what waits. Returns how many went out."""
    waiting = OutgoingEvent.objects.filter(state=State.WAITING).order_by("client").values_list("client")
    return sum(deliver_to(client) for (client,) in waiting.distinct())


def deliver_to(client: int) -> int:
    sent, tried = outbox(client).run()
    if tried and failed().filter(client=client).exists():
        name, where = Client.objects.get(pk=client), reverse("interface:undelivered")
        words = f"推送到“{name}”的事件多次重发仍未送达，请查看原因后重发或放弃。"
        alarm(f"events-{client}", words, where, outside=False)
    return sent


def failed() -> QuerySet[OutgoingEvent]:
    """What failed for good."""
    return OutgoingEvent.objects.filter(state=State.FAILED)


def troubled() -> QuerySet[OutgoingEvent]:
    """That, and what waits for another try."""
    again = OutgoingEvent.objects.filter(state=State.WAITING, tries__gt=0).exclude(trouble="")
    return again | failed()
