"""What of the register may be changed in Excel: until it is proposed what was registered from paper of the first word; by the unit
how far it has come, and more time asked for."""

from typing import Any

from django.http import QueryDict

from bureau.matters.flow import Step
from bureau.matters.parts.in_excel import GRANTED, MORE_TIME, PROGRESS
from bureau.matters.reimport.declared import Added, Change
from bureau.org.actor import Actor
from instructions import actions, flow
from instructions.forms import RegisterForm
from instructions.models import Instruction


def in_its_first_round(_actor: Actor, instruction: Instruction) -> Instruction | None:
    """The register shows by whom and when the first word was; of later ones each is mended on its page."""
    return instruction if instruction.round.number == 1 else None


def register_form(_step: Step, instruction: Instruction, posted: QueryDict | None) -> RegisterForm:
    about, initial = instruction.paper.matter, RegisterForm.of(instruction)
    person = instruction.matter.officer  # whose files it takes; it is asked for none
    form = RegisterForm(posted, person=person, about=about, initial=initial)
    del form.fields["files"]
    return form


def edit(_step: Step, actor: Actor, instruction: Instruction, form: Any) -> Any:
    options = {name: form.cleaned_data[name] for name in ("urgency", "secrecy")}
    return actions.edit(actor, instruction, form.word(), form.on_paper(), **options)


EDITED = Change(
    flow.EDIT,
    {
        "leader": "leader_name",
        "level": "level",
        "date": "date",
        "paper_title": "title",
        "paper_number": "number",
        "words": "words",
        "meaning": "meaning",
    },
    on=in_its_first_round,
    form=register_form,
    take=edit,
)
CHANGES = (EDITED, GRANTED, PROGRESS, MORE_TIME)
ADDED = (
    Added("paper_title", "来文标题", lambda instruction: instruction.paper.title),
    Added("paper_number", "来文文号", lambda instruction: instruction.paper.number),
)
