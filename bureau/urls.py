"""Every address of the house."""

from django.urls import include, path

from bureau.interface.api import patterns

urlpatterns = [
    path("", include("bureau.desk.urls")),
    path("", include("bureau.org.urls")),
    path("", include("bureau.matters.urls")),
    path("", include("bureau.pages.urls")),
    path("help/", include("bureau.manual.urls")),
    path("jobs/", include("bureau.jobs.urls")),
    path("notices/", include("bureau.notices.urls")),
    path("", include("bureau.urging.urls")),
    path("", include("bureau.vault.urls")),
    path("cadres/", include("bureau.cadres.urls")),
    path("ops/", include("bureau.ops.urls")),
    path("audit/", include("bureau.ops.audit.urls")),
    path("", include("directives.urls")),
    path("inspections/", include("directives.inspections.urls")),
    path("suggestions/", include("directives.suggestions.urls")),
    path("", include("instructions.urls")),
    path("complaints/", include("complaints.urls")),
    path("accountability/", include("accountability.urls")),
    path("appraisal/ballots/", include("appraisal.ballots.urls")),
    path("appraisal/", include("appraisal.urls")),
    path("merits/", include("appraisal.cadres.urls")),
    path("tousu/", include("complaints.public.urls")),
    path("ceping/", include("appraisal.ballots.public.urls")),
    path("reports/", include("reports.urls")),
    path("leading/", include("bureau.leading.urls")),
    path("interface/", include("bureau.interface.urls")),
    path("api/v1/", include((patterns(), "api"))),
]
handler500 = "bureau.ops.views.broken"
