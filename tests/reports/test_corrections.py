"""更正: what is issued never changes; another issue says what was wrong, and both pages lead to each other."""

import pytest

from bureau.jobs.barred import Barred
from reports import actions
from reports.models import Bulletin
from tests.reports.conftest import text_of
from tests.reports.screen import DESK
from tests.reports.specials import fresh, issue, survey


def corrected(county, wrong) -> Bulletin:
    correction = actions.draft_correction(county.officer, wrong)
    body = correction.body.replace("【请写明原文】", "办结1项").replace("【请写明正确的内容】", "办结2项")
    actions.edit(county.officer, correction, text_of(correction) | {"body": body}, {})
    return fresh(correction)


def test_a_correction_is_the_next_issue_to_the_same_receivers(county, issued):
    correction = issue(county, corrected(county, issued))
    assert correction.issue_no == issued.issue_no + 1
    assert correction.title == f"关于《{issued.title}》的更正"
    assert set(correction.units.all()) == set(issued.units.all())
    assert "“办结1项”有误，应为“办结2项”" in correction.body


def test_the_two_pages_lead_to_each_other(county, issued, enter):
    correction = issue(county, corrected(county, issued))
    stranger = enter(county.school_head)
    assert correction.get_absolute_url() in stranger.get(issued.get_absolute_url()).content.decode()
    assert issued.get_absolute_url() in stranger.get(correction.get_absolute_url()).content.decode()


def test_a_correction_that_is_being_drafted_is_the_desks_own(county, issued, enter):
    correction = corrected(county, issued)
    assert correction.title not in enter(county.school_head).get(issued.get_absolute_url()).content.decode()


@pytest.mark.parametrize("state", ["draft", "twice", "of_itself"])
def test_what_needs_no_correction_gets_none(county, issued, draft, state):
    wrong = {"draft": lambda: actions.draft_from_source(county.officer, county.source)}.get(
        state, lambda: issued
    )()
    if state == "twice":
        actions.draft_correction(county.officer, issued)
    if state == "of_itself":
        wrong = issue(county, corrected(county, issued))
    with pytest.raises(Barred):
        actions.draft_correction(county.officer, wrong)


def test_only_the_desk_corrects(county, issued):
    for person in (county.water_liaison, county.magistrate, county.system):
        with pytest.raises(Barred):
            actions.draft_correction(person, issued)


def test_the_correction_of_what_quotes_something_sealed_is_as_hidden_as_that(county, enter):
    sealed = county.directive("running", secrecy="sealed", title="绝不能说的事")
    paper = issue(county, survey(county, sealed.matter, readers=[county.magistrate]))
    correction = actions.draft_correction(county.officer, paper)
    seeing = {
        name
        for name, person in county.cast.items()
        if Bulletin.objects.visible_to(person).filter(pk=correction.pk).exists()
    }
    assert seeing == DESK - {"colleague", "clerk", "inquirer"}
    assert "绝不能说的事" not in enter(county.colleague).get("/reports/").content.decode()
