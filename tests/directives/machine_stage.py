"""The stage of the state machine: how a verb is tried, and what holds after every one of them."""

from django.db import connection
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from bureau.matters import chain
from bureau.matters.flow import Barred
from bureau.matters.models import Duty, Matter
from bureau.org.calendar import current_calendar
from bureau.org.worktime import light
from directives.models import Directive
from tests.directives.machine_model import CO, LEAD, THIRD, Model
from tests.matters.owing import owed

NAMES = [
    "officer",
    "director",
    "deputy",
    "water_liaison",
    "water_head",
    "roads_liaison",
    "finance_liaison",
    "vice",
    "stranger",
    "system",
]


class Stage(RuleBasedStateMachine):
    """Each rule says who may and when; the verb must agree, and must change nothing where it refuses."""

    county = None  # set by the test

    @initialize()
    def register(self):
        self.savepoint = connection.savepoint()
        self.model = Model()
        directive = self.county.directive("draft", to=[self.county.water, self.county.roads])
        self.pk = directive.pk

    def teardown(self):
        if hasattr(self, "savepoint"):
            connection.savepoint_rollback(self.savepoint)

    # --- what stands ------------------------------------------------------------------------------
    @property
    def directive(self):
        return Directive.objects.select_related("matter").get(pk=self.pk)

    def unit(self, short):
        return {LEAD: self.county.water, CO: self.county.roads, THIRD: self.county.finance}[short]

    def part(self, unit):
        return self.county.part(self.directive, self.unit(unit))

    @property
    def of_lead(self) -> set:
        """Who answers for the unit that leads now."""
        return {LEAD: {"water_liaison", "water_head"}, THIRD: {"finance_liaison"}}[self.model.lead]

    def attempt(self, data, right: set, verb, learn, now: bool = True):
        """Somebody tries, mostly one of the right ones: the verb succeeds exactly for those, and exactly now."""
        name = data.draw(st.sampled_from(sorted(right) * 4 + NAMES))
        may = now and name in right
        refusal = refused(verb, self.county.cast[name])
        assert (refusal is None) is may, f"{name}: {refusal or 'should not have been let'}"
        if may:
            learn()
        else:
            assert refusal.endswith("。")

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def the_state_is_the_models(self):
        assert self.directive.state == self.model.state

    @invariant()
    def the_open_duties_are_exactly_the_models(self):
        assert owed(self.directive.matter) == self.model.owes

    @invariant()
    def the_number_stays_once_it_is_given(self):
        assert bool(self.directive.matter.number) is self.model.numbered

    @invariant()
    def there_is_one_lead_and_every_part_keeps_its_unit(self):
        parts = self.directive.matter.assignments
        assert parts.get(role="lead").unit.short == self.model.lead
        taking_part = set(parts.exclude(state="released").values_list("unit__short", flat=True))
        assert taking_part == {self.model.lead, CO}

    @invariant()
    def grey_is_what_is_closed_and_nothing_else(self):
        matter = self.directive.matter
        closed = self.model.state == "closed"
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


def refused(verb, person) -> str | None:
    """What the person is told instead; None where the verb was taken."""
    try:
        verb(person)
    except Barred as told:
        return str(told)
