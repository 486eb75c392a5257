from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from bureau.matters import export
from bureau.matters.lights import Lights
from bureau.matters.tables import PAGED


class MatterList(SingleTableMixin, FilterView):
    """A ledger: what the person may see, filtered, sorted, paged, counted, and the same as Excel.

    A room gives `model` (with `visible_to`), `table_class`, `filterset_class`, `heading`.
    """

    template_name = "matters/list.html"
    table_pagination = PAGED
    heading = ""
    export_name = "台账"

    def get_queryset(self):
        return self.model.objects.visible_to(self.request.user)

    def get_table_kwargs(self):
        return {"lights": self.lights, "request": self.request}

    def get_filterset_kwargs(self, filterset_class):
        self.lights = Lights()
        return {**super().get_filterset_kwargs(filterset_class), "lights": self.lights}

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=self.heading, **kwargs)

    def render_to_response(self, context, **kwargs):
        if self.request.GET.get("export") != "xlsx":
            return super().render_to_response(context, **kwargs)
        table = context["table"]
        if len(table.rows) > export.MOST_ROWS:
            messages.error(self.request, f"一次最多导出{export.MOST_ROWS}行，请加上查询条件后再导出。")
            left = self.request.GET.copy()
            left.pop("export")
            return redirect(f"{self.request.path}?{left.urlencode()}")
        return export.download(HttpResponse, table, self.export_name)
