"""Where what is owed is done: at the subject that waits for it, in one click from 工作台."""

from collections.abc import Callable

from django.urls import reverse

from accountability import dues, policy, states
from accountability.flow.inquiry import DELIBERATE
from accountability.models import Case, Sanction, Subject
from accountability.owing import to_be_weighed
from bureau.matters import policy as rules
from bureau.matters.actions import acting_for
from bureau.matters.models import Duty
from bureau.org.actor import Actor


def where(actor: Actor, duty: Duty) -> str:
    """The form of the subject that is next; empty where the matter's own page, or the paper's, is meant."""
    way = WAYS.get(duty.step)
    return way(actor, duty) if way else ""


def form_of(step: str, *waiting: str) -> Callable[[Actor, Duty], str]:
    """The form of the first subject in one of these states."""

    def way(actor: Actor, duty: Duty) -> str:
        found = Subject.objects.filter(case=duty.matter_id, state__in=waiting).order_by("pk").first()
        address = found and reverse("accountability:subject_step", args=[found.pk, step])
        return address + acting_for(actor) if address else ""

    return way


def of_explanation(actor: Actor, duty: Duty) -> str:
    """The form of the first subject that was asked and has not explained yet."""
    waiting = Subject.objects.filter(
        case=duty.matter_id, state=states.INVOLVED, explanations__answered_on=None, explanations__isnull=False
    )
    found = waiting.order_by("pk").first()
    address = found and reverse("accountability:subject_step", args=[found.pk, "explain"])
    return address + acting_for(actor) if address else ""


def of_paper(actor: Actor, duty: Duty) -> str:
    """The subject on whom the decision was served."""
    found = Subject.objects.filter(decision=duty.service_id).first()
    return found.get_absolute_url() if found else ""


def of_tolerance(actor: Actor, duty: Duty) -> str:
    found = to_be_weighed(duty.matter_id).first()
    return reverse("accountability:weigh", args=[found.pk]) if found else ""


def of_measure(actor: Actor, duty: Duty) -> str:
    """The form of the first measure of the decision that is not carried out."""
    waiting = Sanction.objects.filter(subject__decision=duty.service_id, state=Sanction.State.IN_FORCE)
    found = waiting.select_related("measure").order_by("due_on", "pk").first()
    if found is None:
        return of_paper(actor, duty)
    step = "hand_in" if found.measure.carrying == "check" else "execute"
    return reverse("accountability:sanction_step", args=[found.pk, step]) + acting_for(actor)


def of_investigation(actor: Actor, duty: Duty) -> str:
    """Who names its people is led there; who was named, to the case."""
    if duty.holder_person_id:
        return ""
    return reverse("accountability:step", args=[duty.matter_id, "appoint"]) + acting_for(actor)


def of_check(actor: Actor, duty: Duty) -> str:
    """Likewise, where none of those who checked is left."""
    if duty.holder_person_id:
        return ""
    return reverse("accountability:step", args=[duty.matter_id, "replace"]) + acting_for(actor)


def of_meeting(actor: Actor, duty: Duty) -> str:
    """The form, once everybody was heard; before, the case says who was not."""
    case = Case.objects.select_related("matter").get(pk=duty.matter_id)
    if not rules.may(actor, DELIBERATE, case):
        return ""
    return reverse("accountability:deliberate", args=[case.pk]) + acting_for(actor)


def of_decision(actor: Actor, duty: Duty) -> str:
    """The result of the next subject; then its decision, or the word to the organ that decides."""
    if duty.holder_person_id:
        return form_of("resolve", states.NOTIFIED)(actor, duty)
    found = Subject.objects.filter(case=duty.matter_id, state=states.RESOLVED).order_by("pk").first()
    if found is None:
        return ""
    step = "recommend" if policy.organs_of(found) else "decide"
    return reverse("accountability:subject_step", args=[found.pk, step]) + acting_for(actor)


WAYS: dict[str, Callable[[Actor, Duty], str]] = {
    dues.EXPLAIN: of_explanation,
    dues.CHECK: of_check,
    dues.INVESTIGATE: of_investigation,
    dues.NOTIFY: form_of("notify", states.INVOLVED),
    dues.DELIBERATE: of_meeting,
    dues.DECIDE: of_decision,
    dues.AWAIT_ORGAN: form_of("enter_decision", states.RECOMMENDED),
    dues.SET_ANEW: form_of("set_anew", states.CHANGED),
    dues.LIFT: of_paper,
    dues.EXECUTE: of_measure,
    dues.WEIGH: of_tolerance,
}
