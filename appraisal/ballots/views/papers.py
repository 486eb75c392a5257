"""What is printed: 民主测评票, 计票表."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from appraisal.ballots import prints
from appraisal.ballots.models import Group
from appraisal.ballots.reading import groups_seen
from bureau.matters.views.on_paper import printed
from bureau.org.request import Request


class OfGroup(View):
    request: Request
    name = ""

    def sheet(self, group: Group) -> Any:
        raise NotImplementedError

    def get(self, request: Request, pk: int) -> HttpResponse:
        group = get_object_or_404(groups_seen(request.user), pk=pk)
        name = f"{group.poll.title}{self.name}（{group}）.pdf"
        return printed(request, self.sheet(group), name, group.poll.get_absolute_url())


class BlankBallot(OfGroup):
    name = "民主测评票"

    def sheet(self, group: Group) -> Any:
        return prints.ballot(group)


class CountSheet(OfGroup):
    """Empty for counters; filled once the count was confirmed."""

    name = "计票表"

    def sheet(self, group: Group) -> Any:
        return prints.count_sheet(group)
