"""The stage of every room's state machine: how a verb is tried, and what holds after every one of them."""

from typing import ClassVar

from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    run_state_machine_as_test,
)

from bureau.jobs.barred import Barred
from bureau.matters import chain
from bureau.matters.models import Duty, Matter
from bureau.org.calendar import current_calendar
from bureau.org.worktime import light
from tests.matters.owing import owed

NAMES = [
    "officer",
    "director",
    "deputy",
    "water_liaison",
    "water_head",
    "roads_liaison",
    "vice",
    "stranger",
    "system",
]


class Stage(RuleBasedStateMachine):
    """Each rule says who may and when; the verb must agree, and must change nothing where it refuses.

    A room gives `begin(data)`, which returns the record and its model, and may `lead_in(data)` to where chance seldom
    comes; a model has `state` and `owes`, the open duties as 「holder:step」."""

    county = None  # set by the test
    names: ClassVar = NAMES  # who tries
    ended: ClassVar = ("closed",)  # the states that are closed

    @initialize(data=st.data())
    def set_the_stage(self, data):
        self.savepoint = connection.savepoint()
        record, self.model = self.begin(data)
        self.pk, self.kind = record.pk, type(record)
        self.lead_in(data)

    def begin(self, data) -> tuple:
        raise NotImplementedError

    def lead_in(self, data) -> None:
        """The play begins where `begin` left it."""

    def teardown(self):
        if hasattr(self, "savepoint"):
            connection.savepoint_rollback(self.savepoint)

    # --- what stands ------------------------------------------------------------------------------
    @property
    def record(self):
        """As another browser would read it."""
        return self.kind.objects.select_related("matter").get(pk=self.pk)

    def part(self, short: str):
        parts = self.record.matter.assignments.select_related("unit", "matter")
        return parts.get(unit__short=short)

    def attempt(self, data, right: set, verb, learn, now: bool = True):
        """Somebody tries, mostly one of the right ones: the verb succeeds exactly for those, and exactly now.
        Returns who did it, or None."""
        name = data.draw(st.sampled_from(sorted(right) * 4 + self.names))
        may = now and name in right
        refusal = refused(verb, self.county.cast[name])
        assert (refusal is None) is may, f"{name}: {refusal or 'should not have been let'}"
        if may:
            learn()
        else:
            assert refusal.endswith("。")
        return name if may else None

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def the_state_is_the_models(self):
        assert self.record.state == self.model.state

    @invariant()
    def the_open_duties_are_exactly_the_models(self):
        assert owed(self.record.matter) == self.model.owes

    @invariant()
    def grey_is_what_is_closed_and_nothing_else(self):
        matter = self.record.matter
        closed = self.model.state in self.ended
        lamp = light(matter.due_at, timezone.now(), current_calendar(), matter.closed_at is not None)
        assert (lamp == "grey") is closed
        assert (matter.phase == "closed") is closed

    @invariant()
    def clocks_stand_still_exactly_while_suspended(self):
        stopped = Duty.objects.filter(matter=self.pk, done_at__isnull=True, stopped_at__isnull=False).count()
        assert stopped == (len(self.model.owes) if self.model.state == "suspended" else 0)

    @invariant()
    def the_chain_is_whole(self):
        assert [v.faults for v in chain.verdicts(Matter.objects.filter(pk=self.pk))] == [[]]


def during(*states: str):
    """A rule for these states only; what other states refuse is tested in test_policy."""
    return precondition(lambda self: self.model.state in states)


def refused(verb, person) -> str | None:
    """What the person is told instead; None where the verb was taken."""
    try:
        verb(person)
    except Barred as told:
        return str(told)


def live(machine, county, lives: int = 12) -> None:
    """Play so many lives of thirty steps; the same ones on every run."""
    machine.county = county
    run_state_machine_as_test(
        machine,
        settings=settings(
            phases=[Phase.generate],  # a failing life is told as it was lived: shortening one takes minutes
            max_examples=lives,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
