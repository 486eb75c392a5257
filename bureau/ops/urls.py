"""For the 系统管理员: how the machine stands."""

from django.urls import path

from bureau.ops import views

app_name = "ops"
urlpatterns = [path("", views.Operations.as_view(), name="page")]
