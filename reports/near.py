"""Which bulletins tell of a matter, whoever asks; what of them a person sees, their page asks (`visible_to`)."""

from collections import defaultdict

from django.db.models import IntegerField, Value

from reports.models import Announcement, Bulletin, Insert, Quote
from reports.written import standing


def near_to(matter) -> dict[int, set[int | None]]:
    """By key of a bulletin: the rounds of the matter whose words were written there, and None where it tells of the matter."""
    nothing = Value(None, IntegerField())
    telling = (
        Quote.objects.filter(matter=matter).values_list("bulletin", nothing),
        Announcement.objects.filter(matter=matter).values_list("bulletin", nothing),
        Insert.objects.filter(data__matters__contains=[matter.pk]).values_list("bulletin", nothing),
        Bulletin.objects.filter(answers=matter.pk).values_list("pk", nothing),
    )
    words = standing().filter(instruction=matter.pk).values_list("bulletin", "round")
    near: dict[int, set[int | None]] = defaultdict(set)
    for bulletin, number in words.order_by().union(*(one.order_by() for one in telling)):
        near[bulletin].add(number)
    return near
