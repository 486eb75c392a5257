"""The room's addresses."""

from django.urls import path

from complaints.views import (
    coordinating,
    figures,
    importing,
    ledger,
    printing,
    receptions,
    registering,
    visiting,
)

app_name = "complaints"
urlpatterns = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("new/", registering.Register.as_view(), name="new"),
    path("import/", importing.ImportOrders.as_view(), name="import"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("receptions/", receptions.Receptions.as_view(), name="receptions"),
    path("receptions/<int:pk>/", receptions.ReceptionPage.as_view(), name="reception"),
    path("visits/", visiting.Visits.as_view(), name="visits"),
    path("visits/new/", visiting.NewVisit.as_view(), name="new_visit"),
    path("visits/<int:pk>/", visiting.VisitPage.as_view(), name="visit"),
    path("questions/<int:pk>/answer/", visiting.AnswerQuestion.as_view(), name="answer_question"),
    path("questions/<int:pk>/complain/", visiting.ComplainQuestion.as_view(), name="complain_question"),
    path("questions/<int:pk>/supervise/", visiting.SuperviseQuestion.as_view(), name="supervise_question"),
    path("batch/<slug:step>/", ledger.Batch.as_view(), name="batch"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", registering.Edit.as_view(), name="edit"),
    path("<int:pk>/representative/", registering.NameAnother.as_view(), name="representative"),
    path("<int:pk>/coordinate/", coordinating.Coordinate.as_view(), name="coordinate"),
    path("<int:pk>/agreed/<int:item>/", coordinating.CarryOut.as_view(), name="carry_out"),
    path("<int:pk>/paper/<slug:name>/", printing.PrintedPaper.as_view(), name="paper"),
    path("hearings/<int:pk>/", printing.PrintedHearing.as_view(), name="hearing"),
    path("coordinations/<int:pk>/", printing.PrintedCoordination.as_view(), name="coordination"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
