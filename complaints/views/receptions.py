from typing import Any

from django.db.models import QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django_filters.views import FilterView

from bureau.matters.views.lists import SeenList
from bureau.org.request import Request
from complaints.filters import ReceptionFilter
from complaints.models import Reception
from complaints.tables import ReceptionTable
from complaints.views.desk_only import DeskOnly


class Receptions(DeskOnly, SeenList):
    """来信来访来电登记簿: batches and persons."""

    model = Reception
    table_class = ReceptionTable
    filterset_class = ReceptionFilter
    heading = "来信来访来电登记簿"
    export_name = "来信来访来电登记簿"
    template_name = "complaints/receptions.html"

    def get_queryset(self) -> QuerySet:
        return Reception.objects.select_related("complaint__matter", "received_by")

    def get_table_kwargs(self) -> dict[str, Any]:
        return {"request": self.request}

    def get_filterset_kwargs(self, filterset_class: Any) -> dict[str, Any]:
        return FilterView.get_filterset_kwargs(self, filterset_class)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        found = self.object_list.order_by()
        return context | {
            "batch_count": found.count(),
            "persons": found.aggregate(all=Sum("persons"))["all"] or 0,
        }


class ReceptionPage(DeskOnly):
    def get(self, request: Request, pk: int) -> HttpResponse:
        found = Reception.objects.select_related("complaint__matter", "received_by__unit")
        return render(request, "complaints/reception.html", {"reception": get_object_or_404(found, pk=pk)})
