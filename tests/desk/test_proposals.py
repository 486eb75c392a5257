"""建议办理: what is proposed to a desk, with why; taken or left by a person."""

import pytest
from django.urls import reverse

from tests.appraisal.playing import appraiser
from tests.county import in_days
from tests.merits import playing as grading

pytestmark = pytest.mark.django_db
URL = reverse("desk:proposals")


def shown(enter, person, of: str = "") -> str:
    return enter(person).get(URL, {"of": of} if of else {}).content.decode()


def test_a_late_unit_is_proposed_a_paper_with_why_and_both_ways_out(county, enter):
    late = county.directive("running", due=in_days(-20))
    page = shown(enter, county.officer, "urging")
    assert late.matter.title in page
    assert "逾期满" in page
    assert "/issue/" in page or "发" in page
    assert "不采用" in page


def test_a_cadre_in_the_third_grade_is_proposed_to_the_desk_of_appraisal_alone(county, enter):
    grading.team(county)
    grading.play(county, grading.published(county), "approved", head=("third", "重点工作两次被通报"))
    page = shown(enter, appraiser(county), "use")
    assert "县水利局局长" in page
    assert "诫勉" in page
    assert grading.HEAD not in page
    assert enter(county.officer).get(URL, {"of": "use"}).status_code == 404


def test_an_overdue_matter_is_proposed_to_the_desk_of_accountability(county, enter):
    late = county.directive("running", due=in_days(-60))
    assert late.matter.number in shown(enter, county.inquirer, "clue")


@pytest.mark.parametrize("of", ["nothing", "\0", "clue", "adjustment"])
def test_what_is_not_of_ones_desk_is_not_there(county, enter, of):
    assert enter(county.officer).get(URL, {"of": of}).status_code == 404


def test_units_leaders_and_strangers_have_no_such_page(county, enter):
    for person in (county.water_liaison, county.magistrate, county.stranger, county.system):
        assert enter(person).get(URL).status_code == 404
