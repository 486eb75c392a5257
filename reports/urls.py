"""The addresses of bulletins, and of what is counted for them."""

from django.urls import path

from reports.views import (
    binding,
    burden,
    commenting,
    copies,
    correcting,
    editing,
    figures,
    inserting,
    leaf,
    listing,
    mailing,
    objecting,
    opening,
    page,
    special,
    step,
    telling,
    versions,
)

app_name = "reports"
urlpatterns = [
    path("", listing.BulletinList.as_view(), name="list"),
    path("new/", opening.New.as_view(), name="new"),
    path("figures/new/", telling.NewFromFigures.as_view(), name="new_told"),
    path("circular/new/", telling.NewCircular.as_view(), name="new_circular"),
    path("special/new/", special.NewSpecial.as_view(), name="new_special"),
    path("burden/", burden.Burden.as_view(), name="burden"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("volumes/", binding.Volumes.as_view(), name="volumes"),
    path("mailings/", mailing.Mailings.as_view(), name="mailings"),
    path("mailings/new/", mailing.Edit.as_view(), name="new_mailing"),
    path("mailings/<int:pk>/", mailing.Edit.as_view(), name="mailing"),
    path("<int:pk>/", page.Page.as_view(), name="page"),
    path("<int:pk>/edit/", editing.Edit.as_view(), name="edit"),
    path("<int:pk>/pdf/", page.Pdf.as_view(), name="pdf"),
    path("<int:pk>/leaf/<int:page>/", leaf.Leaf.as_view(), name="leaf"),
    path("<int:pk>/insert/<slug:kind>/", inserting.Put.as_view(), name="insert"),
    path("<int:pk>/inserts/<int:insert>/", inserting.Put.as_view(), name="edit_insert"),
    path("<int:pk>/inserts/<int:insert>/drop/", inserting.Drop.as_view(), name="drop_insert"),
    path("<int:pk>/correct/", correcting.Correct.as_view(), name="correct"),
    path("objections/<int:pk>/", objecting.Decide.as_view(), name="objection"),
    path("<int:pk>/versions/", versions.Versions.as_view(), name="versions"),
    path("<int:pk>/comment/", commenting.Say.as_view(), name="comment"),
    path("<int:pk>/copies/", copies.Copies.as_view(), name="copies"),
    path("<int:pk>/word/", page.Word.as_view(), name="word"),
    path("<int:pk>/cover/", special.PrintedCover.as_view(), name="cover"),
    path("<int:pk>/<slug:step>/", step.BulletinStep.as_view(), name="step"),
]
