"""What the ledgers propose: of whom, with whose points, in which words; and whose it is once units were merged."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from appraisal import flow
from appraisal.actions import adjusting, adjustment_rules
from appraisal.models import AdjustmentRule
from appraisal.proposals import happened_between, proposed, taken_back
from bureau.matters.merger.merge import merge
from bureau.matters.parts import assignments
from directives import actions as directing
from tests.appraisal.playing import appraiser, begin, draft, part_of, play, publish

pytestmark = pytest.mark.django_db
LATER = timedelta(days=40)  # after the date of every directive that is played


@pytest.fixture
def period(county):
    return play(county, begin(county, publish(county, draft(county))), "collecting")


def happened() -> list:
    today = timezone.localdate()
    return list(happened_between(today - timedelta(days=60), today))


def told(period) -> set[tuple]:
    """(unit, which rule, points) of what is proposed now."""
    return {(one.appraised.unit, one.rule.label, one.points) for one in proposed(period, happened())}


# --- taken up ---------------------------------------------------------------------------------------------------
def test_a_unit_that_takes_up_a_suggestion_by_a_paper_is_praised_for_it(county, period):
    county.suggestion("adopted")
    assert told(period) == {(county.water, "采纳督查建议并形成文件", Decimal("0.5"))}


@pytest.mark.parametrize("of", [{"recipient": "magistrate"}, {"meeting": "县人民政府常务会议"}], ids=str)
def test_what_a_leader_or_a_meeting_takes_up_praises_no_unit(county, period, of):
    county.suggestion("adopted", **{key: getattr(county, value, value) for key, value in of.items()})
    assert told(period) == set()


def test_what_is_taken_up_without_a_paper_praises_nobody_yet(county, period):
    county.suggestion("answered")
    assert told(period) == set()


def test_a_sealed_suggestion_is_told_to_nobody(county, period):
    county.suggestion("adopted", about=county.directive("running", secrecy="sealed").matter)
    assert told(period) == set()


# --- overdue ---------------------------------------------------------------------------------------------------
def test_who_helps_and_did_not_do_its_part_loses_what_the_scheme_says_for_it(county, period):
    county.directive(to=[county.water, county.roads])
    with time_machine.travel(timezone.now() + LATER, tick=False):
        assert told(period) == {
            (county.water, "督办事项逾期", Decimal(-1)),
            (county.roads, "督办事项逾期", Decimal("-0.5")),
        }


def test_who_did_its_own_part_in_time_loses_nothing_by_who_leads(county, period):
    directive = county.directive(to=[county.water, county.roads])
    assignments.finish(county.roads_liaison, county.part(directive, county.roads), "道路已修复")
    with time_machine.travel(timezone.now() + LATER, tick=False):
        assert {unit for unit, _rule, _points in told(period)} == {county.water}


def test_where_the_scheme_says_nothing_of_who_helps_it_loses_nothing(county):
    scheme = draft(county)
    rule = AdjustmentRule.objects.get(scheme=scheme, source="overdue")
    rule.co_points = None
    adjustment_rules.put_rule(appraiser(county), scheme, rule)
    period = play(county, begin(county, publish(county, scheme)), "collecting")
    county.directive(to=[county.water, county.roads])
    with time_machine.travel(timezone.now() + LATER, tick=False):
        assert {unit for unit, _rule, _points in told(period)} == {county.water}


def test_nobody_loses_by_what_was_finished_in_time(county, period):
    county.directive("closed", to=[county.water, county.roads])
    with time_machine.travel(timezone.now() + LATER, tick=False):
        assert told(period) == set()


def test_a_title_beyond_all_measure_leaves_room_for_what_happened(county, period):
    county.directive(title="整治" * 240)
    with time_machine.travel(timezone.now() + LATER, tick=False):
        (one,) = proposed(period, happened())
        assert one.happening.words.endswith("没有办结")
        assert adjusting.of_proposal(one).quoted == one.happening.words


# --- who it was ------------------------------------------------------------------------------------------------
def test_who_carries_on_bears_what_was_proposed_for_its_predecessor_once(county, period):
    directive = county.directive("reviewing", to=[county.school])
    directing.send_back(county.officer, directive, "没有附问题清单")
    assert told(period) == set()
    merge(county.system, county.school, county.roads, timezone.localdate())
    (one,) = proposed(period, happened())
    assert one.appraised == part_of(period, county.roads)
    made = adjusting.enter(appraiser(county), one.appraised, adjusting.of_proposal(one))
    adjusting.confirm(appraiser(county), made)
    assert told(period) == set()
    assert taken_back(period, happened()) == []


# --- what is printed -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("door", "name"), [("take_up", "words"), ("leave_out", "reason")])
def test_what_the_press_has_no_sign_for_is_told_in_the_form(county, period, enter, door, name):
    directive = county.directive("reviewing")
    directing.send_back(county.officer, directive, "没有附问题清单")
    (one,) = proposed(period, happened())
    url = reverse(f"appraisal:{door}", args=[one.appraised.pk, one.happening.key])
    browser = enter(appraiser(county))
    page = browser.get(url)
    answer = browser.post(url, dict(page.context["hidden"].items()) | {name: "已核实\U0001f600"})
    assert "字库里没有这些字：「\U0001f600」（U+1F600）" in answer.content.decode()
    assert not one.appraised.adjustments.exists()


@pytest.mark.parametrize("step", [flow.REVOKE, flow.DISMISS, flow.CORRECT, flow.APPROVE])
def test_what_steps_ask_for_and_papers_print_is_looked_at_before(step):
    text = next(ask for ask in step.asks if ask.name in ("reason", "paper"))
    assert text.printed
