"""The room's addresses."""

from django.urls import path

from directives.inspections.views import burden, following, ledger, planning, printing, site

app_name = "inspections"
urlpatterns = [
    path("", ledger.Ledger.as_view(), name="list"),
    path("new/", planning.NewPlan.as_view(), name="new"),
    path("worker.js", site.Worker.as_view(), name="worker"),
    path("burden/", burden.BurdenPage.as_view(), name="burden"),
    path("targets/<int:pk>/", site.SitePage.as_view(), name="target"),
    path("targets/<int:pk>/findings/", site.SendFinding.as_view(), name="send_finding"),
    path("targets/<int:pk>/signatures/", site.SendSignature.as_view(), name="send_signature"),
    path(
        "targets/<int:pk>/findings/<int:finding>/supervise/", following.Supervise.as_view(), name="supervise"
    ),
    path("targets/<int:pk>/findings/<int:finding>/verify/", following.Verify.as_view(), name="verify"),
    path("targets/<int:pk>/use/", following.ProposeUse.as_view(), name="propose_use"),
    path("targets/<int:pk>/record/", printing.PrintedRecord.as_view(), name="record"),
    path("targets/<int:pk>/conclusion/", printing.PrintedDraft.as_view(), name="conclusion"),
    path("targets/<int:pk>/<slug:step>/", following.TargetStep.as_view(), name="target_step"),
    path("uses/<int:pk>/<slug:step>/", following.UseStep.as_view(), name="use_step"),
    path("<int:pk>/", ledger.Page.as_view(), name="page"),
    path("<int:pk>/edit/", planning.EditPlan.as_view(), name="edit"),
    path("<int:pk>/look-back/", planning.LookBack.as_view(), name="look_back"),
    path("<int:pk>/plan/", printing.PrintedPlan.as_view(), name="plan"),
    path("<int:pk>/<slug:step>/", ledger.Step.as_view(), name="step"),
]
