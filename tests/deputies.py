"""Arranging in tests: a secretary, a stand-in, and what a secretary says of whose word it is."""

from datetime import timedelta

from django.utils import timezone

from bureau.org import arranging
from bureau.org.models import Deputy, Person

SPOKEN = {"by": "口头指示", "authority": "11月20日上午办公会上交代"}


def stand_in(principal, deputy, days: int = 3) -> Deputy:
    """Arranged by the principal, from today for so many days."""
    today = timezone.localdate()
    return arranging.arrange(
        principal, principal, deputy, today, today + timedelta(days=days - 1), "外出学习"
    )


def secretary(county, leader, deputy) -> Deputy:
    return Deputy.objects.create(
        kind=Deputy.Kind.SECRETARY,
        principal=leader,
        deputy=deputy,
        starts=timezone.localdate(),
        arranged_by=county.system,
    )


def fresh(person) -> Person:
    """As the next request reads them: what is asked once per request is asked anew."""
    return Person.objects.get(pk=person.pk)
