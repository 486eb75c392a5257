"""Papers to units that are late."""

from django.urls import include, path

from bureau.urging.views import deciding, papers, proposing, units

app_name = "urging"
here = [
    path("", proposing.Proposals.as_view(), name="home"),
    path("issue/<int:duty>/<slug:kind>/", deciding.Issue.as_view(), name="issue"),
    path("waive/<int:duty>/<slug:kind>/", deciding.Waive.as_view(), name="waive"),
    path("papers/", papers.Papers.as_view(), name="list"),
    path("units/", units.Units.as_view(), name="units"),
    path("units/<int:pk>/", units.UnitRecord.as_view(), name="unit"),
    path("papers/<int:pk>/", papers.PaperPage.as_view(), name="page"),
    path("papers/<int:pk>/<slug:step>/", papers.PaperStep.as_view(), name="step"),
]
# Printed papers keep the addresses that they have always had.
prints = [path("urging/<int:pk>/", papers.PrintedPaper.as_view(), name="printed")]
urlpatterns = [path("urging/", include(here)), path("reports/", include(prints))]
