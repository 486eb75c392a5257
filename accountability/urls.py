"""The room's addresses."""

from django.urls import path

from accountability.views import (
    clearing,
    figures,
    inquiring,
    interests,
    ledger,
    printing,
    proposing,
    registering,
    subjects,
)

app_name = "accountability"
urlpatterns = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("clearances/", clearing.Clearances.as_view(), name="clearances"),
    path("clearances/new/", clearing.NewClearance.as_view(), name="new_clearance"),
    path("clearances/<int:pk>/", clearing.ClearancePage.as_view(), name="clearance"),
    path("clearances/<int:pk>/sign/", clearing.Sign.as_view(), name="sign_clearance"),
    path("clearances/<int:pk>/file/", clearing.ClearanceFile.as_view(), name="clearance_file"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("interests/", interests.Interests.as_view(), name="interests"),
    path("interests/<int:pk>/withdraw/", interests.Withdraw.as_view(), name="withdraw_interest"),
    path("new/", registering.New.as_view(), name="new"),
    path("proposals/", proposing.Proposals.as_view(), name="proposals"),
    path("proposals/<slug:rule>/<int:matter>/<int:unit>/take/", proposing.TakeUp.as_view(), name="take_up"),
    path(
        "proposals/<slug:rule>/<int:matter>/<int:unit>/dismiss/",
        proposing.Dismiss.as_view(),
        name="dismiss_proposal",
    ),
    path("subjects/<int:pk>/", subjects.SubjectPage.as_view(), name="subject"),
    path("subjects/<int:pk>/plea/", printing.PrintedPlea.as_view(), name="plea"),
    path("subjects/<int:pk>/<slug:step>/", subjects.SubjectStep.as_view(), name="subject_step"),
    path("sanctions/<int:pk>/record/", printing.PrintedTalk.as_view(), name="talk"),
    path("sanctions/<int:pk>/<slug:step>/", subjects.SanctionStep.as_view(), name="sanction_step"),
    path("tolerances/<int:pk>/", subjects.Weigh.as_view(), name="weigh"),
    path("explanations/<int:pk>/", printing.PrintedExplanation.as_view(), name="explanation"),
    path("interviews/<int:pk>/", printing.PrintedInterview.as_view(), name="interview"),
    path("meetings/<int:pk>/", printing.PrintedMeeting.as_view(), name="meeting"),
    path("papers/<int:pk>/", printing.LookAtPaper.as_view(), name="paper"),
    path("papers/<int:pk>/file/", printing.PaperFile.as_view(), name="paper_file"),
    path("papers/<int:pk>/<int:number>/", printing.PaperLeaf.as_view(), name="paper_leaf"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", registering.Edit.as_view(), name="edit"),
    path("<int:pk>/involve/", registering.Involve.as_view(), name="involve"),
    path("<int:pk>/avoid/", registering.Avoid.as_view(), name="avoid"),
    path("<int:pk>/gather/", inquiring.Gather.as_view(), name="gather"),
    path("<int:pk>/interview/", inquiring.Interviewing.as_view(), name="new_interview"),
    path("<int:pk>/deliberate/", inquiring.Deliberate.as_view(), name="deliberate"),
    path("<int:pk>/dossier/", printing.Dossier.as_view(), name="dossier"),
    path("<int:pk>/records/<slug:name>/", printing.PrintedRecord.as_view(), name="record"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
