from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from bureau.desk.lent import duties_of
from bureau.matters import policy
from bureau.matters.actions import acting_for
from bureau.matters.deadlines import dues
from bureau.matters.flow import Flow, Record, Step
from bureau.matters.inside.steps import TASK
from bureau.matters.models import Duty, InnerTask
from bureau.matters.parts.steps import ASSIGNMENT
from bureau.matters.rooms import room_of
from bureau.matters.service.shown import page_for
from bureau.matters.views.acting import Acting


class Do(Acting):
    """The way from what waits for somebody to where it is done: where the room or a paper that was served says, the form of the
    step that does it, else the matter's page. Whose work is judged is looked at first. `?for=`: in whose name. Raises Http404 where it is not theirs."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponseRedirect:
        duty = get_object_or_404(duties_of(self.actor), pk=pk)
        where = room_of(duty.matter.kind).where(self.actor, duty) or page_for(duty)
        return redirect(where or self.form_of(duty) or page_of(duty))

    def form_of(self, duty: Duty) -> str:
        """The address of the first step that does it and that this actor may take now; empty where there is none."""
        if dues.DUES[duty.step].judged:
            return ""
        for flow, record in flows_of(duty):
            for step in flow.offered:
                if does(step, duty) and policy.may(self.actor, step, record):
                    return reverse(flow.url_name, args=[record.pk, step.name]) + acting_for(self.actor)
        return ""


def does(step: Step, duty: Duty) -> bool:
    """Whether the step does what is owed, by itself or by the reply that it sends."""
    return not {duty.step, *dues.DUES[duty.step].answered_by}.isdisjoint(step.does)


def flows_of(duty: Duty) -> Iterator[tuple[Flow, Record]]:
    """The inner task or the part that owes it, then the matter's own record."""
    if (
        task := InnerTask.objects.select_related("assignment__matter", "assignment__unit")
        .filter(duty=duty)
        .first()
    ):
        yield TASK, task
    if duty.assignment:
        yield ASSIGNMENT, duty.assignment
    room = room_of(duty.matter.kind)
    yield room.flow, room.record.objects.get(pk=duty.matter_id)


def page_of(duty: Duty) -> str:
    """The matter's page; but a leader's own word is confirmed on the page of what was entered for them."""
    return reverse("matters:confirming") if duty.step == dues.CONFIRM else duty.matter.get_absolute_url()
