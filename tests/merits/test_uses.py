"""What is proposed because of a grade, and the table of what came of it."""

import pytest
from django.urls import reverse

from appraisal.cadres import actions
from appraisal.cadres.counting import groups
from appraisal.cadres.following import put_usual_uses
from appraisal.cadres.models import Merit, Use
from appraisal.cadres.next_link import find
from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from tests.appraisal.playing import appraiser
from tests.merits.playing import (
    HEAD,
    carry_out,
    grade_anew,
    merit_of,
    play,
    published,
    reopen,
    team,
    use_of,
)

pytestmark = pytest.mark.django_db
REASON = "重点工作两次被通报"


@pytest.fixture
def review(county):
    """The head in the third grade, the deputy in the fourth."""
    team(county)
    return play(county, published(county), "approved", head=("third", REASON), deputy=("fourth", REASON))


def test_what_follows_from_a_grade_is_proposed_and_nothing_from_the_fourth_by_itself(county, review):
    assert actions.propose_usual(appraiser(county), review) == 1
    assert [str(one) for one in Use.objects.all()] == ["县水利局局长：诫勉"]
    with pytest.raises(Barred, match="逐名选择"):
        actions.propose_usual(appraiser(county), review)


def test_the_county_decides_what_follows_from_a_grade(county, review, enter):
    page = enter(appraiser(county)).post(
        reverse("merits:usual_uses"),
        {"first": ["praise"], "second": ["praise"], "third": ["admonish", "move"], "fourth": ["remove"]},
    )
    assert page.status_code == 302
    assert actions.propose_usual(appraiser(county), review) == 1
    assert [str(one) for one in Use.objects.all()] == ["县水利局副局长：免职"]
    assert "三等：通常建议诫勉、调整，由有权机关决定" in [one.why for one in find(appraiser(county))]


def test_praise_and_what_weighs_do_not_follow_from_one_grade(county):
    with pytest.raises(Barred, match="三等不能既表扬、提拔，又诫勉、调整、免职或者降职"):
        put_usual_uses(appraiser(county), {"third": ["praise", "admonish"]})
    with pytest.raises(Refused):
        put_usual_uses(county.officer, {"third": ["admonish"]})


def test_what_does_not_follow_from_a_grade_says_why(county, review):
    head = merit_of(review, "head")
    with pytest.raises(Barred, match="三等通常不建议免职，请写明理由"):
        actions.propose(appraiser(county), head, ["remove"])
    with pytest.raises(Barred, match="不写干部的姓名"):
        actions.propose(appraiser(county), head, ["remove"], reason=f"{HEAD}不称职")
    actions.propose(appraiser(county), head, ["remove"], reason="连续两年三等")


def test_who_proposes_does_not_agree_nor_whom_it_is_about(county, review):
    head = merit_of(review, "head")
    actions.propose(county.director, head, ["admonish"])
    with pytest.raises(Refused, match="拟定人以外"):
        actions.agree(county.director, use_of(head, "admonish"))
    head.cadre.person = county.deputy
    head.cadre.save()
    with pytest.raises(Refused, match="涉及本人"):
        actions.agree(county.deputy, use_of(head, "admonish"))


def test_nothing_is_proposed_before_the_grades_were_approved(county):
    team(county)
    review = play(county, published(county), "graded")
    with pytest.raises(Refused, match="正在重新研究"):
        actions.propose(appraiser(county), merit_of(review, "head"), ["praise"])


def test_what_came_of_it_has_a_document_and_a_day(county, review):
    with pytest.raises(Barred, match="决定文号"):
        carry_out(county, merit_of(review, "deputy"), "demote", document="")


def test_the_table_counts_what_was_done_and_each_number_opens_its_list(county, review, client):
    carry_out(county, merit_of(review, "head"), "admonish")
    carry_out(county, merit_of(review, "deputy"), "demote")
    found = {one.key: one for one in groups(Merit.objects.filter(review=review))}
    assert (found["best"].count, found["third"].count, found["fourth"].count) == (0, 1, 1)
    assert {cell.label: cell.done for cell in found["fourth"].cells} == {"免职": 0, "降职": 1, "调整": 0}
    client.force_login(county.magistrate)
    page = client.get("/merits/").content.decode()
    for group in found.values():
        numbers = {"": (group.count, f"{group.count}")}
        numbers |= {f"&kind={cell.kind}": (cell.done, f"{cell.label} {cell.done} 人") for cell in group.cells}
        for more, (number, told) in numbers.items():
            url = f"/merits/counted/?period={review.period_id}&group={group.key}{more}"
            assert f'href="{url.replace("&", "&amp;")}">{told}</a>' in page
            assert client.get(url).context["paginator"].count == number


def test_what_was_not_taken_up_is_not_counted_as_done(county, review):
    carry_out(county, merit_of(review, "head"), "admonish", came="not_done", document="")
    found = groups(Merit.objects.filter(review=review))[1]
    assert [(cell.done, cell.asked) for cell in found.cells] == [(0, 1)]


def test_what_was_proposed_for_a_grade_that_is_no_more_is_neither_agreed_to_nor_sent(county):
    team(county)
    review = play(county, published(county), head=("third", REASON), deputy=("third", REASON))
    head, deputy = merit_of(review, "head"), merit_of(review, "deputy")
    actions.propose(appraiser(county), head, ["admonish"])
    actions.propose(appraiser(county), deputy, ["admonish"])
    actions.agree(county.director, use_of(deputy, "admonish"))
    reopen(county, review)
    grade_anew(county, review, head=("second", "复核后"), deputy=("second", "复核后"))
    with pytest.raises(Refused, match="按三等拟定的，等次现在是二等"):
        actions.agree(county.director, use_of(head, "admonish"))
    with pytest.raises(Refused, match="按三等拟定的，等次现在是二等"):
        actions.send(appraiser(county), use_of(deputy, "admonish"))
    actions.drop(appraiser(county), use_of(head, "admonish"), "等次已改。")
