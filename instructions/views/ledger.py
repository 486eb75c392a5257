from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.text import Truncator

from bureau.matters import policy
from bureau.matters.access.visibility import reads_above
from bureau.matters.flow import Step as AnyStep
from bureau.matters.models import Assignment, Reply
from bureau.matters.panels import beside
from bureau.matters.parts.result_rules import final_reply
from bureau.matters.views import BatchPage, MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from instructions.columns import reads_whole
from instructions.conflicts import differing, on_same_paper
from instructions.facts import due_meant, facts, handled_by
from instructions.figures import sees_figures
from instructions.filters import InstructionFilter
from instructions.flow import AGAIN, APPROVE, EDIT, FLOW, PROPOSE, TRANSCRIBE
from instructions.models import Instruction
from instructions.named_due import named_due
from instructions.rounds import ROUND, shown_rounds
from instructions.states import PREPARED, PROPOSED, REVIEWING
from instructions.tables import InstructionTable
from instructions.views.desk_only import DeskOnly

MOST_WORDS = 60


class Ledger(MatterList):
    model = Instruction
    table_class = InstructionTable
    filterset_class = InstructionFilter
    heading = "领导批示件台账"
    export_name = "领导批示件台账"
    template_name = "instructions/list.html"

    def get_queryset(self) -> QuerySet:
        found = super().get_queryset().annotate(whole=reads_whole(self.request.user))
        found = found.select_related("paper", "lead_unit", "matter__officer")
        return found.prefetch_related("rounds")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        return super().get_context_data(
            batches=Batch.steps_of(person), counted=sees_figures(person), **kwargs
        )


class Page(MatterPage):
    model = Instruction
    flow = FLOW
    joins = ("matter__officer__unit", "paper__matter", "lead_unit")
    prefetches = ("rounds", "co_units")
    template_name = "instructions/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context, person = super().get_context_data(**kwargs), self.request.user
        record = self.record
        above = reads_above(person, record.matter)
        return context | {
            "facts": facts(record, person),
            "rounds": shown_rounds(record, person),
            "above": above,
            "same_paper": on_same_paper(record, person) if above else [],
            "differing": differing(record, person) if above and record.state == PROPOSED else [],
            "may_edit": policy.may(person, EDIT, record),
            "may_register_again": record.matter.leader_id is None and policy.may(person, AGAIN, record),
        }

    def to_be_asked(self, record: Any, parts: Sequence[Assignment]) -> list:
        return record.proposed_units if record.state == PROPOSED else []


class Step(StepPage):
    flow = FLOW
    template_name = "instructions/step.html"

    def records(self, person: Person | Actor) -> QuerySet:
        return Instruction.objects.visible_to(person).select_related("paper", "lead_unit")

    def subject(self, record: Instruction) -> Reply | None:
        """The completion report under review."""
        return final_reply(record) if record.state == REVIEWING and not record.self_handled else None

    def more(self, record: Any, step: AnyStep) -> dict:
        """What the leader wrote; what was proposed or found by the bureau itself, where that is judged; and, before it
        is given out, what others wrote on the paper."""
        person = self.actor
        above = reads_above(person, record.matter)
        prepared = above and record.state in PREPARED
        judged = record.state == PROPOSED or (record.state == REVIEWING and record.self_handled)
        written = to_transcribe(step, record)
        return {
            "written": written,
            "beside": written,
            "rounds": shown_rounds(record, person),
            "above": above,
            "facts": facts(record, person) if judged else [],
            "same_paper": on_same_paper(record, person) if prepared else [],
            "differing": differing(record, person) if prepared else [],
        }

    def context(self, form: Any) -> dict:
        for name in ("lead", "co"):
            if self.step is PROPOSE and form.initial.get(name) and isinstance(form.initial[name], str):
                form.fields[name].help_text = "建议，读自批示内容，请核对。"
        asked = beside_due(form, self.record) if self.step is PROPOSE and self.record.due is None else {}
        return super().context(form) | asked


def beside_due(form: Any, record: Instruction) -> dict:
    """Beside the date the leader's words that it was read from; where they say none, the question."""
    named = named_due(record)
    if named.due:
        form.fields["due"].help_text = f"批示写明“{named.words}”，读作{named.due:%Y-%m-%d}，请核对。"
    return {"due_question": named.problem}


def to_transcribe(step: AnyStep, record: Any) -> list[tuple]:
    """The round whose handwriting the step puts into letters, with that; none of any other step."""
    return beside(ROUND, [record.unread]) if step is TRANSCRIBE and record.unread else []


class Batch(DeskOnly, BatchPage):
    model = Instruction
    flow = FLOW
    reads = (*BatchPage.reads, "rounds", "lead_unit", "co_units")
    gives_out = APPROVE.name

    def to_be_asked(self, record: Any) -> list:
        return record.proposed_units

    def due(self, record: Any) -> str:
        return due_meant(record) or super().due(record)

    def line(self, record: Any) -> str:
        """The leader's words, and who is to handle it."""
        words = f"批示：{Truncator(record.round.words).chars(MOST_WORDS)}"
        return f"{words} · {handled}" if (handled := handled_by(record)) else words
