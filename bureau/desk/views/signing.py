from typing import Any

from django import forms
from django.urls import reverse

from bureau.desk.lent import duties_of
from bureau.matters.actions import version
from bureau.matters.deadlines import dues
from bureau.matters.models import Assignment, Duty
from bureau.matters.parts.steps import SIGN
from bureau.matters.views.several import Several

MOST = 200


class Signing(Several):
    """批量签收: what waits to be signed for by my unit."""

    template_name = "desk/signing.html"
    word = "签收"
    calm = "现在没有待签收的事项。"
    gone = "已经不在待签收之列（已签收、中止或改由其他单位承办）"

    def find(self) -> list[Duty]:
        waiting = duties_of(self.request.user).filter(step=dues.SIGN).select_related("assignment__matter")
        return list(waiting[:MOST])

    def records(self) -> list[Assignment]:
        return [duty.assignment for duty in self.record]

    def take_one(self, part: Assignment, form: forms.BaseForm) -> None:
        SIGN.verb(self.request.user, part)

    def home(self) -> str:
        return reverse("desk:home")

    def context(self, form: forms.BaseForm) -> dict[str, Any]:
        return {"rows": [(duty, version(duty.assignment)) for duty in self.record]}
