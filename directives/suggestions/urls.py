"""The room's addresses."""

from django.urls import path

from directives.suggestions.views import figures, ledger, printing, raising

app_name = "suggestions"
urlpatterns = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("new/", raising.Raise.as_view(), name="new"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("batch/<slug:step>/", ledger.Batch.as_view(), name="batch"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", raising.Edit.as_view(), name="edit"),
    path("<int:pk>/letter/", printing.PrintedLetter.as_view(), name="letter"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
