"""Which columns a list shows: as the address says, which a saved view keeps; else as its reader chose; else the customary."""

from collections.abc import Callable, Collection
from inspect import signature
from typing import Any, cast
from urllib.parse import urlencode

import django_tables2 as tables
from django.urls import ResolverMatch
from django.views import View
from django_tables2.columns import BoundColumn
from django_tables2.utils import signature as arguments

from bureau.org.request import Request
from bureau.pages.models import ColumnChoice
from bureau.pages.remembering import address, conditions

NAMED = {"td": {"class": "nowrap named"}}  # a cell that says what it is, on a phone as well
COLUMNS = "columns"  # in the address: names, with commas between
ALL_GIVEN = signature(lambda **given: None)


class ChosenTable(tables.Table):
    """A table of which its reader chooses the columns. `fixed`: are always shown; `spare`: only to who chose them."""

    fixed: tuple[str, ...] = ("tick", "title")
    spare: tuple[str, ...] = ()
    chosen = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for column in self.columns.iterall():
            column.render = for_every_row(column.render)
        self.choose(None)

    def choose(self, names: Collection[str] | None) -> None:
        """Show these; None: the customary."""
        self.chosen = names is not None
        for column in self.choice:
            shown = column.name not in self.spare if names is None else column.name in names
            (self.columns.show if shown else self.columns.hide)(column.name)

    @property
    def choice(self) -> list[BoundColumn]:
        """The columns that may be chosen."""
        return [column for column in self.columns.iterall() if column.name not in self.fixed]

    @property
    def shown(self) -> str:
        """The chosen columns as an address says them."""
        return ",".join(column.name for column in self.choice if column.visible)


def for_every_row(render: Callable) -> Callable:
    """What draws a column's cells, asked once what it wants to be given: the library asks at every cell, which is a fifth
    of what a ledger costs."""
    names, all_given = arguments(render)

    def drawn(**given: Any) -> Any:
        return render(**(given if all_given else {name: given[name] for name in names}))

    cast(Any, drawn).__signature__ = ALL_GIVEN
    return drawn


class Choosing(View):
    """For a list whose table is a `ChosenTable`."""

    request: Any  # a `Request`, or what a list is made once more by

    def get_table(self, **kwargs: Any) -> ChosenTable:
        table = cast(Any, super()).get_table(**kwargs)
        table.choose(chosen_columns(self.request))
        return table

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """`kept`: what a view that is saved now keeps; `here`: this list without the columns that the address says."""
        context = cast(Any, super()).get_context_data(**kwargs)
        query, shown = conditions(self.request), context["table"].shown
        kept = query if COLUMNS in self.request.GET else f"{query}&{urlencode({COLUMNS: shown})}"
        here = f"{self.request.path}{address(self.request, **{COLUMNS: ''})}"
        return context | {"kept": kept, "here": here}


def chosen_columns(request: Request) -> list[str] | None:
    if COLUMNS in request.GET:
        return request.GET[COLUMNS].split(",")
    name = cast(ResolverMatch, request.resolver_match).view_name
    found = (
        ColumnChoice.objects.filter(person=request.user, list=name).values_list("names", flat=True).first()
    )
    return None if found is None else found.split(",")
