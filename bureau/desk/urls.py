from django.urls import path

from bureau.desk.views.home import Home
from bureau.desk.views.search import Search

app_name = "desk"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("desk/", Home.as_view(for_all=True), name="desk"),
    path("search/", Search.as_view(), name="search"),
]
