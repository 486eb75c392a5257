"""The register's addresses."""

from django.urls import path

from bureau.cadres.views import keeping, register

app_name = "cadres"
urlpatterns = [
    path("", register.Register.as_view(), name="list"),
    path("new/", keeping.New.as_view(), name="new"),
    path("several/", keeping.Several.as_view(), name="several"),
    path("<int:pk>/", register.CadrePage.as_view(), name="page"),
    path("<int:pk>/mend/", keeping.Mend.as_view(), name="mend"),
    path("<int:pk>/appoint/", keeping.Appoint.as_view(), name="appoint"),
    path("<int:pk>/leave/", keeping.Leave.as_view(), name="leave"),
    path("<int:pk>/positions/<int:position>/end/", keeping.End.as_view(), name="end"),
]
