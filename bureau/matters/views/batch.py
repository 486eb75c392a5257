from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from bureau.matters import cover, policy
from bureau.matters.doors import Doors, version
from bureau.matters.flow import Barred
from bureau.matters.forms import PHRASES, StepForm
from bureau.matters.once import Twice, check_seen, once, token
from bureau.matters.views.back import came_from
from bureau.matters.views.step import ALREADY

MOST = 500


class BatchPage(View):
    """One step on many records: GET lists them with what may be done and what not and why, POST does it —
    all or none. A room gives `model`, `doors`, `names` (the steps that may be batched) and `list_url`."""

    model = None
    doors: Doors
    names: tuple[str, ...] = ()
    list_url = ""
    template_name = "matters/batch.html"

    def get(self, request, step):
        return self.show(self.door(step), self.chosen(request.GET.getlist("id")))

    def post(self, request, step):
        door, chosen = self.door(step), self.chosen(request.POST.getlist("id"))
        form = StepForm(door.step, request.POST)
        if not chosen:
            messages.warning(request, "请至少勾选一项。")
            return redirect(self.list)
        if not form.is_valid():
            return self.show(door, chosen, form)
        try:
            with once(request.POST.get("once")):
                self.take_all(door, chosen, form)
        except Twice:
            messages.info(request, ALREADY)
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(door, self.chosen(request.POST.getlist("id")), form, status=409)
        else:
            messages.success(request, f"已对{len(chosen)}件事项办理“{door.step.label}”。")
        return redirect(self.list)

    @property
    def list(self) -> str:
        """The list the batch was chosen from, with its filters."""
        return came_from(self.request) or str(self.list_url)

    def take_all(self, door, chosen, form) -> None:
        """In the order of their keys, so that two batches never wait for each other in a circle."""
        for record in chosen:  # all of them first: a number taken in between would be waited for in a circle
            cover.lock(record.matter.pk)
        for record in chosen:
            record = self.model.objects.visible_to(self.request.user).get(pk=record.pk)
            try:
                seen = self.request.POST.get(f"seen-{record.pk}")
                check_seen(seen, version(record), record.matter)
                door.verb(self.request.user, record, **form.arguments())
            except Barred as barred:
                raise Barred(f"“{record.matter}”：{barred} 本批没有办理任何一件。") from barred

    def door(self, step):
        if step not in self.names:
            raise Http404
        return self.doors.get(step)

    def chosen(self, keys) -> list:
        numbers = [int(key) for key in keys if key.isdecimal() and len(key) < 19][:MOST]
        visible = self.model.objects.visible_to(self.request.user)
        return list(
            visible.filter(pk__in=numbers).prefetch_related("matter__assignments__unit").order_by("pk")
        )

    def show(self, door, chosen, form=None, status=200):
        rows = [(record, policy.may(self.request.user, door.step, record)) for record in chosen]
        context = {
            "step": door.step,
            "form": form or StepForm(door.step),
            "now": timezone.now(),
            "able": [(record, version(record)) for record, verdict in rows if verdict],
            "unable": [(record, verdict.reason) for record, verdict in rows if not verdict],
            "hidden": {"once": token(), "back": self.list},
            "chips": PHRASES.get(door.step.asks[0], ()) if door.step.asks else (),
            "back": self.list,
        }
        return render(self.request, self.template_name, context, status=status)
