"""One round of an instruction as it went: who wrote what, who handled it, what they handed in, and how."""

from functools import cached_property

from django.utils import timezone

from bureau.matters.models import Entry, Reply
from instructions.figures import RETURNS
from instructions.models import Instruction


class Story:
    """Of the round `number`; `rounds` are those up to it, `asked` is the word itself."""

    def __init__(self, instruction: Instruction, number: int) -> None:
        self.instruction, self.matter = instruction, instruction.matter
        self.rounds = list(instruction.rounds.filter(number__lte=number))
        self.asked = self.rounds[-1]
        parts = list(self.matter.assignments.select_related("unit"))
        helpers = set(instruction.co_units.values_list("pk", flat=True))
        self.lead = None if instruction.self_handled else next((part for part in parts if part.is_lead), None)
        self.co = [part for part in parts if part.helps and part.unit_id in helpers]

    @cached_property
    def results(self) -> dict[int, str]:
        """Part → the last result of this round that stands."""
        sent = Reply.objects.filter(
            assignment__in=[part for part in (self.lead, *self.co) if part],
            kind=Reply.Kind.FINAL,
            state__in=[Reply.State.SENT, Reply.State.ACCEPTED],
            sent_at__gte=self.asked.at,
        )
        return dict(sent.order_by("pk").values_list("assignment", "text"))

    @property
    def handler(self) -> str:
        return self.lead.unit.short if self.lead else "督查局"

    @property
    def result(self) -> str:
        """The lead's, or what the bureau found and did itself."""
        return self.results.get(self.lead.pk, "") if self.lead else self.instruction.result

    @property
    def days_late(self) -> int:
        asked = self.asked
        if not (asked.due_at and asked.finished_at):
            return 0
        return max(0, (timezone.localdate(asked.finished_at) - timezone.localdate(asked.due_at)).days)

    @property
    def reasons_of_return(self) -> list[str]:
        lines = Entry.objects.filter(matter=self.matter, step__in=RETURNS, at__gte=self.asked.at)
        return [line.facts.get("reason", "") for line in lines.order_by("seq")]

    @property
    def silent(self) -> list[str]:
        """Co-units that handed in nothing."""
        return [part.unit.short for part in self.co if part.pk not in self.results]
