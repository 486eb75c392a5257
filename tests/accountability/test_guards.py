"""What such practice is blamed for (rooms §17.2): each a guard, or said before it is done."""

import pytest
from django.urls import reverse

from accountability import actions
from accountability.models import Case, Sanction
from accountability.sanctioning import follows_on_a_unit, like_cases, only_the_last_link, unlike
from bureau.matters.models import Link
from directives.models import Directive
from tests.accountability.playing import found, keys, measure, play, register_people
from tests.complaints.playing import barred
from tests.county import in_days

pytestmark = pytest.mark.django_db


def test_like_cases_are_counted_beside_a_measure_and_name_nobody(county):
    people = register_people(county)
    play(county, "decided", people=people)
    other = play(county, "reported", people=people, summary="另一件。")
    assert [(one["measure__label"], one["count"]) for one in like_cases(other.subject("deputy"))] == [
        ("诫勉谈话", 1)
    ]


@pytest.mark.parametrize("key, word", [("reminder", "都轻"), ("removal", "都重"), ("admonition", "")])
def test_what_is_lighter_or_heavier_than_every_like_case_is_flagged(county, key, word):
    people = register_people(county)
    for number in range(3):
        play(county, "decided", people=people, summary=f"第{number}件。")
    other = play(county, "investigating", people=people, summary="另一件。")
    actions.find(other.second, other.subject("deputy"), "没有复查。", "direct", keys(key))
    assert word in unlike(other.subject("deputy"))
    assert bool(unlike(other.subject("deputy"))) is bool(word)


def test_it_is_asked_whether_the_last_link_is_all(county):
    it = play(county, "investigating")
    for who in ("unit", "deputy"):
        actions.find(
            it.second,
            it.subject(who),
            "没有复查。",
            "direct",
            keys("circular" if who == "unit" else "reminder"),
        )
    assert only_the_last_link(it.record)
    found(it)
    assert not only_the_last_link(it.record)


def test_what_goes_with_a_units_measure_is_told(county):
    it = play(county, "reported")
    assert follows_on_a_unit(it.subject("unit")) == ["通报批评的，主要负责人相应：诫勉谈话"]
    assert follows_on_a_unit(it.subject("deputy")) == []


def test_what_is_put_right_is_followed_up_as_a_directive_that_tells_nothing_of_the_case(county):
    it = play(county, "resolved")
    Sanction.objects.filter(subject=it.subject("unit")).update(measure=measure("rectify"))
    actions.decide(county.director, it.subject("unit"), "local")
    assert "局领导" in barred(
        actions.rectify, county.inquirer, it.sanction("unit", "rectify"), "落实停产复查", in_days(20)
    )
    actions.rectify(county.director, it.sanction("unit", "rectify"), "落实停产复查", in_days(20))
    directive = Directive.objects.select_related("matter").get()
    assert directive.matter.title == "落实停产复查"
    assert it.record.matter.title not in str(vars(directive))
    assert Link.objects.filter(source=directive.matter, target=it.record.matter).exists()


@pytest.mark.parametrize("place", ["matter", "urging", "visit", "bulletin"])
def test_a_clue_begins_in_one_click_wherever_it_is_noticed(scene_free, county, enter, place):
    url = scene_free(place)
    page = enter(county.director).get(url).content.decode()
    begins = reverse("accountability:new") + "?"
    assert begins in page


@pytest.fixture
def scene_free(county):
    """The address of a page of that sort."""
    from bureau.urging import actions as urging
    from reports import actions as bulletins
    from tests.house.scene import owed

    def address(place: str) -> str:
        if place == "visit":
            return county.inspection("visited").targets.get().get_absolute_url()
        if place == "bulletin":
            start = bulletins.Start("notice", "bureau", "")
            return bulletins.draft_text(county.officer, start, "有关情况", "一、情况").get_absolute_url()
        record = county.directive("running", to=[county.water], due=in_days(-30))
        if place == "urging":
            return urging.issue(county.officer, owed(record, "report"), "slip").get_absolute_url()
        return record.get_absolute_url()

    return address


def test_no_field_sets_a_number_to_be_reached_and_no_list_ranks_persons():
    names = {field.name for model in (Case, Sanction) for field in model._meta.get_fields()}
    assert not names & {"quota", "target", "score", "rank"}
