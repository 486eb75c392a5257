"""What of the ledger may be changed in Excel: until it is put up what is suggested, to which unit, and by when it is to answer."""

from typing import Any

from django.http import QueryDict

from bureau.jobs.barred import Barred
from bureau.matters.flow import Step
from bureau.matters.parts.in_excel import GRANTED
from bureau.matters.reimport.declared import Added, Change
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.vault.checking import Told, note_stopped, require_untold
from directives.suggestions import actions, flow
from directives.suggestions.forms import AdviceForm
from directives.suggestions.models import Suggestion, To

HANDED_OUT = {"title": "建议事项", "grounds": "情况和问题", "text": "建议内容"}


def to_a_unit(_actor: Actor, suggestion: Suggestion) -> Suggestion | None:
    """What is put to a leader or a meeting is put to another on its page."""
    return suggestion if suggestion.to == To.UNIT else None


def advice_form(_step: Step, suggestion: Suggestion, posted: QueryDict | None) -> AdviceForm:
    return AdviceForm(posted, initial=AdviceForm.of(actions.as_advice(suggestion)))


def edit(_step: Step, actor: Actor, suggestion: Suggestion, form: Any) -> Any:
    advice = form.advice()
    require_untold([suggestion.matter], {label: getattr(advice, name) for name, label in HANDED_OUT.items()})
    return actions.edit(actor, suggestion, advice)


def refused(person: Person, refusal: Barred) -> None:
    if isinstance(refusal, Told):
        note_stopped(person, refusal.hits)


WRITTEN = Change(
    flow.EDIT,
    {"title": "title", "grounds": "grounds", "text": "text", "due": "answer_by"},
    form=advice_form,
    take=edit,
    refused=refused,
)
ADDRESSED = Change(
    flow.EDIT, {"addressee": "unit"}, on=to_a_unit, form=advice_form, take=edit, refused=refused
)
CHANGES = (WRITTEN, ADDRESSED, GRANTED)
ADDED = (
    Added("grounds", "情况和问题", lambda suggestion: suggestion.grounds),
    Added("text", "建议内容", lambda suggestion: suggestion.text),
)
