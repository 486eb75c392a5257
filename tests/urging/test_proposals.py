"""What the ladder asks for, and what it leaves alone."""

from datetime import date

import pytest

from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from bureau.notices.ladder import ORDER, Ladder
from bureau.notices.models import Kind, Rung
from bureau.urging import actions
from bureau.urging.proposals import clues, proposed
from directives import actions as directives
from tests.county import report
from tests.urging.lateness import DUE, LETTER, RED, SLIP, Late, places

pytestmark = pytest.mark.django_db
SLIPS, LETTERS, REDS = (ORDER[kind] for kind in (Kind.SLIP, Kind.LETTER, Kind.RED))


def test_nothing_is_proposed_before_the_due_time_has_passed(late):
    late.at("2026-11-24T23:00:00+08:00")
    assert places(late.county.officer) == []


@pytest.mark.parametrize("moment, place", [(SLIP, SLIPS), (LETTER, LETTERS), (RED, REDS)])
def test_each_rung_is_proposed_on_its_working_day(late, moment, place):
    late.at(moment)
    assert places(late.county.officer) == [("report", place)]


def test_days_off_bring_no_sharper_paper(late):
    late.at("2026-11-28T10:00:00+08:00")
    saturday = places(late.county.officer)
    late.at("2026-11-29T23:00:00+08:00")
    assert places(late.county.officer) == saturday == [("report", LETTERS)]


def test_the_bureaus_own_ladder_is_followed(late):
    Rung.objects.create(urgency="", kind=Kind.LETTER, workdays=1)
    late.at(SLIP)
    assert places(late.county.officer) == [("report", LETTERS)]


def test_an_issued_paper_is_proposed_again_only_on_the_next_rung(late):
    late.at(SLIP)
    late.slip()
    assert places(late.county.officer) == []
    late.at(LETTER)
    assert places(late.county.officer) == [("report", LETTERS)]


def test_a_waived_paper_is_proposed_again_only_on_the_next_rung(late):
    late.at(SLIP)
    actions.waive(late.county.officer, late.duty, Kind.SLIP, "已电话说明")
    assert places(late.county.officer) == []
    late.at(LETTER)
    assert places(late.county.officer) == [("report", LETTERS)]


def test_a_withdrawn_paper_is_proposed_anew(late):
    late.at(SLIP)
    paper = late.slip()
    actions.withdraw(late.county.director, paper, "发错单位")
    assert places(late.county.officer) == [("report", SLIPS)]


def test_a_moved_date_begins_the_ladder_again(late):
    county = late.county
    assignments.ask_extension(county.water_liaison, late.part, "汛期", "过半", date(2026, 12, 1))
    plea = Reply.objects.get(kind="extension")
    late.at(SLIP)
    assert places(late.county.officer) == [("report", SLIPS)]
    replies.grant_extension(county.director, plea, date(2026, 12, 1))
    assert places(late.county.officer) == []
    late.at("2026-12-02T10:00:00+08:00")
    assert places(late.county.officer) == [("report", SLIPS)]


def test_a_report_that_waits_for_review_proposes_nothing(late):
    late.at(LETTER)
    report(late.county, late.directive)
    assert places(late.county.officer) == []


def test_what_came_back_goes_on_where_its_papers_stood(late):
    late.at(SLIP)
    late.slip()
    report(late.county, late.directive)
    directives.send_back(late.county.officer, late.directive, "无佐证")
    assert places(late.county.officer) == []
    late.at(LETTER)
    assert places(late.county.officer) == [("report", LETTERS)]


def test_a_suspended_and_a_void_matter_propose_nothing(late):
    late.at(LETTER)
    directives.suspend(late.county.director, late.directive, "等待批复")
    assert places(late.county.officer) == []
    directives.void(late.county.director, late.directive, "并入他项")
    assert places(late.county.officer) == []


def test_a_report_returned_twice_is_red_though_it_is_not_late(late):
    for reason in ("无佐证", "仍无佐证"):
        assert places(late.county.officer) == []
        report(late.county, late.directive)
        directives.send_back(late.county.officer, late.directive, reason)
    assert places(late.county.officer) == [("report", REDS)]


def test_a_red_card_answers_for_the_two_returns_before_it(late):
    late.return_twice()
    late.red()
    assert places(late.county.officer) == []


def test_a_head_who_hands_a_draft_back_returns_nothing(county, friday):
    late = Late(county, friday, to=[county.water])
    county.water.countersigns = True
    county.water.save()
    for _ in range(2):
        directives.draft_report(county.water_liaison, late.directive, "已完成")
        replies.hand_back(county.water_head, Reply.objects.filter(kind="final").first(), "再核")
    assert places(late.county.officer) == []


def test_every_step_that_a_unit_owes_is_proposed_for_its_own_unit(county, friday):
    county.directive("dispatched", to=[county.water, county.roads], due=DUE, urgency="normal")
    friday.move_to("2026-12-01T10:00:00+08:00", tick=False)
    found = {(duty.assignment.unit.short, duty.step) for duty in proposed(county.officer, Ladder())}
    assert found == {
        ("县水利局", "sign"),
        ("县水利局", "first_reply"),
        ("县水利局", "report"),
        ("县交通运输局", "sign"),
        ("县交通运输局", "part"),
    }


def test_an_answer_that_is_late_is_asked_for_by_no_paper(late):
    late.at(SLIP)
    late.slip()
    late.at("2026-12-10T10:00:00+08:00")
    assert places(late.county.officer) == [("report", REDS)]


def test_nobody_but_the_desk_is_proposed_anything(late):
    late.at(RED)
    reads = {name for name, person in late.county.cast.items() if places(person)}
    assert reads == {"officer", "colleague", "director", "deputy"}


def test_a_sealed_matter_is_proposed_to_its_officer_and_the_leaders_alone(county, friday):
    county.directive("running", due=DUE, urgency="normal", secrecy="sealed")
    friday.move_to(RED, tick=False)
    assert places(county.officer) == places(county.director) != []
    assert places(county.colleague) == []


def test_a_red_card_that_helped_nothing_is_a_clue(late):
    late.return_twice()
    paper = late.red()
    assert list(clues(late.county.officer)) == []
    late.at("2026-12-10T10:00:00+08:00")
    assert list(clues(late.county.officer)) == [paper]
    assert list(clues(late.county.water_liaison)) == []
    report(late.county, late.directive)
    assert list(clues(late.county.officer)) == []
