"""What of the register may be changed in Excel: until it is given out the place and the cause; by a bureau leader the date, where more
time was asked for. Words that tell who complained are refused as on the page."""

from typing import Any

from django.http import QueryDict

from bureau.jobs.barred import Barred
from bureau.matters.flow import Step
from bureau.matters.parts.in_excel import GRANTED
from bureau.matters.reimport.declared import Change
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.vault.checking import Told, note_stopped, require_untold
from complaints import actions, flow
from complaints.forms import EditForm
from complaints.models import Complaint


def edit_form(_step: Step, complaint: Complaint, posted: QueryDict | None) -> EditForm:
    form = EditForm(posted)
    form.initial = EditForm.of(complaint)
    return form


def edit(_step: Step, actor: Actor, complaint: Complaint, form: Any) -> Any:
    told = form.told()
    require_untold([complaint.matter], {"发生地点": told.place})
    return actions.edit(actor, complaint, told, form.cleaned_data["urgency"])


def refused(person: Person, refusal: Barred) -> None:
    if isinstance(refusal, Told):
        note_stopped(person, refusal.hits)


EDITED = Change(flow.EDIT, {"place": "place", "cause": "cause"}, form=edit_form, take=edit, refused=refused)
CHANGES = (EDITED, GRANTED)
