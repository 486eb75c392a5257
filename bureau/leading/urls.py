"""The leader's addresses."""

from django.urls import path

from bureau.leading.views import cockpit, deciding, home, inking, instructing, leaf, mine, picture, reading

app_name = "leading"
urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("cockpit/", cockpit.Cockpit.as_view(), name="cockpit"),
    path("deciding/", deciding.Deciding.as_view(), name="deciding"),
    path("mine/", mine.Mine.as_view(), name="mine"),
    path("mine/<int:pk>/", mine.Card.as_view(), name="card"),
    path("instruct/", instructing.Instruct.as_view(), name="instruct"),
    path("ink/", inking.Ink.as_view(), name="ink"),
    path("ink/<int:pk>/", picture.Picture.as_view(), name="picture"),
    path("bulletins/<int:pk>/", reading.Read.as_view(), name="bulletin"),
    path("bulletins/<int:pk>/<int:page>.png", leaf.Leaf.as_view(), name="leaf"),
]
