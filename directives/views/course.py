"""A paper's year on one page: every item that its reader sees, with all nodes under their months."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters.models import Assignment, Phase
from bureau.org.keys import key_of
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages.fields import YEARS
from directives.course import WORDS, Node, course_of
from directives.filters import sources_of
from directives.models import Directive, Source
from directives.progress import Progress, progress_for, with_progress


@dataclass(frozen=True)
class Row:
    """An item in that year. `months`: the nodes of each; `later`: those after it."""

    directive: Directive
    progress: Progress | None
    nodes: list[Node]
    year: int

    @property
    def months(self) -> list[tuple[int, list[Node]]]:
        of_year = [one for one in self.nodes if one.day.year == self.year]
        return [(month, [one for one in of_year if one.day.month == month]) for month in range(1, 13)]

    @property
    def later(self) -> list[Node]:
        return [one for one in self.nodes if one.day.year > self.year]


class Course(TemplateView):
    """To the desk, and whoever sees an item of the paper."""

    request: Request
    template_name = "directives/course.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        desk = self.request.user.sits_at(Function.DIRECTIVES)
        source = get_object_or_404(
            Source.objects.all() if desk else sources_of(self.request), pk=self.kwargs["pk"]
        )
        year, today = asked_year(self.request.GET.get("year", ""), source), timezone.localdate()
        rows = [self.row(one, year, today) for one in self.items(source)]
        return super().get_context_data(
            source=source,
            year=year,
            years=[one for one in (year - 1, year + 1) if one in YEARS],
            rows=rows,
            months=range(1, 13),
            counted=counted(rows, year),
            words=WORDS,
            desk=desk,
            **kwargs,
        )

    def items(self, source: Source) -> QuerySet[Directive]:
        found = Directive.objects.visible_to(self.request.user).filter(source=source)
        parts = Prefetch("matter__assignments", Assignment.objects.select_related("unit"))
        found = found.exclude(matter__phase=Phase.VOID).order_by("ordinal")
        return with_progress(found).prefetch_related(parts, "matter__duties")

    def row(self, directive: Directive, year: int, today: date) -> Row:
        nodes = course_of(directive, directive.reported.all(), today, date(year, 12, 31))
        return Row(directive, progress_for(self.request.user, directive), nodes, year)


def asked_year(typed: str, source: Source) -> int:
    """The paper's own where no year makes sense."""
    return key if (key := key_of(typed)) in YEARS else source.date.year


def counted(rows: list[Row], year: int) -> dict[str, int]:
    """How the nodes of that year stand, by the words for it, those there are."""
    nodes = [one for row in rows for one in row.nodes if one.day.year == year]
    found = {words: sum(one.stands == stands for one in nodes) for stands, words in WORDS.items()}
    return {words: count for words, count in found.items() if count}
