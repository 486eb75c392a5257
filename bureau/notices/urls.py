"""What a person was told, and how they want to be told."""

from django.urls import path

from bureau.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.Inbox.as_view(), name="list"),
    path("<int:pk>/", views.Open.as_view(), name="open"),
    path("settings/", views.Settings.as_view(), name="settings"),
    path("test/", views.Test.as_view(), name="test"),
    path("clock/", views.ClockPage.as_view(), name="clock"),
    path("failures/", views.Failures.as_view(), name="failures"),
]
