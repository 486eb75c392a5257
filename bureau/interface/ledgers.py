"""A ledger as data: the rows and columns of its Excel, asked by the conditions of its page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from bureau.interface.open_to import UNSEALED
from bureau.interface.wrong import Problem, Wrong
from bureau.matters.rooms import Room
from bureau.org.models import Person
from bureau.pages.asked import Asked

OWN = {"after", "limit"}
"""What the interface asks for itself; everything else is a condition of the ledger."""


@dataclass(frozen=True)
class Ledger:
    """`table` holds all that is asked for; `next_after` begins the next page, None where there is none."""

    rows: list[dict[str, Any]]
    next_after: int | None


def filters_of(room: Room, asked: Asked) -> Any:
    view = room.ledger()
    view.request = asked
    return view.get_filterset(view.filterset_class)


def conditions(room: Room, person: Person) -> list[tuple[str, str]]:
    """Names and labels of what this person may ask of the ledger, as they stand in an address."""
    form = filters_of(room, Asked(person, QueryDict())).form
    return [(name, str(form[field].label)) for field in form.fields for name in names(form, field)]


def names(form: Any, field: str) -> list[str]:
    suffixes = getattr(form.fields[field].widget, "suffixes", None)
    return [f"{field}_{suffix}" for suffix in suffixes] if suffixes else [field]


def page(room: Room, person: Person, query: QueryDict, after: int | None, limit: int) -> Ledger:
    """Newest first, those behind the record with the key `after`. Raises Wrong."""
    asked = Asked(person, query)
    check(room, asked)
    behind = UNSEALED & (Q(pk__lt=after) if after is not None else Q())
    table = room.ledger.ledger(asked, behind)
    records = list(table.data.data.order_by("-pk")[: limit + 1])
    shown = records[:limit]
    left = len(records) > limit
    return Ledger(list(rows(table, shown)), shown[-1].pk if left else None)


def check(room: Room, asked: Asked) -> None:
    found = filters_of(room, asked)
    known = OWN | {name for field in found.form.fields for name in names(found.form, field)}
    problems = [Problem(name[:60], "没有这个查询条件。") for name in asked.GET if name not in known]
    if not problems and not found.is_valid():
        told = [(name, str(words)) for name, said in found.form.errors.items() for words in said]
        problems = [Problem(name, f"{found.form[name].label}：{words}") for name, words in told]
    if problems:
        raise Wrong(problems)


def rows(table: Any, records: Sequence[Any]) -> Iterable[dict[str, Any]]:
    """Each with its key, its address and the cells of the ledger by their columns."""
    columns = [key for key, _label in table.ledger_columns()]
    for record, cells in zip(records, table.ledger_rows(iter(records)), strict=True):
        told = zip(columns, map(plain, cells), strict=True)
        yield {"id": record.pk, "page": record.matter.get_absolute_url(), "cells": dict(told)}


def plain(value: Any) -> Any:
    """A cell as JSON has it: days as 2026-11-30, numbers as numbers, everything else as words."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float):
        return value
    return float(value) if isinstance(value, Decimal) else "" if value is None else str(value)
