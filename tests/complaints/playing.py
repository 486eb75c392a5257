"""What the tests of complaints play and read."""

from datetime import timedelta

from django.utils import timezone

import complaints.actions as complaining
from bureau.jobs.barred import Barred
from bureau.matters.models import Duty
from bureau.vault.models import Identity
from complaints.models import Complaint
from tests.machines.stage import refused

NOBODY = complaining.registering.NOBODY
ANONYMOUS = {"who": NOBODY, "identity_mode": "anonymous"}


def anew(record) -> Complaint:
    """As another browser would read it."""
    return Complaint.objects.select_related("matter", "respondent").get(pk=record.pk)


def call(ago: timedelta = timedelta(), channel: str = "call", **words) -> complaining.Received:
    return complaining.Received(channel, timezone.now() - ago, **words)


def barred(verb, *args, **words) -> str:
    """The sentence it is refused with; that it is refused at all is part of the test."""
    try:
        verb(*args, **words)
    except Barred as told:
        return str(told)
    raise AssertionError("it was not refused")


def due(record, step: str) -> str:
    """Until which day this is owed now; empty where it is not."""
    duty = Duty.objects.filter(matter=record.pk, step=step, done_at=None).order_by("-pk").first()
    return f"{timezone.localtime(duty.due_at):%Y-%m-%d %H:%M}" if duty and duty.due_at else ""


def kept(record) -> int:
    """How many complainants the vault knows of it."""
    return Identity.objects.filter(matter=record.pk).count()


def only(county, right: set, verb) -> None:
    """The verb, tried by everybody else first: nobody but `right` is let. The last of `right` takes it."""
    for name, person in county.cast.items():
        if name not in right:
            told = refused(verb, person)
            assert (told or "").endswith("。"), name
    assert refused(verb, county.cast[max(right)]) is None


def lines(record, *steps: str) -> list[str]:
    """Sentences of its timeline, of these steps."""
    found = record.matter.entries.filter(step__in=steps) if steps else record.matter.entries.all()
    return [line.sentence for line in found.order_by("seq")]
