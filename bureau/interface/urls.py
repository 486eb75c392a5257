"""Pages of who keeps the interface, and of who takes a package; what other systems ask stands in `bureau.interface.api`."""

from django.urls import path

from bureau.interface import views

app_name = "interface"
urlpatterns = [
    path("", views.Clients.as_view(), name="clients"),
    path("new/", views.NewClient.as_view(), name="new"),
    path("undelivered/", views.Undelivered.as_view(), name="undelivered"),
    path("described/", views.Described.as_view(), name="described"),
    path("openapi.json", views.Schema.as_view(), name="schema"),
    path("package/", views.Package.as_view(), name="package"),
]
