"""The hall's own addresses: parts, replies, files, printed ledgers."""

from django.urls import path

from bureau.matters.views import inside, own, services
from bureau.matters.views.confirming import Confirming
from bureau.matters.views.granting import Grants
from bureau.matters.views.printed_ledger import PrintedLedger
from bureau.matters.views.reimporting import fetching, looking, sending
from bureau.matters.views.taking_over import HandOver
from bureau.matters.views.upstream import Settle

app_name = "matters"
urlpatterns = [
    path("assignments/<int:pk>/<slug:step>/", own.AssignmentStep.as_view(), name="assignment"),
    path("replies/<int:pk>/<slug:step>/", own.ReplyStep.as_view(), name="reply"),
    path("tasks/<int:pk>/<slug:step>/", inside.TaskStep.as_view(), name="task"),
    path("inside/<int:pk>/", inside.InnerDownload.as_view(), name="inner_file"),
    path("inside/<int:pk>/look/", inside.LookAtInner.as_view(), name="inner_look"),
    path("inside/<int:pk>/look/<int:number>/", inside.InnerLeaf.as_view(), name="inner_leaf"),
    path("matters/<int:pk>/grants/", Grants.as_view(), name="grants"),
    path("handover/", HandOver.as_view(), name="hand_over"),
    path("confirming/", Confirming.as_view(), name="confirming"),
    path("upstream/<int:pk>/", Settle.as_view(), name="settle_change"),
    path("services/<int:pk>/", services.ServicePage.as_view(), name="service"),
    path("services/<int:pk>/file/", services.ServiceFile.as_view(), name="service_file"),
    path("services/<int:pk>/look/", services.LookAtService.as_view(), name="service_look"),
    path("services/<int:pk>/look/<int:number>/", services.ServiceLeaf.as_view(), name="service_leaf"),
    path("services/<int:pk>/slip/", services.ServiceSlip.as_view(), name="service_slip"),
    path("services/<int:pk>/<slug:step>/", services.ServiceStep.as_view(), name="service_step"),
    path("contests/<int:pk>/<slug:step>/", services.ContestStep.as_view(), name="contest_step"),
    path("files/<int:pk>/", own.Download.as_view(), name="file"),
    path("files/<int:pk>/look/", own.LookAtFile.as_view(), name="look"),
    path("files/<int:pk>/look/<int:number>/", own.FileLeaf.as_view(), name="leaf"),
    path("ledgers/<slug:room>/changeable/", fetching.Changeable.as_view(), name="changeable"),
    path("ledgers/<slug:room>/changes/", sending.Upload.as_view(), name="changes"),
    path("ledgers/changes/<int:pk>/", looking.Preview.as_view(), name="reimport"),
    path("reports/ledger/<slug:room>/", PrintedLedger.as_view(), name="ledger"),
]
