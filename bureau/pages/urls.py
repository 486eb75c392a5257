"""Views of lists."""

from django.urls import path

from bureau.pages.views import Drop, Save

app_name = "pages"
urlpatterns = [
    path("views/<int:pk>/drop/", Drop.as_view(), name="drop_view"),
    path("views/<str:list>/", Save.as_view(), name="save_view"),
]
