"""使用手册."""

from django.urls import path

from bureau.manual import views

app_name = "manual"
urlpatterns = [
    path("", views.Contents.as_view(), name="contents"),
    path("booklet/", views.Booklet.as_view(), name="booklet"),
    path("tour/", views.Tour.as_view(), name="tour"),
    path("<slug:key>/", views.ChapterPage.as_view(), name="chapter"),
]
