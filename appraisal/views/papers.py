"""The room's papers."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View

from appraisal import states
from appraisal.kept import last_publicised, last_published
from appraisal.lines import seen_line, self_reported
from appraisal.models import Appraised, Meeting
from appraisal.prints import announced, records
from appraisal.reading import adjustments_seen, parts_seen, periods_seen, reads_whole
from bureau.matters.access.visibility import reads_above, where_reads_above
from bureau.matters.views.on_paper import printed
from bureau.org.request import Request


class OfUnit(View):
    request: Request

    def part(self, pk: int) -> Appraised:
        return get_object_or_404(parts_seen(self.request.user), pk=pk)

    def printed(self, part: Appraised, sheet: Any, name: str) -> HttpResponse:
        return printed(
            self.request, sheet, f"{name}（{part}）.pdf", part.get_absolute_url(), str(part.matter.number)
        )


class SelfReport(OfUnit):
    def get(self, request: Request, pk: int) -> HttpResponse:
        part = self.part(pk)
        return self.printed(part, records.self_report(part, self_reported(part)), "绩效考核自评表")


class Scores(OfUnit):
    """评分表, once its reader may know the score."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        part = self.part(pk)
        line = seen_line(part, reads_above(request.user, part.matter)).line
        if line is None:
            raise Http404
        return self.printed(part, records.score_sheet(part, line), "绩效考核评分表")


class Register(View):
    """加减分登记表, as far as its reader reads it."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        period = get_object_or_404(periods_seen(request.user), pk=pk)
        found = list(adjustments_seen(request.user).filter(appraised__period=period))
        sheet = records.register(period, found)
        home = reverse("appraisal:adjustments", args=[period.pk])
        return printed(request, sheet, f"{period.words}加减分登记表.pdf", home, str(period.matter.number))


class MeetingRecord(View):
    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        found = Meeting.objects.filter(where_reads_above(request.user, "period__matter"))
        meeting = get_object_or_404(found.select_related("period__matter", "by__unit"), pk=pk)
        period = meeting.period
        if not reads_whole(request.user, period):
            raise Http404
        return printed(
            request,
            records.meeting_record(meeting),
            "集体研究记录.pdf",
            period.get_absolute_url(),
            str(period.matter.number),
        )


class Publicity(View):
    """公示, as it was kept on that day."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        period = get_object_or_404(periods_seen(request.user), pk=pk)
        if period.state not in states.TOLD or not reads_whole(request.user, period):
            raise Http404
        return printed(
            request,
            announced.publicity(last_publicised(period)),
            f"{period.words}考核结果公示.pdf",
            period.get_absolute_url(),
        )


class Announcement(View):
    """结果通报, of what was published last; every unit reads it."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        period = get_object_or_404(periods_seen(request.user), pk=pk)
        kept = last_published(period)
        if not kept:
            raise Http404
        return printed(
            request,
            announced.announcement(kept),
            f"{period.words}考核结果通报.pdf",
            period.get_absolute_url(),
        )
