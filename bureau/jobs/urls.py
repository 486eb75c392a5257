"""Work that the worker does: its progress and what came of it."""

app_name = "jobs"
urlpatterns = []
