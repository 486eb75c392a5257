"""The room's addresses."""

from django.urls import include, path

from bureau.matters.views.printed_ledger import PrintedLedger
from directives.views import course, importing, ledger, preview, printing, registering, sittings, sources

app_name = "directives"
room = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("import/", importing.Upload.as_view(), name="import"),
    path("import/<int:pk>/", preview.Preview.as_view(), name="intake"),
    path("import/<int:pk>/file/", importing.IntakeFile.as_view(), name="intake_file"),
    path("import/<int:pk>/look/", importing.LookAtIntake.as_view(), name="intake_look"),
    path("import/<int:pk>/look/<int:number>/", importing.IntakeLeaf.as_view(), name="intake_leaf"),
    path("import/<int:pk>/restore/", importing.Restore.as_view(), name="restore_intake"),
    path("sources/", sources.Sources.as_view(), name="sources"),
    path("sources/new/", sources.NewSource.as_view(), name="new_source"),
    path("sources/hot/new/", sources.NewHotIssue.as_view(), name="new_hot_issue"),
    path("sources/<int:pk>/", sources.SourcePage.as_view(), name="source"),
    path("sources/<int:pk>/course/", course.Course.as_view(), name="course"),
    path("sources/<int:pk>/text/", sources.SourceText.as_view(), name="source_text"),
    path("sources/<int:pk>/file/", sources.SourceFile.as_view(), name="source_file"),
    path("sources/<int:pk>/file/look/", sources.LookAtSource.as_view(), name="source_look"),
    path("sources/<int:pk>/file/look/<int:number>/", sources.SourceLeaf.as_view(), name="source_leaf"),
    path("sources/<int:pk>/register/", registering.Register.as_view(), name="register"),
    path("sittings/", sittings.Sittings.as_view(), name="sittings"),
    path("sittings/new/", sittings.NewSitting.as_view(), name="new_sitting"),
    path("sittings/<int:pk>/", sittings.SittingPage.as_view(), name="sitting"),
    path("sittings/<int:pk>/edit/", sittings.EditSitting.as_view(), name="edit_sitting"),
    path("sittings/<int:pk>/expect/", sittings.Expect.as_view(), name="expect"),
    path("sittings/<int:pk>/minutes/", sittings.MinutesCame.as_view(), name="minutes"),
    path("sittings/<int:pk>/no-minutes/", sittings.NoMinutes.as_view(), name="no_minutes"),
    path("expected/<int:pk>/tick/", sittings.TickExpected.as_view(), name="tick"),
    path("expected/<int:pk>/leave-out/", sittings.LeaveOut.as_view(), name="leave_out"),
    path("expected/<int:pk>/take-back/", sittings.TakeBackTick.as_view(), name="take_back_tick"),
    path("batch/<slug:step>/", ledger.Batch.as_view(), name="batch"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", registering.Edit.as_view(), name="edit"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
# Printed papers keep the addresses that they have always had.
prints = [
    path("notice/<int:pk>/", printing.PrintedNotice.as_view(), name="notice"),
    path("ledger/", PrintedLedger.as_view(), {"room": "directives"}, name="ledger"),
]
urlpatterns = [path("directives/", include(room)), path("reports/", include(prints))]
