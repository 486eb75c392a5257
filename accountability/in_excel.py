"""What of the ledger may be changed in Excel: of a clue, until it is disposed of, what it is called, where it came from, of which kind
it is and when it came."""

from typing import Any

from django.http import QueryDict

from accountability import actions, flow
from accountability.forms import ClueForm
from accountability.models import Case
from bureau.matters.flow import Step
from bureau.matters.reimport.declared import Change
from bureau.org.actor import Actor


def edit_form(_step: Step, case: Case, posted: QueryDict | None) -> ClueForm:
    form = ClueForm(posted, person=case.matter.officer, new=False)
    form.initial = ClueForm.of(case)
    return form


def edit(_step: Step, actor: Actor, case: Case, form: Any) -> Any:
    return actions.edit(actor, case, form.clue())


CHANGES = (
    Change(
        flow.EDIT,
        {"title": "title", "source": "source", "fault": "fault", "received": "received_on"},
        form=edit_form,
        take=edit,
    ),
)
