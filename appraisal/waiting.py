"""Where what is owed is done, in one click from 工作台."""

from collections.abc import Callable

from django.urls import reverse

from appraisal import dues
from appraisal.ballots import dues as polls
from appraisal.ballots import states as polling
from appraisal.ballots.models import Poll
from appraisal.cadres import dues as of_cadres
from appraisal.models import Adjustment, Appraised
from bureau.matters.models import Duty
from bureau.org.actor import Actor


def where(actor: Actor, duty: Duty) -> str:
    """Empty where the period's own page is meant."""
    way = WAYS.get(duty.step)
    return way(actor, duty) if way else ""


def self_report(_actor: Actor, duty: Duty) -> str:
    part = Appraised.objects.filter(assignment=duty.assignment_id).only("pk").first()
    return reverse("appraisal:self_report", args=[part.pk]) if part else ""


def grid(_actor: Actor, duty: Duty) -> str:
    return reverse("appraisal:grid", args=[duty.matter_id])


def confirmed(_actor: Actor, duty: Duty) -> str:
    """The first that waits for approval."""
    found = Adjustment.objects.filter(appraised__period=duty.matter_id, state=Adjustment.State.CONFIRMED)
    first = found.order_by("pk").first()
    return first.get_absolute_url() if first else ""


def contested(_actor: Actor, duty: Duty) -> str:
    """The first of this unit's that waits for an answer."""
    found = Adjustment.objects.contested().filter(appraised__assignment=duty.assignment_id)
    first = found.order_by("objected_at", "pk").first()
    return first.get_absolute_url() if first else ""


def poll_in(state: str) -> Callable[[Actor, Duty], str]:
    """The poll of that state that ends first."""

    def way(_actor: Actor, duty: Duty) -> str:
        found = Poll.objects.filter(period=duty.matter_id, state=state).order_by("closes_on", "pk").first()
        return found.get_absolute_url() if found else ""

    return way


def review(_actor: Actor, duty: Duty) -> str:
    return reverse("merits:review", args=[duty.matter_id])


WAYS: dict[str, Callable[[Actor, Duty], str]] = {
    dues.SELF_REPORT: self_report,
    dues.SUPPLY: grid,
    of_cadres.APPROVE_GRADES: review,
    of_cadres.APPROVE_USES: review,
    dues.APPROVE_ADJUSTMENT: confirmed,
    dues.ANSWER_ADJUSTMENT: contested,
    polls.CLOSE_POLL: poll_in(polling.OPEN),
    polls.CONFIRM_POLL: poll_in(polling.CLOSED),
}
