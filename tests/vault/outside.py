"""What leaves the house by mail and by the gateway, for everybody who can be told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta

from django.utils import timezone

from bureau.notices.deliver import deliver
from bureau.notices.digest import gather
from bureau.notices.models import Channel, Preference
from tests.notices.receivers import KEY, Gateway, Mailbox, gateway, mailbox, read

MIDNIGHT = time()


class Outside:
    """A gateway and a mail server, both real."""

    def __init__(self, phone: Gateway, box: Mailbox) -> None:
        self.phone, self.box = phone, box

    def let_out(self) -> None:
        """All that waits goes out: what is urgent, and of the rest everybody's summary of today."""
        now = timezone.now()
        for person in Preference.objects.values_list("pk", flat=True):
            gather(person, now, timezone.localdate())
        for channel in Channel.values:
            deliver(channel)

    @property
    def told(self) -> dict[str, bytes]:
        """By channel, as it was posted and as it is read."""
        posted = [json.dumps(one, ensure_ascii=False) for one in self.phone.taken.values()]
        mails = [read(one).encode() + one.content for one in self.box.mails]
        return {"gateway": "\n".join(posted).encode(), "mail": b"\n".join(mails)}


@contextmanager
def reached(people, settings) -> Iterator[Outside]:
    """All of them have an address of either kind, at every hour of the day."""
    yesterday = timezone.localdate() - timedelta(days=1)
    Preference.objects.bulk_create(
        Preference(
            person=person,
            email=f"{person.username}@taoxi.example",
            mobile=f"wx-{person.username}",
            quiet_from=MIDNIGHT,
            quiet_to=MIDNIGHT,
            digested_on=yesterday,
        )
        for person in people
    )
    with gateway() as phone, mailbox() as box:
        settings.NOTICE_GATEWAY_URL, settings.NOTICE_GATEWAY_KEY = phone.url, KEY
        settings.EMAIL_URL, settings.MAIL_FROM = box.url, "duchaju@taoxi.example"
        yield Outside(phone, box)
