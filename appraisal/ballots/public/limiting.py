"""How often codes that are none may be tried from one place, and by everybody together, within an hour. A room full of voters has one
address: whoever has a good code is not counted."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from appraisal.ballots.models import WrongCode
from bureau.jobs.barred import Barred
from bureau.pages import places

FROM_ONE_PLACE, BY_ALL = 30, 2000
EVERYBODY = "all"
KEPT = timedelta(days=1)


class TooOften(Barred):
    """Nothing was looked up."""

    def __init__(self) -> None:
        super().__init__("错误的票码试得太多，请一小时后再试，或者找工作人员。")


def check(request: HttpRequest) -> None:
    """Raises TooOften."""
    found = WrongCode.objects.filter(hour=places.this_hour(), digest__in=[places.digest(request), EVERYBODY])
    most = {EVERYBODY: BY_ALL}
    if any(one.count >= most.get(one.digest, FROM_ONE_PLACE) for one in found):
        raise TooOften


def count_wrong(request: HttpRequest) -> None:
    """One more; what is older than a day goes."""
    WrongCode.objects.filter(hour__lt=timezone.now() - KEPT).delete()
    for place in (places.digest(request), EVERYBODY):
        places.used(WrongCode, digest=place, hour=places.this_hour())
