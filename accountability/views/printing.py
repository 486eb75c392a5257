"""The room's papers: records as they stand, issued papers as they were, and the whole file of a case."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View

from accountability.models import (
    Avoidance,
    Case,
    Evidence,
    Explanation,
    Interview,
    Meeting,
    Paper,
    Subject,
)
from accountability.prints import records
from accountability.prints.dossier import dossier
from accountability.prints.papers import RECORDS
from accountability.subjects import sanctions_seen, seen
from bureau.files.sending import send, sentence
from bureau.files.sniff import FileKind
from bureau.matters.access.visibility import where_reads_above
from bureau.matters.views.on_paper import inline, printed
from bureau.org.noting import note
from bureau.org.request import Request
from bureau.pages.looking import Leaf, Look, OfAFile, Shown
from bureau.press.printing import PressProblem


class PrintedRecord(View):
    """A record of a case; 404 before there is one."""

    request: Request

    def get(self, request: Request, pk: int, name: str) -> HttpResponse:
        case, record = find_case(request, pk), RECORDS.get(name)
        if record is None or not record.made(case):
            raise Http404
        number = str(case.matter.number)
        return printed(
            request, record.sheet(case), f"{record.label}{number}.pdf", case.get_absolute_url(), number
        )


def find_case(request: Request, pk: int) -> Case:
    """With what its papers are set from, each read once."""
    found = Case.objects.visible_to(request.user).select_related(
        "matter__officer__unit", "proposed_by__unit", "approved_by__unit"
    )
    found = found.prefetch_related(
        Prefetch("subjects", Subject.objects.select_related("unit", "position__unit")),
        Prefetch("evidence", Evidence.objects.select_related("taken_by__unit", "source")),
        Prefetch("avoidances", Avoidance.objects.select_related("person__unit")),
    )
    return get_object_or_404(found, pk=pk)


class Dossier(View):
    """卷宗, for who sees the case; a line says who took it."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        case = find_case(request, pk)
        try:
            pdf = dossier(case)
        except PressProblem as problem:
            messages.error(request, str(problem))
            return redirect(case)
        except FileNotFoundError as lost:
            messages.error(request, sentence(lost, "卷宗"))
            return redirect(case)
        note(request.user, f"打印案卷{case.matter.number}，含干部姓名")
        return inline(pdf, f"卷宗{case.matter.number}.pdf")


class PrintedInterview(View):
    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        above = where_reads_above(request.user, "case__matter")
        found = (
            Interview.objects.filter(above).select_related("case__matter").prefetch_related("askers__unit")
        )
        one = get_object_or_404(found, pk=pk)
        number = str(one.matter.number)
        name = f"询问笔录{number}.pdf"
        return printed(request, records.interviewed(one), name, one.case.get_absolute_url(), number)


class PrintedExplanation(View):
    """谈话函询记录, blank before anything was said."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        found = Explanation.objects.filter(where_reads_above(request.user, "subject__case__matter"))
        joined = ("subject__case__matter", "subject__unit", "subject__position__unit", "approved_by__unit")
        one = get_object_or_404(found.select_related(*joined, "letter"), pk=pk)
        number = str(one.matter.number)
        name = f"谈话函询记录{number}.pdf"
        return printed(request, records.explained(one), name, one.subject.get_absolute_url(), number)


class PrintedMeeting(View):
    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        above = where_reads_above(request.user, "case__matter")
        one = get_object_or_404(Meeting.objects.filter(above).select_related("case__matter"), pk=pk)
        number = str(one.matter.number)
        name = f"集体研究记录{number}.pdf"
        return printed(request, records.deliberated(one), name, one.case.get_absolute_url(), number)


class PrintedTalk(View):
    """谈话记录 of a measure, blank before it was held."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        one = get_object_or_404(sanctions_seen(request.user), pk=pk)
        number = str(one.matter.number)
        name = f"{one}记录{number}.pdf"
        return printed(request, records.talked(one), name, one.subject.get_absolute_url(), number)


class PrintedPlea(View):
    """陈述申辩笔录 of a subject, blank before anything was said."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        one = get_object_or_404(seen(request.user).exclude(notice=None), pk=pk)
        number = str(one.matter.number)
        return printed(
            request, records.pleaded(one), f"陈述申辩笔录{number}.pdf", one.get_absolute_url(), number
        )


class OfPaper(OfAFile):
    """A paper as it was issued."""

    def file(self) -> Shown:
        found = Paper.objects.filter(where_reads_above(self.request.user, "case__matter"))
        one = get_object_or_404(found.select_related("case__matter"), pk=self.kwargs["pk"])
        download = reverse("accountability:paper_file", args=[one.pk])
        return Shown(one.name, FileKind.PDF, one.size, one.sha256, one.case, download, one.about)


class PaperFile(OfPaper):
    def get(self, request: Request, pk: int) -> HttpResponseBase:
        file = self.file()
        return send(request, file.sha256, file.name, back=file.home, about=file.about)


class LookAtPaper(OfPaper, Look):
    leaf = "accountability:paper_leaf"

    def shown(self, file: Any) -> dict[str, Any]:
        note(self.request.user, f"查看{file.name}，含干部姓名")
        return super().shown(file)


class PaperLeaf(OfPaper, Leaf):
    """One page of it."""
