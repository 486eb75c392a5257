"""The addresses of polls; where voters vote: `public.urls`."""

from django.urls import path

from appraisal.ballots.views import counting, groups, papers, polls

app_name = "ballots"
urlpatterns = [
    path("periods/<int:pk>/", polls.Polls.as_view(), name="list"),
    path("periods/<int:pk>/new/", polls.New.as_view(), name="new"),
    path("groups/<int:pk>/codes/", groups.Codes.as_view(), name="codes"),
    path("groups/<int:pk>/cancel-codes/", groups.CancelCodes.as_view(), name="cancel_codes"),
    path("groups/<int:pk>/hand-out/", groups.HandOut.as_view(), name="hand_out"),
    path("groups/<int:pk>/count/", counting.CountPaper.as_view(), name="count"),
    path("groups/<int:pk>/count-sheet/", papers.CountSheet.as_view(), name="count_sheet"),
    path("groups/<int:pk>/ballot/", papers.BlankBallot.as_view(), name="ballot"),
    path("<int:pk>/", polls.PollPage.as_view(), name="page"),
    path("<int:pk>/edit/", polls.Edit.as_view(), name="edit"),
    path("<int:pk>/results/table/", counting.ExportResults.as_view(), name="export_results"),
    path("<int:pk>/results/", counting.Results.as_view(), name="results"),
    path("<int:pk>/feed/", counting.Feed.as_view(), name="feed"),
    path("<int:pk>/<slug:step>/", polls.Step.as_view(), name="step"),
]
