"""What a person was told, and how they want to be told."""

from django.urls import path

from bureau.notices import views

app_name = "notices"
urlpatterns = [
    path("clock/", views.ClockPage.as_view(), name="clock"),
]
