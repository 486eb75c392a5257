"""The room's addresses."""

from django.urls import path

from instructions.views import figures, ledger, registering

app_name = "instructions"
urlpatterns = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("new/", registering.Register.as_view(), name="new"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("batch/<slug:step>/", ledger.Batch.as_view(), name="batch"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", registering.Edit.as_view(), name="edit"),
    path("<int:pk>/again/", registering.Again.as_view(), name="again"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
