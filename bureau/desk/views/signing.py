from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db import transaction
from django.urls import reverse

from bureau.desk.lent import duties_of
from bureau.jobs.barred import Barred
from bureau.matters.actions import version
from bureau.matters.deadlines import dues
from bureau.matters.models import Assignment, Duty
from bureau.matters.parts.steps import SIGN
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.seen import check_seen
from bureau.org.keys import keys_of
from bureau.pages.form_page import FormPage

MOST = 200


class Signed(NamedTuple):
    """How many were signed for, and sentences on those that were not."""

    count: int
    refused: list[str]


class Signing(FormPage):
    """批量签收: what waits to be signed for by my unit, ticked; each is signed for by itself or says why not."""

    template_name = "desk/signing.html"
    form_class = forms.Form

    def find(self) -> list[Duty]:
        waiting = duties_of(self.request.user).filter(step=dues.SIGN).select_related("assignment__matter")
        return list(waiting[:MOST])

    def may(self) -> Verdict:
        return Yes() if self.record else No("现在没有待签收的事项。")

    def home(self) -> str:
        return reverse("desk:home")

    def take(self, form: forms.BaseForm) -> Signed:
        chosen = set(keys_of(self.request.POST.getlist("id")))
        parts = [duty.assignment for duty in self.record if duty.assignment_id in chosen]
        if not parts:
            raise Barred("请至少勾选一件。")
        refused = [why for part in parts if (why := self.refusal(part))]
        signed = len(parts) - len(refused)
        if gone := len(chosen) - len(parts):
            refused.append(f"另有{gone}件已经不在待签收之列（已签收、中止或改由其他单位承办），没有签收。")
        return Signed(signed, refused)

    def refusal(self, part: Assignment) -> str:
        """Sign for one; why that could not be done, empty where it was."""
        try:
            with transaction.atomic():
                seen = self.request.POST.get(f"seen-{part.pk}")
                check_seen(seen, version(part), part.matter, self.request.user, typed=False)
                SIGN.verb(self.request.user, part)
        except Barred as barred:
            return f"{part.matter}没有签收：{barred}"
        return ""

    def tell(self, done: Signed) -> None:
        if done.count:
            messages.success(self.request, f"已签收{done.count}件。")
        for sentence in done.refused:
            messages.warning(self.request, sentence)

    def context(self, form: forms.BaseForm) -> dict[str, Any]:
        return {"rows": [(duty, version(duty.assignment)) for duty in self.record]}
