"""The addresses of the leaders, and of the bureau's."""

from django.urls import path

from bureau.leading.views import (
    cockpit,
    deciding,
    half,
    home,
    inking,
    instructing,
    leaf,
    mine,
    monthly,
    office,
    picture,
    reading,
)

app_name = "leading"
urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("cockpit/", cockpit.Cockpit.as_view(), name="cockpit"),
    path("office/", office.Office.as_view(), name="office"),
    path("monthly/", monthly.Monthly.as_view(), name="monthly"),
    path("monthly/<int:pk>/<slug:month>/", monthly.MonthlyDraft.as_view(), name="monthly_draft"),
    path("half-year/", half.HalfYear.as_view(), name="half"),
    path("half-year/<int:year>/<slug:part>/<slug:what>/", half.HalfDraft.as_view(), name="half_draft"),
    path("deciding/", deciding.Deciding.as_view(), name="deciding"),
    path("mine/", mine.Mine.as_view(), name="mine"),
    path("mine/<int:pk>/", mine.Card.as_view(), name="card"),
    path("instruct/", instructing.Instruct.as_view(), name="instruct"),
    path("ink/", inking.Ink.as_view(), name="ink"),
    path("ink/<int:pk>/", picture.Picture.as_view(), name="picture"),
    path("bulletins/<int:pk>/", reading.Read.as_view(), name="bulletin"),
    path("bulletins/<int:pk>/<int:page>.png", leaf.Leaf.as_view(), name="leaf"),
]
