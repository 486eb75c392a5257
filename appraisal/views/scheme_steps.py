"""The steps of a scheme."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest

from appraisal import states
from appraisal.actions import schemes as verbs
from appraisal.forms.schemes import SendBackForm, WhyForm
from appraisal.models import Scheme
from appraisal.policy import approves_scheme
from appraisal.prints.scheme import terms
from appraisal.views.on_scheme import OnScheme
from bureau.matters.policy import No, Verdict, Yes
from bureau.org.posts import Function


class Turn:
    """A step of a scheme: its word, from where, who, what it asks, its verb. `approving`: of who approves it."""

    def __init__(
        self,
        key: str,
        label: str,
        frm: str,
        take: Callable[..., Any],
        form: type[forms.Form] = forms.Form,
        approving: bool = False,
        tone: str = "",
    ) -> None:
        self.key, self.label, self.frm, self.take, self.form = key, label, frm, take, form
        self.approving, self.tone = approving, tone


STEPS = (
    Turn("propose", "提请审定", states.DRAFT, verbs.propose, tone="primary"),
    Turn("take-back", "撤回", states.PROPOSED, verbs.take_back),
    Turn("approve", "审定", states.PROPOSED, verbs.approve, approving=True, tone="primary"),
    Turn("send-back", "退回", states.PROPOSED, verbs.send_back, SendBackForm, approving=True),
    Turn("publish", "公布", states.APPROVED, verbs.publish, tone="primary"),
    Turn("revise", "修订", states.IN_FORCE, verbs.revise, WhyForm),
)


def steps_of(scheme: Scheme, person: Any) -> list[Turn]:
    """What this person may do with it now."""
    return [one for one in STEPS if one.frm == scheme.state and may(one, scheme, person)]


def may(one: Turn, scheme: Scheme, person: Any) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("这一步由督查局考核员办理。")
    if one.approving and isinstance(verdict := approves_scheme(person, scheme), No):
        return verdict
    return Yes() if one.frm == scheme.state else No("方案的状态刚刚有了变化，请看过最新情况再办。")


class Step(OnScheme):
    template_name = "appraisal/scheme_step.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.step = next((one for one in STEPS if one.key == kwargs["step"]), None)
        if self.step is None:
            raise Http404

    def may(self) -> Verdict:
        assert self.step is not None
        return may(self.step, self.scheme, self.request.user)

    @property
    def form_class(self) -> type[forms.BaseForm]:
        assert self.step is not None
        return self.step.form

    def take(self, form: Any) -> Scheme:
        assert self.step is not None
        return self.step.take(self.request.user, self.scheme, *form.cleaned_data.values())

    def said(self, done: Scheme) -> str:
        assert self.step is not None
        return f"已办理：{self.step.label}{done}"

    def leads_to(self, done: Scheme) -> str:
        return done.get_absolute_url()

    def context(self, form: Any) -> dict:
        return super().context(form) | {"step": self.step, "terms": list(terms(self.scheme))}
