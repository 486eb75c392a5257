"""Addresses of what is kept of cadres and their grades, and of the years of units. A review is named by its period, its steps by itself."""

from django.urls import path

from appraisal.cadres.views import papers, reviewing, rules, uses, years

app_name = "merits"
urlpatterns = [
    path("", uses.Uses.as_view(), name="uses"),
    path("counted/", uses.Counted.as_view(), name="counted"),
    path("weights/", rules.Weighting.as_view(), name="weights"),
    path("usual/", rules.Following.as_view(), name="usual_uses"),
    path("cadres/<int:pk>/", years.OfCadre.as_view(), name="cadre"),
    path("units/<int:pk>/", years.OfUnit.as_view(), name="unit"),
    path("results/<int:pk>/", uses.MeritPage.as_view(), name="merit"),
    path("results/<int:pk>/propose/", uses.Propose.as_view(), name="propose"),
    path("uses/<int:pk>/paper/", papers.UsePaper.as_view(), name="use_paper"),
    path("uses/<int:pk>/<slug:step>/", uses.Step.as_view(), name="use_step"),
    path("<int:pk>/", reviewing.ReviewPage.as_view(), name="review"),
    path("<int:pk>/begin/", reviewing.Begin.as_view(), name="begin"),
    path("<int:pk>/fill/", reviewing.Fill.as_view(), name="fill"),
    path("<int:pk>/deliberate/", reviewing.Deliberate.as_view(), name="deliberate"),
    path("<int:pk>/propose/", uses.ProposeUsual.as_view(), name="propose_usual"),
    path("<int:pk>/table/", papers.ExportRoll.as_view(), name="export_roll"),
    path("<int:pk>/uses/table/", papers.ExportUses.as_view(), name="export_uses"),
    path("<int:pk>/form/", papers.ApprovalForm.as_view(), name="approval_form"),
    path("<int:pk>/<slug:step>/", reviewing.Step.as_view(), name="step"),
]
