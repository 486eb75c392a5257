"""Where what is owed is done: at the target that waits for it, in one click from 工作台."""

from collections.abc import Callable

from django.urls import reverse

from bureau.matters.actions import acting_for
from bureau.matters.models import Duty
from bureau.org.actor import Actor
from directives.inspections import dues, states
from directives.inspections.models import Target, Use


def where(actor: Actor, duty: Duty) -> str:
    """The page of the target that is next, the form of its step, or all targets; empty where the matter's own page is meant."""
    way = WAYS.get(duty.step)
    return way(actor, duty) if way else ""


def site(_actor: Actor, duty: Duty) -> str:
    """While the visits go on: the page of the site, where there is but one."""
    going = Target.objects.filter(inspection=duty.matter_id, inspection__state=states.RUNNING)
    pages = [target.get_absolute_url() for target in going.only("pk")[:2]]
    return pages[0] if len(pages) == 1 else targets(duty)


def form_of(step: str, state: str) -> Callable[[Actor, Duty], str]:
    """The form of the first target in that state."""

    def way(actor: Actor, duty: Duty) -> str:
        found = Target.objects.filter(inspection=duty.matter_id, state=state).only("pk").first()
        return reverse("inspections:target_step", args=[found.pk, step]) + acting_for(actor) if found else ""

    return way


def use_in(state: str) -> Callable[[Actor, Duty], str]:
    """The target of the first proposal in that state, with its buttons."""

    def way(_actor: Actor, duty: Duty) -> str:
        found = Use.objects.filter(target__inspection=duty.matter_id, state=state).order_by("pk").first()
        return f"{duty.matter.get_absolute_url()}#target-{found.target_id}" if found else ""

    return way


def targets(duty: Duty) -> str:
    return f"{duty.matter.get_absolute_url()}#targets"


WAYS: dict[str, Callable[[Actor, Duty], str]] = {
    dues.VISIT: site,
    dues.JOIN_VISIT: site,
    dues.CONCLUDE: form_of("draft", states.PLANNED),
    dues.SIGN_CONCLUSION: form_of("sign", states.DRAFTED),
    dues.DECIDE_USE: use_in(Use.State.PROPOSED),
    dues.CARRY_OUT_USE: use_in(Use.State.APPROVED),
}
