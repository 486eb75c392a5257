"""What of a room's ledger may be changed in Excel: each column with the step that changes it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

from bureau.jobs.barred import Barred
from bureau.matters.flow import Step
from bureau.matters.forms import StepForm
from bureau.org.actor import Actor
from bureau.org.models import Person

Cells = Mapping[str, Any]  # by the key of the column


@dataclass(frozen=True)
class Added:
    """A column that only this workbook has, behind the customary ones. `value(record)`: what stands in it."""

    key: str
    label: str
    value: Callable[[Any], Any]


def itself(_actor: Actor, record: Any) -> Any:
    return record


def step_form(step: Step, subject: Any, posted: QueryDict | None) -> forms.BaseForm:
    return StepForm(step, posted, initial=step.initial(subject))


def take_step(step: Step, actor: Actor, subject: Any, form: Any) -> Any:
    return step.verb(actor, subject, **form.arguments())


def as_the_ledger_says(_actor: Actor, _records: Iterable[Any]) -> dict[int, Cells]:
    return {}


def let_be(_person: Person, _refusal: Barred) -> None:
    """Nothing follows from a refusal."""


@dataclass(frozen=True, eq=False)
class Change:
    """Columns that one step changes with what stands in their cells: column → field of its form.

    `beside`: further columns that are read whenever it is taken; `why`: the field that 「改动理由」 fills. `of_units`: taken by
    units on their own parts, else by the desk. `on(actor, record)`: what the step is taken on, None where there is nothing. `form(step,
    subject, posted)`: its form as the page has it, and `take(step, actor, subject, form)` its verb, where that is not called with what the
    form asks. `instead`: what is said where there is nothing it could be taken on. `shows(actor, records)`: what stands in these columns for a reader to whom the ledger says less. `refused`: what
    follows from a refusal."""

    step: Step
    columns: Mapping[str, str]
    beside: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    of_units: bool = False
    on: Callable[[Actor, Any], Any] = itself
    form: Callable[[Step, Any, QueryDict | None], forms.BaseForm] = step_form
    take: Callable[[Step, Actor, Any, Any], Any] = take_step
    instead: str = ""
    shows: Callable[[Actor, Iterable[Any]], dict[int, Cells]] = as_the_ledger_says
    refused: Callable[[Person, Barred], None] = let_be

    def is_for(self, actor: Actor, kind: str) -> bool:
        """Whether who acts has a post that ever takes it."""
        return actor.answers_for_unit if self.of_units else actor.sits_at(kind)
