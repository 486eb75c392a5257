"""Who complained, for who may open it."""

from django.urls import include, path

from bureau.vault.views import correcting, looking, permitting, recording

app_name = "vault"
here = [
    path("lines/", recording.Lines.as_view(), name="lines"),
    path("matters/<int:pk>/permits/", permitting.Permits.as_view(), name="permits"),
    path("letters/<uuid:key>/", looking.Letter.as_view(), name="letter"),
    path("<uuid:key>/", looking.Open.as_view(), name="open"),
    path("<uuid:key>/correct/", correcting.Correct.as_view(), name="correct"),
]
urlpatterns = [path("vault/", include(here))]
