from typing import Any

from django.contrib import messages
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django_filters.views import FilterView
from django_tables2 import RequestConfig, SingleTableMixin

from bureau.files.refused import Refused
from bureau.files.room import room_on_disk
from bureau.jobs import long
from bureau.jobs.work import start
from bureau.matters.deadlines.lights import Lights
from bureau.matters.filters import MatterFilter
from bureau.matters.models import Assignment
from bureau.matters.reimport.columns import Columns
from bureau.matters.rooms import room_of
from bureau.matters.tables import MatterTable
from bureau.matters.views.asking_why import ask_why
from bureau.matters.views.shaped import Shaped
from bureau.org.request import Request
from bureau.org.whence import looked_by
from bureau.pages import export
from bureau.pages.asked import Asked
from bureau.pages.columns import Choosing
from bureau.pages.remembering import Remembering
from bureau.pages.tables import PAGED

NO_MORE = Q()


class SeenList(Remembering, Choosing, SingleTableMixin, FilterView):
    """What the person may see, filtered, sorted, paged, counted, in chosen columns, and the same as Excel.

    A list gives `model` (with `visible_to`), `table_class`, `filterset_class`, `heading`.
    """

    request: Any  # a `Request`, or `Asked` where the list is made once more
    template_name = "matters/list.html"
    table_pagination = PAGED
    heading = ""
    export_name = "台账"

    @classmethod
    def ledger(cls, asked: Request | Asked, only: Q = NO_MORE) -> MatterTable | None:
        """The table of all that is asked for (a request, or `Asked`), in its order; None where the conditions make
        no sense. Exports and printed ledgers are made from it, by the page or by the worker. `only`: a further
        condition on the records."""
        view = cls()
        view.request = asked
        found = view.get_filterset(cls.filterset_class)
        if found.is_bound and not found.is_valid():
            return None
        table = cls.table_class(found.qs.filter(only), **view.get_table_kwargs())
        return RequestConfig(asked, paginate=False).configure(table)

    def get_queryset(self) -> QuerySet:
        return self.model.objects.visible_to(self.request.user)

    def get_table_kwargs(self) -> dict[str, Any]:
        return {"lights": self.lights, "request": self.request}

    def get_filterset_kwargs(self, filterset_class: type[MatterFilter]) -> dict[str, Any]:
        self.lights = Lights()
        return {**super().get_filterset_kwargs(filterset_class), "lights": self.lights}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        room = self.model._meta.app_label
        sits_here = self.request.user.sits_at(room)
        return super().get_context_data(heading=self.heading, room=room, sits_here=sits_here, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        table = self.ledger(self.request) if request.GET.get("export") == "xlsx" else None
        return self.exported(table) if table else super().get(request, *args, **kwargs)

    def exported(self, table: MatterTable) -> HttpResponse:
        """At once while it is short; else by the worker."""
        count, left = len(table.rows), self.request.GET.copy()
        left.pop("export")
        left.pop("why", None)
        address = f"{self.request.path}?{left.urlencode()}"
        if count > export.MOST_ROWS:
            messages.error(
                self.request, f"共{count}行，一次最多导出{export.MOST_ROWS}行，请加上查询条件后再导出。"
            )
            return redirect(address)
        if (asking := ask_why(self.request, self.export_name, count, address)) is not None:
            return asking
        if count <= long.EXPORTED_ROWS:
            return self.at_once(table, address)
        facts = {"list": f"{type(self).__module__}.{type(self).__qualname__}", "query": left.urlencode()}
        words = f"导出{self.export_name}（{count}行）"
        return redirect(start(self.request.user, "matters.export", words, url=address, **facts))

    def at_once(self, table: MatterTable, address: str) -> HttpResponse:
        try:
            with room_on_disk():
                by = f"导出：{looked_by(self.request.user)}"
                return export.download(HttpResponse, table, self.export_name, by)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(address)


class MatterList(Shaped, SeenList):
    """A room's ledger, with the parts of its matters."""

    def get_queryset(self) -> QuerySet:
        parts = Prefetch("matter__assignments", Assignment.objects.select_related("unit"))
        return super().get_queryset().prefetch_related(parts)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """`comes_back`: whether the reader may ever change any of it in Excel."""
        room = room_of(self.model._meta.app_label)
        comes_back = room.kind if Columns(room, self.request.user).changes else ""
        return super().get_context_data(comes_back=comes_back, **kwargs)
