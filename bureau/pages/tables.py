"""What every list shares: its pages, and the day of a moment."""

from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any

import django_tables2 as tables
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe

COUNTED = 1000  # rows that are counted unless somebody asks how many there are
FARTHEST = 100_000  # page that an address may ask for
AHEAD = 5  # pages after the asked one that are counted in any case: the way on is never cut off


class Pages(Paginator):
    """A page holds one row at least and 100 at most, whatever an address asks for."""

    def __init__(self, rows: Any, per_page: int, **kwargs: Any) -> None:
        super().__init__(rows, min(max(per_page, 1), 100), **kwargs)


class TablePages(Pages):
    """A table's pages. Rows are counted up to `COUNTED`, or a few pages on from the one that is asked for; all of them
    where the address has `exact`: to count a million takes longer than to show the 25 that were asked for."""

    object_list: Any  # the rows of a table of django-tables2

    def __init__(self, rows: Any, per_page: int, **kwargs: Any) -> None:
        super().__init__(rows, per_page, **kwargs)
        self.exact = "exact" in rows.table.request.GET
        self.limit = COUNTED

    def validate_number(self, number: Any) -> int:
        if isinstance(number, int):
            self.limit = max(COUNTED, (min(number, FARTHEST) + AHEAD) * self.per_page)
        return super().validate_number(number)

    @cached_property
    def count(self) -> int:
        rows = self.object_list.data.data  # what the table's rows are read from
        if self.exact or not isinstance(rows, QuerySet):
            return len(self.object_list)
        return rows.order_by()[: self.limit + 1].count()

    @property
    def words(self) -> str:
        """How many there are, as far as they were counted: 「320」, 「1000+」."""
        return f"{self.limit}+" if self.cut_short else str(self.count)

    @property
    def cut_short(self) -> bool:
        return not self.exact and self.count > self.limit


CHUNK = 500
NOTHING = mark_safe('<span class="nothing">—</span>')  # of an empty cell; a card on a phone leaves it out
PAGED = {"per_page": 25, "paginator_class": TablePages}


def day(moment: datetime | None) -> date | None:
    """The local date of a moment, for a ledger's cell."""
    return timezone.localdate(moment) if moment else None


class DayColumn(tables.Column):
    """A date, or the local one of a moment. The library's own compiles a template for every cell."""

    def render(self, value: date) -> str:
        return f"{day(value) if isinstance(value, datetime) else value:%Y-%m-%d}"


@lru_cache(maxsize=1000)
def part(template: str, **words: str) -> str:
    """A cell's tag or lamp. Kept: a ledger has hundreds of them, and few that differ."""
    return render_to_string(f"parts/{template}.html", words)
