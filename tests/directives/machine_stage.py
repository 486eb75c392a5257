"""The stage of a directive's life: a lead unit, one co-unit, and a third that may be put in the lead's place."""

from hypothesis.stateful import invariant

from tests.directives.machine_model import CO, LEAD, THIRD, Model
from tests.machines.stage import NAMES
from tests.machines.stage import Stage as AnyStage


class Stage(AnyStage):
    names = [*NAMES, "finance_liaison"]

    def begin(self, data) -> tuple:
        return self.county.directive("draft", to=[self.county.water, self.county.roads]), Model()

    # --- what stands ------------------------------------------------------------------------------
    @property
    def directive(self):
        return self.record

    def unit(self, short):
        return {LEAD: self.county.water, CO: self.county.roads, THIRD: self.county.finance}[short]

    @property
    def of_lead(self) -> set:
        """Who answers for the unit that leads now."""
        return {LEAD: {"water_liaison", "water_head"}, THIRD: {"finance_liaison"}}[self.model.lead]

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def the_number_stays_once_it_is_given(self):
        assert bool(self.directive.matter.number) is self.model.numbered

    @invariant()
    def there_is_one_lead_and_every_part_keeps_its_unit(self):
        parts = self.directive.matter.assignments
        assert parts.get(role="lead").unit.short == self.model.lead
        taking_part = set(parts.exclude(state="released").values_list("unit__short", flat=True))
        assert taking_part == {self.model.lead, CO}
