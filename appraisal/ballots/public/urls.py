"""Where voters vote: one address, short enough to be typed from a slip."""

from django.urls import path

from appraisal.ballots.public.views import Vote

app_name = "voting"
urlpatterns = [path("", Vote.as_view(), name="vote")]
