from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views import View

from bureau.jobs import long
from bureau.jobs.work import start
from bureau.matters.jobs import LEDGER
from bureau.matters.printed import MOST_ROWS, printed_ledger
from bureau.matters.rooms import ROOMS, Room
from bureau.matters.tables import MatterTable
from bureau.matters.views.asking_why import ask_why
from bureau.matters.views.on_paper import inline
from bureau.org.request import Request
from bureau.press.printing import PressProblem


class PrintedLedger(View):
    """A room's list as it is filtered and sorted on the screen, on landscape A4."""

    request: Request

    def get(self, request: Request, room: str) -> HttpResponseBase:
        table = self.printed_room.ledger.ledger(request)
        if table is None:
            return redirect(self.back)
        if (count := table.data.data.count()) > MOST_ROWS:
            messages.error(request, f"台账有{count}项，一次最多打印{MOST_ROWS}项，请加上查询条件后再打印。")
            return redirect(self.back)
        if (asking := ask_why(request, self.printed_room.layout.title, count, self.back)) is not None:
            return asking
        if count <= long.PRINTED_ROWS:
            return self.printed(table)
        words = f"打印{self.printed_room.layout.title}（{count}项）"
        facts = {"room": room, "query": request.GET.urlencode()}
        return redirect(start(request.user, LEDGER, words, url=self.back, **facts))

    def printed(self, table: MatterTable) -> HttpResponseBase:
        try:
            return inline(*printed_ledger(self.printed_room.layout, table, timezone.localdate()))
        except PressProblem as problem:
            messages.error(self.request, str(problem))
            return redirect(self.back)

    @property
    def printed_room(self) -> Room:
        if (room := ROOMS.get(self.kwargs["room"])) is None:
            raise Http404
        return room

    @property
    def back(self) -> str:
        """The list under the same conditions, which says what is wrong with them."""
        return f"{reverse(self.kwargs['room'] + ':list')}?{self.request.GET.urlencode()}"
