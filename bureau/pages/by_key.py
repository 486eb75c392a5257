"""A long list is walked by its order, not by counting rows: what comes after a row, or before it, is found as quickly a
million rows on as at the beginning. The address keeps the row's place under seal, so that nobody can forge one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

AT = "at"  # in the address: from which place on
LAST = "last"
ON, BACK = "on", "back"


@dataclass(frozen=True)
class Term:
    """One part of an order, under the name that it has in the query. Without a word on it PostgreSQL puts nulls after
    everything where it ascends, before everything where it descends."""

    name: str
    expression: Any
    descending: bool
    nulls_last: bool

    def __str__(self) -> str:
        """「-due_at, nulls last」, 「Case」: by what it orders."""
        what = getattr(self.expression, "name", type(self.expression).__name__)
        return f"{'-' * self.descending}{what}{', nulls last' * self.nulls_last}"

    def ordering(self, back: bool) -> OrderBy:
        down, last = self.descending != back, self.nulls_last != back
        said = last == down
        return OrderBy(
            self.expression,
            descending=down,
            nulls_first=(said and not last) or None,
            nulls_last=(said and last) or None,
        )

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True} if value is None else {self.name: value})

    def past(self, value: Any, back: bool) -> list[Q]:
        """What follows this value, the nearer first."""
        last = self.nulls_last != back
        if value is None:
            return [] if last else [Q(**{f"{self.name}__isnull": False})]
        beyond = Q(**{f"{self.name}__{'lt' if self.descending != back else 'gt'}": value})
        return [beyond, Q(**{f"{self.name}__isnull": True})] if last else [beyond]


def terms_of(rows: QuerySet) -> list[Term]:
    """The order of these rows; the key makes it one in which no two are equal."""
    asked = [*(rows.query.order_by or rows.model._meta.ordering)]
    if not asked or asked[-1] not in ("pk", "-pk", "id", "-id"):
        asked.append("-pk")
    return [term(f"walked_{place}", one) for place, one in enumerate(asked)]


def term(name: str, asked: Any) -> Term:
    if isinstance(asked, str):
        asked = F(asked.lstrip("-")).desc() if asked.startswith("-") else F(asked).asc()
    elif not isinstance(asked, OrderBy):
        asked = asked.asc()
    last = bool(asked.nulls_last) or not (asked.nulls_first or asked.descending)
    return Term(name, asked.expression, asked.descending, last)


class Walk:
    """Through these rows in their order. `salt`: what tells the list; a place in another list or another order is none here."""

    def __init__(self, rows: QuerySet, salt: str) -> None:
        self.terms = terms_of(rows)
        self.named = {one.name: one.expression for one in self.terms}
        self.salt = ":".join(["walk", salt, rows.model._meta.label, *map(str, self.terms)])
        self.rows = rows

    def ordered(self, back: bool = False) -> QuerySet:
        return self.rows.order_by(*(one.ordering(back) for one in self.terms))

    def at(self, asked: str, count: int) -> tuple[list, bool, bool]:
        """So many rows at a place as an address says it, and whether there are more before and after them. None of them where
        that is no place of this list."""
        if asked == LAST:
            found = [*self.ordered(back=True)[: count + 1]]
            return found[:count][::-1], len(found) > count, False
        try:
            way, values = signing.loads(asked, salt=self.salt)
        except signing.BadSignature:
            return [], False, False
        found = self.beyond(values, count + 1, way == BACK)
        more = len(found) > count
        return (found[:count][::-1], more, True) if way == BACK else (found[:count], True, more)

    def beyond(self, values: list, count: int, back: bool) -> list:
        """The rows next to a place, the nearest first. Asked piece by piece, each a range of an index: in one condition the
        database would read all that equals the place in its first term."""
        found: list = []
        near = self.ordered(back).alias(**self.named)
        for piece in self.pieces(values, back):
            found += near.filter(piece)[: count - len(found)]
            if len(found) == count:
                break
        return found

    def pieces(self, values: list, back: bool) -> Iterator[Q]:
        for depth in reversed(range(len(self.terms))):
            same = Q()
            for one, value in zip(self.terms[:depth], values[:depth], strict=True):
                same &= one.same(value)
            for beyond in self.terms[depth].past(values[depth], back):
                yield same & beyond

    def places(self, first: Any, last: Any) -> tuple[str, str]:
        """What leads back from the row that is the first on a page, and on from the last."""
        rows = self.rows.order_by().filter(pk__in=[first.pk, last.pk]).annotate(**self.named)
        found = {key: values for key, *values in rows.values_list("pk", *self.named)}
        return self.sealed(BACK, found.get(first.pk)), self.sealed(ON, found.get(last.pk))

    def sealed(self, way: str, values: list | None) -> str:
        """Empty for a row that is gone by now."""
        return signing.dumps([way, [*map(plain, values)]], salt=self.salt) if values else ""


def plain(value: Any) -> Any:
    """As JSON keeps it, to the microsecond."""
    if isinstance(value, date):  # or a moment
        return value.isoformat()
    return value if value is None or isinstance(value, int | str) else str(value)
