"""For the 审计管理员: what was done."""

from django.urls import path

from bureau.ops.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.Lines.as_view(), name="lines"),
    path("check/", views.Check.as_view(), name="check"),
]
