"""In whose name a form is filled in: `?for=<key>` names somebody the person may act for today."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404
from django.views import View

from bureau.matters.access.rights import Rights
from bureau.matters.actions import asks_authority, in_whose_name
from bureau.matters.flow import Record, Step
from bureau.matters.forms import StepForm
from bureau.matters.models import Behalf, Entry
from bureau.org.actor import Actor
from bureau.org.request import Request
from bureau.pages.fields import words

BY = ("口头指示", "电话指示", "纸质批示")


def on_whose_word() -> dict[str, forms.Field]:
    """The fields in which a secretary says on whose word it is entered; `said` reads them."""
    by = forms.ChoiceField(label="依据", choices=[(way, way) for way in BY], widget=forms.RadioSelect)
    help_text = "何时、何处、原话或批示所在的文件；记入动态，由本人确认。"
    return {"by": by, "authority": words("依据说明", Behalf.AUTHORITY_LENGTH - 10, 2, help_text=help_text)}


def said(given: dict) -> str:
    """Takes those two out of a form's cleaned values."""
    return f"{given.pop('by')}：{given.pop('authority')}"


class ActingForm(StepForm):
    """The step's own fields, and below them on whose word a secretary enters it."""

    def __init__(self, step: Step, *args: Any, **kwargs: Any) -> None:
        super().__init__(step, *args, **kwargs)
        self.fields |= on_whose_word()

    def arguments(self) -> dict:
        given = super().arguments()
        self.said = said(given)
        return given


class Acting(View):
    """A view of a step: `actor` is the person logged in, or that person in the name of whom `?for=` says."""

    request: Request

    @cached_property
    def actor(self) -> Actor:
        """Raises Http404 where they may not act for whom the address names."""
        key, rights = self.request.GET.get("for", ""), Rights.of(self.request.user)
        if not key:
            return rights.own
        actor = next((one for one in rights.lent if str(one.pk) == key), None)
        if actor is None:
            raise Http404
        return actor

    @property
    def form_class(self) -> type[StepForm]:
        return ActingForm if asks_authority(self.actor) else StepForm

    def take_by(self, step: Step, record: Record, form: Any) -> Entry:
        """The verb, by the actor and on the authority that was filled in. Returns its Entry."""
        arguments = form.arguments()
        return step.verb(self.authorized(form), record, **arguments)

    def authorized(self, form: Any) -> Actor:
        """The actor; what a secretary enters stands on the word that the form names (`said`)."""
        return replace(self.actor, authority=form.said) if asks_authority(self.actor) else self.actor

    def about_actor(self, step: Step) -> dict:
        """What the page says of it: the label of the step, and for whom it is taken."""
        return {
            "label": in_whose_name(self.actor) + step.label,
            "principal": self.actor if self.actor.lent else None,
        }
