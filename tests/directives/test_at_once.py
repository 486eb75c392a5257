"""Two people deciding at the same moment: exactly one wins, the other hears a sentence."""

from functools import partial

import pytest

from bureau.matters import chain
from bureau.matters.flow import NotNow
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from directives import actions
from directives.models import Directive
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def one_wins(*acts):
    """Run both; the one that lost was told, and the timelines are whole."""
    outcomes = together(*acts)
    lost = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [type(outcome) for outcome in lost] == [NotNow], lost
    assert "状态刚刚有了变化" in str(lost[0])
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def copy(directive) -> Directive:
    """As another browser has read it."""
    return Directive.objects.get(pk=directive.pk)


def test_deciding_proposing_and_closing(county):
    """One county for several races, for setting it up is what takes the time."""
    draft = county.directive("draft")
    one_wins(
        partial(actions.propose, county.officer, copy(draft)),
        partial(actions.propose, county.colleague, copy(draft)),
    )
    proposed = copy(draft)
    one_wins(
        partial(actions.approve, county.director, copy(proposed)),
        partial(actions.decline, county.deputy, copy(proposed), "重复"),
    )
    approved = county.directive("approved")
    one_wins(
        partial(actions.dispatch, county.officer, copy(approved)),
        partial(actions.dispatch, county.officer, copy(approved)),
    )
    assert copy(approved).matter.duties.filter(step="sign").count() == 1
    reviewing = county.directive("reviewing")
    one_wins(
        partial(actions.close, county.colleague, copy(reviewing)),
        partial(actions.send_back, county.director, copy(reviewing), "补办"),
    )


def test_a_double_approval_takes_one_number(county):
    proposed, follower = county.directive("proposed"), county.directive("proposed")
    one_wins(
        partial(actions.approve, county.director, copy(proposed)),
        partial(actions.approve, county.deputy, copy(proposed)),
    )
    actions.approve(county.director, follower)
    first, second = (copy(one).matter.number for one in (proposed, follower))
    assert first.replace("〕1号", "〕2号") == second


def test_units_and_the_bureau_at_once(county):
    running = county.directive("dispatched")
    one_wins(
        partial(assignments.sign, county.water_liaison, county.part(running)),
        partial(assignments.sign, county.water_head, county.part(running)),
    )
    one_wins(
        partial(actions.report, county.water_liaison, copy(running), "完成"),
        partial(actions.suspend, county.director, copy(running), "核实"),
    )
    other = county.directive("running")
    assignments.reply(county.water_liaison, county.part(other), "进展")
    answer = Reply.objects.get(assignment__matter=other.pk)
    one_wins(
        partial(replies.accept, county.officer, Reply.objects.get(pk=answer.pk)),
        partial(replies.send_back, county.colleague, Reply.objects.get(pk=answer.pk), "补充"),
    )


def test_many_answers_at_once_all_stand_in_one_whole_chain(county):
    running = county.directive("running", to=[county.water, county.roads])
    acts = [
        lambda place=place: assignments.reply(
            county.water_liaison if place % 2 else county.roads_liaison,
            county.part(running, county.water if place % 2 else county.roads),
            f"进展{place}",
        )
        for place in range(8)
    ]
    assert not [outcome for outcome in together(*acts) if isinstance(outcome, Exception)]
    assert Reply.objects.count() == 8
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]
