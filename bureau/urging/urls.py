"""Papers to units that are late."""

app_name = "urging"
urlpatterns = []
