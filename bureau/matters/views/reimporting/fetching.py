"""A ledger as a workbook to be changed in Excel."""

from functools import cached_property

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View

from bureau.files.refused import Refused
from bureau.files.room import room_on_disk
from bureau.jobs import long
from bureau.jobs.work import start
from bureau.matters.jobs import CHANGEABLE
from bureau.matters.reimport.columns import Columns
from bureau.matters.reimport.workbook import MOST_ROWS, write
from bureau.matters.rooms import ROOMS, Room
from bureau.matters.tables import MatterTable
from bureau.matters.views.asking_why import ask_why
from bureau.org.request import Request
from bureau.pages import export


class OfALedger(View):
    """Of the room that the address names; 404 to whom no column of it is ever open."""

    request: Request

    @cached_property
    def room(self) -> Room:
        if (room := ROOMS.get(self.kwargs["room"])) is None:
            raise Http404
        return room

    @cached_property
    def columns(self) -> Columns:
        columns = Columns(self.room, self.request.user)
        if not columns.changes:
            raise Http404
        return columns

    @property
    def list_url(self) -> str:
        return f"{reverse(f'{self.room.kind}:list')}?{self.request.GET.urlencode()}"


class Changeable(OfALedger):
    """The ledger as it is filtered and sorted on the screen, to be changed in Excel."""

    def get(self, request: Request, room: str) -> HttpResponseBase:
        columns = self.columns
        table = self.room.ledger.ledger(request)
        if table is None:
            return redirect(self.list_url)
        if (count := table.data.data.count()) > MOST_ROWS:
            words = f"共{count}行，一次最多导出{MOST_ROWS}行来改，请加上查询条件后再导出。"
            messages.error(request, words)
            return redirect(self.list_url)
        name = name_of(self.room)
        if (asking := ask_why(request, name, count, self.list_url)) is not None:
            return asking
        if count <= long.CHANGEABLE_ROWS:
            return self.at_once(columns, table, count, name)
        facts = {"room": room, "query": request.GET.urlencode()}
        return redirect(
            start(request.user, CHANGEABLE, f"导出{name}（{count}行）", url=self.list_url, **facts)
        )

    def at_once(self, columns: Columns, table: MatterTable, count: int, name: str) -> HttpResponse:
        answer = HttpResponse(content_type=export.TYPE)
        try:
            with room_on_disk():
                write(columns, table, count, self.room.ledger.export_name, answer)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.list_url)
        return export.as_download(answer, name)


def name_of(room: Room) -> str:
    return f"{room.ledger.export_name}（可改后导回）"
