"""登录锁定: after repeated failures an account is locked for the address they came from (django-axes)."""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bureau.org.models import Person


def locked_out() -> Exists:
    """For annotating persons: whether the account is locked from any address now."""
    return Exists(
        AccessAttempt.objects.filter(
            username=OuterRef("username"),
            failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
            attempt_time__gte=timezone.now() - get_cool_off(),
        )
    )


def unlock(person: Person) -> None:
    """Forget the failures of that account, from all addresses."""
    reset(username=person.username)
