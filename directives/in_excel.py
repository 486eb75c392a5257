"""What of the ledger may be changed in Excel: until it is proposed whatever was registered; later what is to be reached, and
what the ledger says beside; by the
unit how far it has come, and more time asked for."""

from typing import Any

from django.http import QueryDict

from bureau.matters.flow import Step
from bureau.matters.parts.in_excel import GRANTED, MEASURED, MORE_TIME
from bureau.matters.reimport.declared import Added, Change
from bureau.org.actor import Actor
from directives import actions, flow
from directives.forms import DecisionForm
from directives.models import Directive
from directives.stages import as_typed, stages_of
from directives.targets import LABELS, target_of


def decision_form(_step: Step, directive: Directive, posted: QueryDict | None) -> DecisionForm:
    initial = DecisionForm.of(actions.as_decision(directive))
    return DecisionForm(posted, initial=initial, day=directive.source.date)


def edit(_step: Step, actor: Actor, directive: Directive, form: Any) -> Any:
    return actions.edit(actor, directive, form.decision())


def goal_words(name: str) -> Any:
    """What is typed in a field of the goal, of a directive that was fetched with it."""

    def words(directive: Any) -> str:
        goal = getattr(directive, "goal", None)
        return target_of(goal).typed[name] if goal else ""

    return words


GOAL = {name: name for name in ("target", "base", "plan", "stages")}
EDITED = Change(
    flow.EDIT,
    {name: name for name in ("title", "category", "lead", "co", "leader", "due", "remark")} | GOAL,
    form=decision_form,
    take=edit,
)
RESET = Change(flow.SET_GOAL, GOAL, why="reason")
CORRECTED = Change(flow.CORRECT, {name: name for name in ("category", "leader", "remark")})
CHANGES = (EDITED, RESET, CORRECTED, GRANTED, MEASURED, MORE_TIME)
ADDED = (
    Added("base", LABELS["base"], goal_words("base")),
    Added("plan", LABELS["plan"], goal_words("plan")),
    Added("stages", LABELS["stages"], lambda directive: as_typed(stages_of(directive))),
    Added("remark", "备注", lambda directive: directive.remark),
)
