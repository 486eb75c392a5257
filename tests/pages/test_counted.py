"""How many there are: counted as far as it is quick, and exactly for who asks. What lies beyond is walked by its order."""

import re
from datetime import date

import django_tables2 as tables
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import F
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from bureau.org.models import Unit
from bureau.pages.by_key import Walk
from bureau.pages.tables import PAGED

pytestmark = pytest.mark.django_db
LINK = r'href="\?([^"]*)"\s*rel="{}"'


class Units(tables.Table):
    pk = tables.Column()
    valid_until = tables.Column()
    order = tables.Column()

    class Meta:
        model = Unit
        fields = ("short",)
        order_by = ("pk",)


@pytest.fixture
def shown(monkeypatch):
    """The table as an address asks for it, two rows a page, where ten rows are counted."""
    monkeypatch.setattr("bureau.pages.tables.COUNTED", 10)
    Unit.objects.bulk_create(
        Unit(name=f"第{n}办公室", short=f"{n}办", order=n % 3, initials="甲乙"[n % 2]) for n in range(40)
    )

    def show(query: str = "", units=None):
        request = RequestFactory().get(f"/?{query or 'per_page=2'}")
        table = Units(Unit.objects.order_by("pk") if units is None else units)
        tables.RequestConfig(request, paginate=PAGED).configure(table)
        return " ".join(table.as_html(request).split()), table

    return show


def way(html: str, rel: str) -> str:
    """The query of the link to the page before, or after; empty where there is none."""
    found = re.search(LINK.format(rel), html)
    return found[1].replace("&amp;", "&") if found else ""


def walk(shown, query: str, rel: str, **more) -> list[list[int]]:
    """The keys on each page, from this one on to where no link leads further."""
    pages = []
    while query and len(pages) < 50:
        html, table = shown(query, **more)
        pages.append([row.record.pk for row in table.paginated_rows])
        query = way(html, rel)
    return pages


def test_a_short_list_is_told_to_the_row(shown):
    html, _ = shown(units=Unit.objects.filter(pk__in=Unit.objects.order_by("pk")[:10]))
    assert "共 10 条，本页第 1—2 条" in html
    assert "查准确数" not in html
    assert "末页" not in html


def test_a_long_list_is_told_as_far_as_it_was_counted(shown):
    html, _ = shown()
    assert "共 10+ 条" in html
    assert "exact=1" in html


def test_who_asks_is_told_to_the_row(shown):
    html, _ = shown("per_page=2&exact=1")
    assert f"共 {Unit.objects.count()} 条" in html
    assert "查准确数" not in html


ORDERS = {
    "by key": ("pk",),
    "by what many share": ("order",),
    "down": ("-order", "-pk"),
    "by what some lack": (F("merged_on").asc(nulls_last=True), "-pk"),
    "by what some lack, first": ("-merged_on", "order"),
}


@pytest.fixture
def merged():
    """One of three units is gone into another."""
    first = Unit.objects.order_by("pk").first()
    Unit.objects.filter(order=1).exclude(pk=first.pk).update(
        merged_into=first, merged_on=date(2026, 3, 1), active=False
    )


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_the_way_on_and_back_leads_over_every_row_once(shown, merged, order):
    units = Unit.objects.order_by(*order)
    there = walk(shown, "per_page=3", "next", units=units)
    back = walk(shown, "per_page=3&at=last", "prev", units=units)
    every = [key for page in there for key in page]
    assert sorted(every) == sorted(Unit.objects.values_list("pk", flat=True))
    assert len(every) == len(set(every))
    assert back[0] == every[-3:]
    walked = [key for page in back[::-1] for key in page]
    assert walked[-20:] == every[-20:]


@pytest.mark.parametrize("page", ["0", "-3", "99999999999999999999999", "x"])
def test_a_page_that_is_not_there_is_answered_by_one_that_is(shown, page):
    assert len(shown(f"per_page=2&page={page}")[1].page.object_list) >= 1


@pytest.mark.parametrize(
    "forge", [str, str.swapcase, lambda at: at[1:], lambda _at: "x", lambda _at: "0:1:2"]
)
def test_a_place_that_is_none_here_is_answered_by_the_first_page(shown, forge):
    at = way(shown("per_page=2&page=5")[0], "next").partition("at=")[2]
    units = Unit.objects.order_by("pk") if forge is not str else Unit.objects.order_by("-pk")
    _, table = shown(f"per_page=2&at={forge(at)}&sort={'-pk' if forge is str else 'pk'}", units=units)
    assert [row.record.pk for row in table.paginated_rows][:1] == [
        Unit.objects.order_by("-pk" if forge is str else "pk").first().pk
    ]


def test_a_place_of_one_list_is_none_in_another(shown):
    """What it holds may be of another kind there, and the address would break the page."""
    units = Unit.objects.order_by("pk")
    _back, on = Walk(units, "").places(units.first(), units.last())
    back, _on = Walk(units, "").places(units.last(), units.first())
    for others in (
        Unit.objects.order_by("order"),
        Unit.objects.order_by("-pk"),
        Group.objects.order_by("name"),
    ):
        assert [Walk(others, "").at(at, 2) for at in (on, back)] == [([], False, False)] * 2


def test_a_page_far_on_is_read_in_as_many_statements_as_a_near_one(shown, django_assert_num_queries):
    with django_assert_num_queries(2):
        shown("per_page=2&page=3")
    far = way(shown("per_page=2&at=last")[0], "prev")
    with django_assert_num_queries(3):
        html, _ = shown(far)
    assert 'rel="prev"' in html


def test_no_page_counts_rows_that_it_does_not_show(shown):
    with CaptureQueriesContext(connection) as asked:
        shown(way(shown("per_page=2&at=last")[0], "prev"))
    assert not [one["sql"] for one in asked if "OFFSET" in one["sql"]]
