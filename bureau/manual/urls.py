"""使用手册."""

from django.urls import path

from bureau.manual import views
from bureau.manual.procedures import views as procedures

app_name = "manual"
urlpatterns = [
    path("", views.Contents.as_view(), name="contents"),
    path("booklet/", views.Booklet.as_view(), name="booklet"),
    path("tour/", views.Tour.as_view(), name="tour"),
    path("procedures/<slug:key>/", procedures.Procedure.as_view(), name="procedure"),
    path("procedures/<slug:key>/printed/", procedures.PrintedProcedure.as_view(), name="printed_procedure"),
    path("procedures/<slug:key>/preamble/", procedures.EditPreamble.as_view(), name="preamble"),
    path("<slug:key>/", views.ChapterPage.as_view(), name="chapter"),
]
