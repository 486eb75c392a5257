"""The manual's pages. They tell nothing of any matter: whoever is logged in reads all of them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views import View
from django.views.generic import TemplateView

from bureau.manual.booklet import booklet
from bureau.manual.chapters import chapter, chapters
from bureau.manual.pictures import SHOTS
from bureau.manual.procedures.books import books
from bureau.matters.views.on_paper import inline
from bureau.org.request import Request
from bureau.org.visible import visible
from bureau.press.printing import PressProblem

MOST_PASSAGES = 3  # of a chapter, below its title in what a search finds


class Contents(TemplateView):
    """The chapters of one's own posts first; or those that say what is looked for."""

    request: Request
    template_name = "manual/contents.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = visible(self.request.GET.get("q", "")).strip()
        told = [(one, one.found(asked.split())[:MOST_PASSAGES]) for one in chapters()]
        shown = [(one, passages) for one, passages in told if passages or not asked]
        posts = self.request.user.posts
        return super().get_context_data(
            asked=asked,
            books=books(),
            mine=[pair for pair in shown if pair[0].is_for(posts)],
            others=[pair for pair in shown if not pair[0].is_for(posts)],
            **kwargs,
        )


class ChapterPage(TemplateView):
    request: Request
    template_name = "manual/chapter.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = chapter(kwargs["key"])
        if told is None:
            raise Http404
        mine = [one for one in chapters() if one.is_for(self.request.user.posts)]
        following = mine[mine.index(told) + 1 :][:1] if told in mine else []
        return super().get_context_data(
            chapter=told,
            lines=[(line, SHOTS.get(line.picture)) for line in told.lines],
            next=following,
            **kwargs,
        )


class Booklet(View):
    """The chapters of one's own posts, to be printed."""

    def get(self, request: Request) -> HttpResponse:
        try:
            return inline(booklet(request.user.posts), "使用手册.pdf")
        except PressProblem as problem:
            messages.error(request, str(problem))
            return redirect("manual:contents")


class Tour(View):
    """Closes the steps of the first day for ever, or brings them back (`again`)."""

    def post(self, request: Request) -> HttpResponse:
        person = request.user
        person.tour_closed = "again" not in request.POST
        person.save(update_fields=["tour_closed"])
        if person.tour_closed:
            messages.success(request, "“第一天三步”不再显示；需要时可以在使用手册里重新打开。")
        return redirect("desk:home")
