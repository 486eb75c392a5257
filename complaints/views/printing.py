from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from bureau.matters.views.on_paper import printed
from bureau.org.request import Request
from complaints.models import Complaint, Coordination, Hearing
from complaints.prints import letters, records
from complaints.prints.papers import PAPERS
from complaints.views.desk_only import DeskOnly


class PrintedPaper(View):
    """A paper of a complaint; 404 to whom it is not meant for, and before there is one."""

    request: Request

    def get(self, request: Request, pk: int, name: str) -> HttpResponse:
        found = Complaint.objects.visible_to(request.user).select_related("cause", "respondent")
        complaint, paper = get_object_or_404(found, pk=pk), PAPERS.get(name)
        theirs = paper and (paper.for_units or request.user.sits_at(complaint.matter.kind))
        if paper is None or not theirs or not (number := paper.number(complaint)):
            raise Http404
        home = complaint.get_absolute_url()
        return printed(request, paper.sheet(complaint), f"{paper.label}{number}.pdf", home, number)


class PrintedHearing(DeskOnly):
    """说明通知."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        seen = Complaint.objects.visible_to(request.user).values("pk")
        found = Hearing.objects.select_related("complaint__respondent", "complaint__matter")
        one = get_object_or_404(found, pk=pk, complaint__in=seen)
        home = one.complaint.get_absolute_url()
        return printed(request, letters.hearing(one), f"说明通知{one.number}.pdf", home, one.number)


class PrintedCoordination(DeskOnly):
    """现场协调纪要."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        seen = Complaint.objects.visible_to(request.user).values("pk")
        found = Coordination.objects.select_related("complaint__matter")
        one = get_object_or_404(found, pk=pk, complaint__in=seen)
        home = one.complaint.get_absolute_url()
        return printed(request, records.coordinated(one), f"现场协调纪要{one.number}.pdf", home, one.number)
