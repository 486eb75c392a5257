"""Every address of the house."""

from django.urls import include, path

urlpatterns = [
    path("", include("bureau.desk.urls")),
    path("", include("bureau.org.urls")),
    path("", include("bureau.matters.urls")),
    path("directives/", include("directives.urls")),
    path("reports/", include("reports.urls")),
]
