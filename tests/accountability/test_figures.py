"""问责统计: persons and measures counted apart, published tables digit for digit, every figure the list behind it."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability.counting import Counting, Dealt, Tally, figures, month_of
from accountability.figures import Figure
from accountability.models import Case
from bureau.matters.counting.figures import Ratio
from bureau.pages.period import of
from tests.accountability import playing
from tests.accountability.playing import play, register_people

YEAR = "year"


def persons(count: int, *measures: str, start: int = 0) -> list[Dealt]:
    return [Dealt(f"c{start + number}", True, measures) for number in range(count)]


# --- published tables (rooms §18.2) -----------------------------------------------------------------------
def test_b1_787_persons_carry_827_measures():
    found = [
        *persons(40, "组织处理", "处分"),
        *persons(291, "处分", start=40),
        *persons(421, "组织处理", start=331),
        *persons(35, "移送", start=752),
    ]
    tally = Tally(found)
    assert (tally.persons, tally.measures) == (787, 827)
    assert tally.by_measure == {"处分": 331, "组织处理": 461, "移送": 35}


def test_b2_nine_persons_of_one_case():
    tally = Tally([*persons(1, "严重警告"), *persons(2, "警告", start=1), *persons(6, "诫勉", start=3)])
    assert (tally.persons, tally.measures) == (9, 9)


def test_b3_more_cases_than_persons():
    tally = Tally([*persons(3, "处分"), *persons(25, "问责", start=3)])
    assert tally.persons == 28 < 40


def test_b8_and_b4_shares():
    assert Ratio(72, 1347).hundredths == "5.35"
    assert Ratio(239, 1347).hundredths == "17.74"
    assert Ratio(525, 596).hundredths == "88.09"
    assert 332 + 150 + 113 == 595


def test_b5_differences_and_shares_with_the_misprint_put_right():
    now = {"总": 550, "检控": 401, "业务外": 136, "来访": 88}
    before = {"总": 847, "检控": 687, "业务外": 157, "来访": 107}
    assert {name: now[name] - before[name] for name in now} == {
        "总": -297,
        "检控": -286,  # published as 268 fewer
        "业务外": -21,
        "来访": -19,
    }
    assert [Ratio(part, 401).percent for part in (292, 27, 8, 74)] == [73, 7, 2, 18]
    assert Ratio(123 + 97 + 30, 401).hundredths == "62.34"


def test_b6_shares_of_what_came_to_the_county_itself():
    assert [Ratio(part, 68).percent for part in (50, 6, 12)] == [74, 9, 18]  # 9 was published as 8
    assert [Ratio(part, 68).percent for part in (23, 4, 7, 33, 1)] == [34, 6, 10, 49, 1]


def test_b7_shares_and_growth_with_the_misprint_put_right():
    assert [Ratio(part, 461).tenths for part in (206, 164, 41, 50)] == ["44.7", "35.6", "8.9", "10.8"]
    assert [Ratio(part, 461).tenths for part in (334, 89, 34, 4)] == ["72.5", "19.3", "7.4", "0.9"]
    assert Ratio(245, 461 - 245).tenths == "113.4"  # published as 123.8


def test_b9_b10_and_b11_boards():
    assert Ratio(914, 930).hundredths == "98.28"
    assert Ratio(26, 117).tenths == "22.2"


# --- of the ledger ------------------------------------------------------------------------------------------
def counted(person) -> Counting:
    return Counting(Case.objects.visible_to(person), of(timezone.localdate().year, YEAR))


@pytest.mark.django_db
def test_a_person_of_two_cases_is_counted_once_and_each_measure(county):
    people = register_people(county)
    play(county, "decided", people=people)
    play(county, "decided", people=people, summary="另一件。")
    total = counted(county.director).total
    assert (total[Figure.CLUES], total[Figure.CASES]) == (2, 2)
    assert (total[Figure.UNITS], total[Figure.PERSONS], total[Figure.MEASURES]) == (1, 2, 4)
    assert total[Figure.RUNNING] == 2


def test_a_case_that_is_filed_in_the_night_counts_in_the_countys_month():
    assert month_of(datetime(2026, 11, 30, 16, 30, tzinfo=UTC)) == "2026-12"
    assert month_of(date(2026, 11, 30)) == "2026-11"


@pytest.mark.django_db
def test_every_figure_leads_to_the_cases_that_were_counted(county, enter):
    it = play(county, "decided")
    playing.receipt(it, "unit", "decision")
    browser = enter(county.inquirer)
    page = browser.get(reverse("accountability:figures"))
    for label, count, url in page.context["total"]:
        shown = len(browser.get(url).context["table"].rows)
        assert (label, shown) == (label, 1 if count else 0)
    for table in page.context["tables"]:
        for line in table["lines"]:
            for _label, count, url in line["cells"]:
                assert url or count is None
                if url:
                    assert len(browser.get(url).context["table"].rows) == (1 if count else 0)


@pytest.mark.django_db
def test_figures_are_taken_along_printed_and_read_by_machines(county, enter):
    play(county, "decided")
    browser = enter(county.inquirer)
    url = reverse("accountability:figures")
    assert browser.get(url, {"print": 1})["Content-Type"] == "application/pdf"
    assert "spreadsheet" in browser.get(url, {"export": "xlsx"})["Content-Type"]
    told = figures(of(timezone.localdate().year, YEAR))
    assert told["total"]["persons"] == 2
    assert set(told["groups"]) == {"source", "fault", "measure", "unit", "rank", "month"}


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["officer", "clerk", "water_head", "stranger", "system"])
def test_for_everybody_else_there_are_no_figures(county, enter, who):
    assert enter(getattr(county, who)).get(reverse("accountability:figures")).status_code == 404
