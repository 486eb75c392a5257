"""Views of lists."""

from django.urls import path

from bureau.pages.views import Choose, Drop, Save

app_name = "pages"
urlpatterns = [
    path("views/<int:pk>/drop/", Drop.as_view(), name="drop_view"),
    path("views/<str:list>/columns/", Choose.as_view(), name="columns"),
    path("views/<str:list>/", Save.as_view(), name="save_view"),
]
