"""What stands on a unit's record: every figure is what its list shows."""

import re
from html import unescape

import pytest
from django.utils import timezone

from bureau.matters.deadlines.lights import Lights
from bureau.urging import actions
from bureau.urging.monthly import by_month, columns_of, first_month
from bureau.urging.records import matter_figures, paper_figures, readable_units, reply_figures
from tests.urging.lateness import LETTER, SLIP, Late

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(county, friday, enter):
    """Four slips to water: answered in time, answered late, not answered, withdrawn; a report returned twice."""
    lates = [Late(county, friday) for _ in range(5)]
    friday.move_to(SLIP, tick=False)
    papers = [late.slip() for late in lates[:4]]
    actions.answer(county.water_liaison, papers[0], "下周完成")
    actions.withdraw(county.director, papers[3], "发错")
    lates[4].return_twice()
    friday.move_to("2026-12-01T10:00:00+08:00", tick=False)
    actions.answer(county.water_liaison, papers[1], "下周完成")
    return county


def since():
    return first_month(timezone.localdate())


def listed(browser, url) -> int:
    """How many rows the list behind a figure has."""
    page = browser.get(unescape(url)).content.decode()
    found = re.search(r"共 (\d+) 条", page)
    return int(found.group(1)) if found else 0


def test_the_year_begins_eleven_months_before_this_one(time_machine):
    time_machine.move_to("2027-01-31T23:00:00+08:00")
    assert timezone.localdate(since()).isoformat() == "2026-02-01"
    time_machine.move_to("2026-12-31T23:59:00+08:00")
    assert timezone.localdate(since()).isoformat() == "2026-01-01"


def test_papers_are_counted_by_kind_and_by_answer(year):
    figures = {one.label: (one.part, one.whole) for one in paper_figures(year.officer, year.water, since())}
    assert figures == {
        "催办单": (3, 3),
        "督办函（黄牌）": (0, 3),
        "红牌并约谈": (0, 3),
        "按时回复": (1, 3),
    }


@pytest.mark.parametrize("name", ["officer", "water_liaison"])
def test_every_figure_is_what_its_list_shows(year, enter, name):
    person, browser = year.cast[name], enter(year.cast[name])
    figures = paper_figures(person, year.water, since())
    figures += [one for row in matter_figures(person, year.water, Lights()) for one in row["figures"]]
    assert len(figures) == 8
    for one in figures:
        assert (one.label, listed(browser, one.url)) == (one.label, one.part)
        if one.whole_url:
            assert (one.label, listed(browser, one.whole_url)) == (one.label, one.whole)


def test_returned_reports_stand_beside_those_sent(year):
    figures = {
        one.label: (one.part, one.whole)
        for one in reply_figures(columns_of(year.officer, year.water, since()))
    }
    assert figures == {"办结报告被退回": (2, 2), "延期获准": (0, 0)}


def test_months_show_what_happened_in_them(year):
    rows = by_month(columns_of(year.officer, year.water, since()), since())
    assert [f"{row['month']:%Y-%m}" for row in rows] == ["2026-11"]
    assert (rows[0]["slip"], rows[0]["dispatched"], rows[0]["returned"], rows[0]["sent"]) == (3, 5, 2, 2)


def test_a_record_holds_nothing_that_its_reader_may_not_see(year, friday):
    hidden = Late(year, friday, secrecy="sealed")
    friday.move_to("2026-12-02T10:00:00+08:00", tick=False)
    assert hidden.duty

    def total(person):
        figures = matter_figures(person, year.water, Lights())
        return sum(one.part for row in figures for one in row["figures"])

    assert total(year.officer) == total(year.magistrate) == total(year.colleague) + 1
    assert total(year.water_liaison) == total(year.colleague)


def test_who_reads_which_record(county):
    def readers(unit):
        reading = county.cast.items()
        return {name for name, person in reading if readable_units(person).filter(pk=unit.pk).exists()}

    desk = {"officer", "colleague", "clerk", "inquirer", "director", "deputy"}
    assert readers(county.water) == desk | {"water_liaison", "water_head", "magistrate", "vice"}
    assert readers(county.roads) == desk | {"roads_liaison", "magistrate"}
    assert readers(county.court) == set()  # no unit that is supervised


def test_the_index_shows_all_units_in_their_order_and_ranks_none(year, enter):
    page = enter(year.officer).get("/urging/units/").content.decode()
    assert "不是排名" in page
    shorts = re.findall(r'units/\d+/">(\S+?)</a>', page)
    assert shorts == ["县水利局", "县交通运输局", "县财政局", "县教育局", "马石镇"]
    row = next(
        row for row in enter(year.officer).get("/urging/units/").context["rows"] if row["unit"] == year.water
    )
    assert (row["total"], row["late"], row["slip"]) == (5, 5, 3)


def test_units_in_trouble_stand_first_and_the_others_are_folded(year, enter):
    context = enter(year.officer).get("/urging/units/").context
    assert year.water in [row["unit"] for row in context["rows"]]
    assert all(row["late"] or row["slip"] or row["letter"] or row["red"] for row in context["rows"])
    assert not any(row["late"] or row["slip"] for row in context["others"])


def test_a_unit_without_anything_is_told_so(county, enter):
    page = enter(county.horse_liaison).get(f"/urging/units/{county.horse.pk}/").content.decode()
    assert "还没有交办给该单位的事项" in page


def test_a_letter_is_on_the_record_in_its_own_column(county, friday):
    late = Late(county, friday)
    late.at(SLIP).slip()
    late.at(LETTER).letter()
    row = by_month(columns_of(county.officer, county.water, since()), since())[0]
    assert (row["slip"], row["letter"], row["red"]) == (1, 1, 0)
