"""The addresses of the house with those of one more room."""

from django.urls import include, path

from bureau.urls import handler500
from bureau.urls import urlpatterns as house

urlpatterns = [path("toys/", include("tests.toys.urls")), *house]
__all__ = ["handler500", "urlpatterns"]
