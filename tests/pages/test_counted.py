"""How many there are: counted as far as it is quick, and exactly for who asks."""

import django_tables2 as tables
import pytest
from django.test import RequestFactory

from bureau.org.models import Unit
from bureau.pages.tables import PAGED

pytestmark = pytest.mark.django_db


class Units(tables.Table):
    class Meta:
        model = Unit
        fields = ("short",)
        order_by = ("pk",)


@pytest.fixture
def shown(monkeypatch):
    """The table as an address asks for it, two rows a page, where ten rows are counted."""
    monkeypatch.setattr("bureau.pages.tables.COUNTED", 10)
    Unit.objects.bulk_create(Unit(name=f"第{n}办公室", short=f"{n}办") for n in range(40))

    def show(query: str = "", units=None):
        request = RequestFactory().get(f"/?per_page=2&{query}")
        table = Units(Unit.objects.order_by("pk") if units is None else units)
        tables.RequestConfig(request, paginate=PAGED).configure(table)
        return " ".join(table.as_html(request).split()), table

    return show


def test_a_short_list_is_told_to_the_row(shown):
    html, _ = shown(units=Unit.objects.filter(pk__in=Unit.objects.order_by("pk")[:10]))
    assert "共 10 条，本页第 1—2 条" in html
    assert "查准确数" not in html


def test_a_long_list_is_told_as_far_as_it_was_counted(shown):
    html, _ = shown("page=1")
    assert "共 12+ 条" in html  # to the end of the sixth page
    assert "exact=1" in html


def test_who_asks_is_told_to_the_row(shown):
    html, _ = shown("exact=1")
    assert f"共 {Unit.objects.count()} 条" in html
    assert "查准确数" not in html


def test_the_way_on_leads_to_the_last_row(shown):
    seen, page = [], 1
    while True:
        html, table = shown(f"page={page}")
        seen += [row.record.pk for row in table.page.object_list]
        if 'rel="next"' not in html:
            break
        page = table.page.next_page_number()
    assert seen == list(Unit.objects.order_by("pk").values_list("pk", flat=True))


@pytest.mark.parametrize("page", ["0", "-3", "99999999999999999999999", "x"])
def test_a_page_that_is_not_there_is_answered_by_one_that_is(shown, page):
    assert len(shown(f"page={page}")[1].page.object_list) >= 1


def test_a_long_list_is_read_in_two_statements(shown, django_assert_num_queries):
    with django_assert_num_queries(2):
        shown("page=3")
