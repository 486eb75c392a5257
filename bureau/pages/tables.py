"""What every list shares: its pages, and the day of a moment."""

from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, cast

import django_tables2 as tables
from django.core.paginator import Page, Paginator
from django.db.models import IntegerField, QuerySet, Subquery
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django_tables2.rows import BoundRows

from bureau.pages.by_key import AT, Walk

COUNTED = 1000  # rows that are counted, and have numbered pages, unless somebody asks how many there are


class Counted(Subquery):
    """How many rows a query gives, which may be cut short; inside another query."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def counted(rows: QuerySet) -> str:
    """How many there are, in words as long tables say it."""
    return in_words(rows.order_by()[: COUNTED + 1].count())


def in_words(found: int) -> str:
    """「320」, 「1000+」: of what was counted to one more than `COUNTED`."""
    return f"{COUNTED}+" if found > COUNTED else str(found)


class Pages(Paginator):
    """A page holds one row at least and 100 at most, whatever an address asks for."""

    def __init__(self, rows: Any, per_page: int, **kwargs: Any) -> None:
        super().__init__(rows, min(max(per_page, 1), 100), **kwargs)


class TablePage(Page):
    """`back` and `on`: from which places the rows before it and after it are walked to; empty where the pages beside it have
    numbers, or there are none. `walked`: it has no number itself."""

    back = on = ""
    walked = False


class TablePages(Pages):
    """A table's pages. Rows are counted, and their pages numbered, up to `COUNTED`; what lies beyond is walked by its order
    (`by_key`). How many there are in all is told where the address has `exact`: to count a million takes longer than to
    show the 25 that were asked for."""

    object_list: Any  # the rows of a table of django-tables2

    def __init__(self, rows: Any, per_page: int, **kwargs: Any) -> None:
        super().__init__(rows, per_page, **kwargs)
        self.table, self.asked = rows.table, rows.table.request.GET

    @cached_property
    def walk(self) -> Walk | None:
        """None for what is no query, and is all there."""
        rows = self.object_list.data.data  # what the table's rows are read from
        return (
            Walk(rows, f"{type(self.table).__name__}:{self.table.order_by}")
            if isinstance(rows, QuerySet)
            else None
        )

    def page(self, number: Any) -> TablePage:
        return (self.walked() if self.walk and AT in self.asked else None) or self.numbered(number)

    def numbered(self, number: Any) -> TablePage:
        if self.walk:
            self.object_list.data.data = self.walk.ordered()
        page = cast(TablePage, super().page(number))
        if self.walk and self.cut_short and page.number == self.num_pages:
            page.on = self.beside(page)[1]
        return page

    def walked(self) -> TablePage | None:
        found, before, after = cast(Walk, self.walk).at(self.asked[AT], self.per_page)
        if not found:
            return None
        page = self._get_page(BoundRows(found, self.table), self.num_pages, self)
        page.walked = True
        back, on = self.beside(page)
        page.back, page.on = back if before else "", on if after else ""
        return page

    def beside(self, page: TablePage) -> tuple[str, str]:
        records = cast(BoundRows, page.object_list).data
        return cast(Walk, self.walk).places(records[0], records[len(records) - 1])

    def _get_page(self, *args: Any, **kwargs: Any) -> TablePage:
        return TablePage(*args, **kwargs)

    @cached_property
    def found(self) -> int:
        """One more than are counted tells that there are more."""
        if self.walk is None:
            return len(self.object_list)
        return self.walk.rows.order_by()[: COUNTED + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.found, COUNTED) if self.walk else self.found

    @property
    def words(self) -> str:
        """How many there are, as far as they were counted."""
        if self.cut_short and "exact" in self.asked:
            return str(cast(Walk, self.walk).rows.order_by().count())
        return in_words(self.found)

    @property
    def exact(self) -> bool:
        return not self.cut_short or "exact" in self.asked

    @property
    def cut_short(self) -> bool:
        return self.found > self.count


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
