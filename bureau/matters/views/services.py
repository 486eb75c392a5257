"""送达文书: a paper that was served, its receipt and remedies, its steps. Another unit's answers like an absent one."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from bureau.files.sending import send
from bureau.files.sniff import FileKind
from bureau.matters.access.watched import looked
from bureau.matters.deadlines.lights import Lights
from bureau.matters.flow import Step
from bureau.matters.models import Contest, Duty, Matter, Service
from bureau.matters.service.declared import Remedy
from bureau.matters.service.rules import contested
from bureau.matters.service.shown import sees_matter, services, shown, with_contests
from bureau.matters.service.slip import slip
from bureau.matters.service.steps import CONTEST, SERVICE
from bureau.matters.views.on_paper import printed
from bureau.matters.views.own import OwnStep
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.looking import Leaf, Look, OfAFile
from bureau.pages.looking import Shown as ShownFile


class ServicePage(TemplateView):
    request: Request
    template_name = "matters/service.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        service = get_object_or_404(with_contests(person), pk=self.kwargs["pk"])
        looked(service.matter)
        found, lights = shown(person, service), Lights()
        windows = [
            {"label": remedy.label, "duty": duty, "note": note(service, remedy, duty, lights)}
            for remedy, duty in found.windows
        ]
        matter = matter_for(person, service)
        self.request.place = f"{matter.kind}:list" if matter else ""
        return super().get_context_data(
            **kwargs,
            shown=found,
            service=service,
            matter=matter,
            windows=windows,
            serves=person.sits_at(service.matter.kind),
        )


def matter_for(person: Person, service: Service) -> Matter | None:
    """What the paper hangs on; None to who sees the paper alone."""
    return service.matter if sees_matter(person, service) else None


def note(service: Service, remedy: Remedy, duty: Duty | None, lights: Lights) -> str:
    """How this way to contest it stands: used, over, or how much time is left."""
    if contested(service, remedy.kind):
        return "已提出"
    if duty is None or duty.due_at is None:
        return ""
    return "期限已过" if duty.due_at < lights.now else lights.note(duty.due_at)


class OfService(OfAFile):
    """The PDF as it was served."""

    def file(self) -> ShownFile:
        one = get_object_or_404(services(self.request.user), pk=self.kwargs["pk"])
        looked(one.matter)
        download = reverse("matters:service_file", args=[one.pk])
        return ShownFile(one.name, FileKind.PDF, one.size, one.sha256, one, download, one.kept_about)


class ServiceFile(OfService):
    def get(self, request: Request, pk: int) -> HttpResponseBase:
        file = self.file()
        return send(request, file.sha256, file.name, back=file.home, about=file.about)


class LookAtService(OfService, Look):
    leaf = "matters:service_leaf"


class ServiceLeaf(OfService, Leaf):
    """One page of it."""


class ServiceSlip(View):
    """送达回证 to be signed on paper, for the desk that serves it."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        one = get_object_or_404(services(request.user), pk=pk)
        if not request.user.sits_at(one.matter.kind):
            raise Http404
        return printed(request, slip(one), f"送达回证{one.number}.pdf", one.get_absolute_url(), one.number)


class OnService(OwnStep):
    """A step of a paper, for who may see nothing of its matter but the paper."""

    template_name = "matters/service_step.html"

    def service(self) -> Service:
        raise NotImplementedError

    def place(self) -> str:
        return super().place() if matter_for(self.request.user, self.service()) else ""

    def news(self) -> str:
        """Of a matter that one does not see nothing is told, either."""
        return super().news() if matter_for(self.request.user, self.service()) else ""

    def context(self, form: Any) -> dict:
        return super().context(form) | {"matter": matter_for(self.request.user, self.service())}

    def home(self) -> Service:
        return self.service()


class ServiceStep(OnService):
    flow = SERVICE

    def service(self) -> Service:
        return self.record

    def more(self, record: Any, step: Step) -> dict:
        return {"service": record}

    def records(self, person: Person | Actor) -> QuerySet[Service]:
        return services(person)


class ContestStep(OnService):
    flow = CONTEST

    def service(self) -> Service:
        return self.record.service

    def more(self, record: Any, step: Step) -> dict:
        return {"service": record.service, "contest": record}

    def records(self, person: Person | Actor) -> QuerySet[Contest]:
        found = Contest.objects.filter(service__in=services(person).values("pk"))
        return found.select_related(
            "service__matter",
            "service__assignment__unit",
            "service__unit",
            "service__position__unit",
            "service__position__cadre",
            "service__served_by__unit",
            "service__received_by__unit",
        )
