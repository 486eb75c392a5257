"""Writing notices, and with the urgent ones what goes outside: both or neither, in the caller's transaction."""

from collections import defaultdict

from bureau.notices import channels
from bureau.notices.models import Delivery, Notice, Preference


def post(notices: list[Notice]) -> None:
    """Write notices that nobody else can be writing: the caller holds the lock on what they are about."""
    send_out([notice for notice in Notice.objects.bulk_create(notices) if notice.urgent])


def send_out(notices) -> None:
    """Queue them for every channel their readers are reached by; quiet hours are looked at when they leave."""
    reached = urgent_channels({notice.person_id for notice in notices})
    Delivery.objects.bulk_create(
        Delivery(person_id=notice.person_id, channel=channel, notice=notice, next_at=notice.at)
        for notice in notices
        for channel in reached[notice.person_id]
    )


def urgent_channels(people: set[int]) -> dict[int, list[str]]:
    """Person → the channels by which they get what is urgent."""
    reached, standing = defaultdict(list), set(channels.standing())
    if people and standing:
        for preference in Preference.objects.filter(person__in=people):
            # Urgent things are not switched off: where nothing chosen is set up here, any address will do.
            chosen = standing.intersection(preference.chosen())
            reached[preference.pk] = sorted(chosen or standing.intersection(preference.addressed()))
    return reached
