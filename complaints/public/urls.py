"""The public page's own addresses."""

from django.urls import path

from complaints.public import views

app_name = "public"
urlpatterns = [
    path("", views.Report.as_view(), name="report"),
    path("look/", views.Look.as_view(), name="look"),
]
