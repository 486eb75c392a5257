"""The room's addresses."""

from django.urls import include, path

from instructions.views import figures, ledger, printing, registering

app_name = "instructions"
room = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("new/", registering.Register.as_view(), name="new"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("batch/<slug:step>/", ledger.Batch.as_view(), name="batch"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", registering.Edit.as_view(), name="edit"),
    path("<int:pk>/again/", registering.Again.as_view(), name="again"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
# Printed papers keep the addresses that they have always had.
prints = [
    path("instructions/monthly/", printing.Monthly.as_view(), name="monthly"),
    path("instructions/archive/", printing.Archive.as_view(), name="archive"),
]
urlpatterns = [path("instructions/", include(room)), path("reports/", include(prints))]
