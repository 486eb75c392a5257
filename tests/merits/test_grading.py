"""Who of a class of cadres may be first: by the line and by a share, one of three at least, more where the unit came out first."""

from datetime import date
from decimal import Decimal

import pytest

from appraisal.cadres import actions
from appraisal.cadres.models import Merit
from bureau.jobs.barred import Barred
from tests.appraisal.playing import appraiser, held
from tests.merits.playing import published, take_post

pytestmark = pytest.mark.django_db
NAMES = ("钟离甲", "司马乙", "欧阳丙", "夏侯丁", "诸葛戊")
TITLES = ("局长", "副局长", "总工程师", "纪检组长", "副书记")


@pytest.fixture
def graded(county):
    """Five of the water bureau, each with the same value for everything; their grades and reasons by title."""

    def of(*values: str, **shares: Decimal) -> dict[str, tuple[str, str]]:
        for name, title in zip(NAMES[: len(values)], TITLES, strict=False):
            take_post(county, name, county.water, title, "member", date(2024, 3, 1))
        review = actions.begin(appraiser(county), published(county, **shares))
        merits = {one.position.title: one for one in review.merits.select_related("position")}
        given = {
            merits[title].pk: actions.Values(*[Decimal(value)] * 3)
            for title, value in zip(TITLES, values, strict=False)
        }
        actions.enter(appraiser(county), review, given)
        found = Merit.objects.filter(review=review).select_related("position")
        return {one.position.title: (one.proposed_grade, one.grade_why) for one in found}

    return of


def grades(found) -> list[str]:
    return [found[title][0] for title in TITLES if title in found]


def test_of_five_one_is_first_by_a_share_of_a_fifth(graded):
    found = graded("99", "98", "97", "85", "70", first_share=Decimal(20), outstanding_share=Decimal(20))
    assert grades(found) == ["first", "second", "second", "second", "second"]
    assert found["副局长"][1].endswith("定等干部5名，一等按20%最多1名，居第2名")


def test_whose_unit_came_out_first_has_the_raised_share(graded, county):
    """Water has 98 points, finance 100; with everybody admitted, water is first too."""
    found = graded("99", "98", "97", "85", "70", first_share=ALL_UNITS, outstanding_share=Decimal(40))
    assert grades(found) == ["first", "first", "second", "second", "second"]


ALL_UNITS = Decimal(100)


def test_of_two_none_is_first_by_a_fifth_and_of_three_one_is(graded):
    assert (
        grades(graded("99", "98", first_share=Decimal(20), outstanding_share=Decimal(20))) == ["second"] * 2
    )


def test_of_three_one_is_first_whatever_the_share(graded):
    found = graded("99", "98", "97", first_share=Decimal(20), outstanding_share=Decimal(20))
    assert grades(found) == ["first", "second", "second"]


def test_equals_at_the_line_are_decided_by_the_meeting(graded, county):
    found = graded("99", "99", "97", "85", "70", first_share=Decimal(20), outstanding_share=Decimal(20))
    assert grades(found) == ["", "", "second", "second", "second"]
    assert "并列在线上，由集体研究决定" in found["局长"][1]
    merits = {
        one.position.title: one for one in Merit.objects.select_related("position", "review__period__matter")
    }
    review = merits["局长"].review
    with pytest.raises(Barred, match="并列在一等比例的线上，请定等"):
        actions.deliberate(appraiser(county), review, held(), {})
    decided = {
        merits["局长"].pk: ("first", "完成急难任务"),
        merits["副局长"].pk: ("second", "同分，分管工作少一项"),
    }
    actions.deliberate(appraiser(county), review, held(), decided)
    assert Merit.objects.get(pk=merits["局长"].pk).grade == "first"


def test_nobody_is_lowered_to_fill_a_quota(graded):
    found = graded("75", "74", "73", "72", "71", first_share=Decimal(20), outstanding_share=Decimal(20))
    assert set(grades(found)) == {"second"}  # each above the line of the second with the unit's points
