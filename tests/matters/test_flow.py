"""State has one writer, and the writer compares before it sets."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bureau.matters import chain, timeline
from bureau.matters.deadlines.rulebook import same_rules
from bureau.matters.flow import Move, NotNow, State, Step, move, sentence
from bureau.matters.models import Matter
from bureau.matters.policy import always
from directives import actions, flow
from directives.models import Directive

pytestmark = pytest.mark.django_db


def test_a_step_turns_the_record_and_its_cover_and_writes_one_line(county):
    directive = county.directive("draft")
    entry = flow.FLOW.take(flow.PROPOSE, directive, county.officer)
    stored = Directive.objects.get(pk=directive.pk)
    assert stored.state == "proposed"
    assert (stored.matter.stage, stored.matter.phase) == ("待审定", "preparing")
    assert stored.matter.entries.first() == entry
    assert entry.sentence == f"{county.officer.signature} 提请审定"


def test_a_record_read_too_early_is_not_moved(county):
    directive = county.directive("draft")
    early = Directive.objects.get(pk=directive.pk)
    flow.FLOW.take(flow.PROPOSE, directive, county.officer)
    lines = directive.matter.entries.count()
    with pytest.raises(NotNow, match="状态刚刚有了变化，现在不能“提请审定”"):
        flow.FLOW.take(flow.PROPOSE, early, county.officer)
    assert directive.matter.entries.count() == lines


def test_a_step_from_another_state_changes_nothing(county):
    directive = county.directive("draft")
    version = Matter.objects.get(pk=directive.pk).version
    with pytest.raises(NotNow):
        flow.FLOW.take(flow.CLOSE, directive, county.officer)
    stored = Directive.objects.get(pk=directive.pk)
    assert (stored.state, stored.matter.version) == ("draft", version)


def test_a_failing_change_takes_the_whole_step_back(county):
    directive = county.directive("draft")
    lines = directive.matter.entries.count()
    with pytest.raises(Exception, match="no_such_column"), transaction.atomic():
        flow.FLOW.take(flow.PROPOSE, directive, county.officer, cover_changes={"no_such_column": 1})
    assert Directive.objects.get(pk=directive.pk).state == "draft"
    assert directive.matter.entries.count() == lines


def test_every_turn_counts_up_the_covers_version(county):
    directive = county.directive("draft")
    before = Matter.objects.get(pk=directive.pk).version
    flow.FLOW.take(flow.PROPOSE, directive, county.officer)
    assert Matter.objects.get(pk=directive.pk).version == before + 1 == directive.matter.version


def test_a_part_counts_its_own_version(county):
    part = county.part(county.directive("dispatched"))
    before = part.version
    move(Move("x.sign", "签收", frm=("pending",), to="working"), part)
    part.refresh_from_db()
    assert part.version == before + 1


STEP = Step("x.y", "试", frm=("a",), to="b", rule=always, sentence="{actor} 延期至{until}：{remark}")


@pytest.mark.parametrize(
    "words, line",
    [
        ({"until": "2026-11-20", "remark": "汛期"}, "系统 延期至2026-11-20：汛期"),
        ({"until": "2026-11-20"}, "系统 延期至2026-11-20"),
        ({}, "系统 延期至"),
        ({"until": "{actor}", "remark": "<b>{0}</b>\n%s"}, "系统 延期至{actor}：<b>{0}</b>\n%s"),
    ],
)
def test_a_sentence_is_filled_with_what_was_said_and_nothing_else(words, line):
    assert sentence(STEP, None, words) == line


def test_every_state_of_the_room_has_words_and_a_phase():
    assert all(isinstance(state, State) and state.words and state.phase for state in flow.STATES.values())
    assert all(to in flow.STATES for step in room_steps() for to in (*step.frm, step.to or step.frm[0]))


def room_steps():
    return [value for value in vars(flow).values() if isinstance(value, Step)]


@pytest.mark.django_db(transaction=True)
def test_a_step_outside_a_verbs_transaction_is_an_error(county):
    with pytest.raises(transaction.TransactionManagementError):
        flow.FLOW.take(flow.PROPOSE, county.directive("draft"), county.officer)


def test_a_line_on_a_copy_that_others_have_overtaken_still_follows_the_last_one(county):
    directive = county.directive("draft")
    early = Matter.objects.get(pk=directive.pk)
    actions.propose(county.officer, directive)
    entry = timeline.write(early, "matter.note", "补记")
    assert [line.seq for line in early.entries.all()] == [3, 2, 1]
    assert (early.entry_count, early.chain_head, early.stage) == (3, entry.digest, "待审定")
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_registering_many_writes_as_often_as_registering_one(county, django_assert_num_queries):
    source, officer = county.source, county.officer
    assert officer.functions  # read once per person
    with django_assert_num_queries(10):
        actions.register(officer, source, 1, county.decision())
    with django_assert_num_queries(10):
        actions.register_all(officer, source, 2, [county.decision(co=(county.roads,))] * 20)
    assert [one.ordinal for one in Directive.objects.order_by("pk")] == list(range(1, 22))
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_a_dispatch_costs_the_same_for_one_unit_and_for_six(county):
    def cost(*units):
        directive = county.directive("approved", to=units)
        with CaptureQueriesContext(connection) as spent, same_rules():
            actions.dispatch(county.officer, directive)
        return len(spent)

    all_units = [county.water, county.roads, county.finance, county.school, county.horse]
    cost(county.water)  # the calendar is read once per process
    assert cost(county.water) == cost(*all_units)
