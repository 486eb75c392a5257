from django.urls import path

from tests.toys import views

app_name = "toys"
urlpatterns = [
    path("", views.Ledger.as_view(), name="list"),
    path("batch/<slug:step>/", views.Batch.as_view(), name="batch"),
    path("<int:pk>/", views.Page.as_view(), name="page"),
    path("<int:pk>/<slug:step>/", views.Step.as_view(), name="step"),
]
