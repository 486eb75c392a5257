"""猜密码: one password tried on many accounts, or one account from many addresses, is slowed beside the lock of an account at an
address (`lockout`). Whoever has logged in from an address before is held up there by their own failures alone, so that nobody is
locked out for long behind an address that others share."""

from axes.helpers import get_client_ip_address, get_cool_off
from axes.models import AccessAttempt, AccessLog
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone

FROM_ONE_ADDRESS, ON_ONE_ACCOUNT = 30, 20  # failures within the time of the lock


def is_slowed(request: HttpRequest, username: str) -> bool:
    """Whether this account may not be tried from here now."""
    address = get_client_ip_address(request)
    if AccessLog.objects.filter(username=username, ip_address=address).exists():
        return False
    recent = AccessAttempt.objects.filter(attempt_time__gte=timezone.now() - get_cool_off())
    return (
        failures(recent.filter(ip_address=address)) >= FROM_ONE_ADDRESS
        or failures(recent.filter(username=username)) >= ON_ONE_ACCOUNT
    )


def failures(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0
