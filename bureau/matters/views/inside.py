"""Inner tasks: their steps, and the files of their reports."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404

from bureau.files.naming import named
from bureau.files.sending import send
from bureau.matters.access.watched import looked
from bureau.matters.flow import Step
from bureau.matters.forms import StepForm
from bureau.matters.inside import steps
from bureau.matters.inside.gathering import hang
from bureau.matters.inside.shown import tasks_of
from bureau.matters.models import InnerFile
from bureau.matters.views.own import OwnStep
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.looking import Leaf, Look, OfAFile, Shown


class TaskStep(OwnStep):
    """Who was handed something inside their unit, and who answers for that."""

    flow = steps.TASK

    def records(self, person: Person | Actor) -> QuerySet:
        return tasks_of(person).select_related("assignment__matter", "assignment__unit", "person", "duty")

    def form(self, *posted: Any) -> StepForm:
        """Who reports once more finds the files of the last report."""
        form = super().form(*posted)
        if self.step is steps.REPORT and not posted:
            hang(form, [self.record])
        return form

    def more(self, record: Any, step: Step) -> dict:
        return {"task": record}


class InnerFilePage(OfAFile):
    """A file of a report inside the unit, to whoever sees its task."""

    def file(self) -> Shown:
        files = InnerFile.objects.filter(task__in=tasks_of(self.request.user))
        file = get_object_or_404(files.select_related("task__assignment__matter"), pk=self.kwargs["pk"])
        looked(file.task.matter)
        name = named(file.name, file.kind)
        return Shown(name, file.kind, file.size, file.sha256, file.task.matter, file.get_absolute_url())


class InnerDownload(InnerFilePage):
    def get(self, request: Request, pk: int) -> HttpResponseBase:
        file = self.file()
        return send(request, file.sha256, file.name, back=file.home)


class LookAtInner(InnerFilePage, Look):
    leaf = "matters:inner_leaf"


class InnerLeaf(InnerFilePage, Leaf):
    """One page of it."""
