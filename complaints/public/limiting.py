"""How often the public page may be used from one place, and by everybody together, within an hour."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.pages import places
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
    hour = places.this_hour()
    for place, most in ((places.digest(request), FROM_ONE_PLACE), (EVERYBODY, BY_ALL)):
        if places.used(PublicUse, kind=kind, digest=place, hour=hour) > most[kind]:
            raise TooOften


def forget() -> int:
    """What is older than a day. Returns how many rows."""
    return PublicUse.objects.filter(hour__lt=timezone.now() - KEPT).delete()[0]
