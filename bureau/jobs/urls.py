"""Work that the worker does: its progress and what came of it."""

from django.urls import path

from bureau.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.Jobs.as_view(), name="list"),
    path("<int:pk>/", views.JobPage.as_view(), name="page"),
    path("<int:pk>/file/", views.JobFile.as_view(), name="file"),
]
