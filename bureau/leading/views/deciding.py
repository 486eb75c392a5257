from django import forms

from bureau.leading import waiting
from bureau.leading.views.for_leaders import ForLeaders
from bureau.matters.actions import asks_authority, version
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Reply
from bureau.matters.parts.steps import GRANT_EXTENSION
from bureau.matters.views.acting import on_whose_word, said
from bureau.matters.views.several import Several


class OnWord(forms.Form):
    """On whose word a secretary enters it (`said`)."""

    def __init__(self, *posted):
        super().__init__(*posted)
        self.fields |= on_whose_word()

    def clean(self):
        given = super().clean()
        if not self.errors:
            self.said = said(given)
        return given


class Deciding(ForLeaders, Several):
    """一并审批: the pleas for more time that wait for this leader, each granted until the day it asks for."""

    template_name = "leading/deciding.html"
    word = "同意"
    calm = "现在没有待您审批的延期申请。"
    gone = "已经不在待审批之列（已审批、撤回、中止或改由他人审批）"

    @property
    def form_class(self):
        return OnWord if asks_authority(self.actor) else forms.Form

    def find(self) -> list[waiting.Decision]:
        return [one for one in waiting.decisions(self.actor, Lights()) if one.plea]

    def records(self) -> list[Reply]:
        found = Reply.objects.filter(pk__in=[one.plea.pk for one in self.record])
        return list(found.select_related("assignment__matter", "assignment__unit"))

    def take_one(self, plea, form):
        GRANT_EXTENSION.verb(self.authorized(form), plea, plea.until)

    def home(self) -> str:
        return self.way("home")

    def context(self, form) -> dict:
        versions = {plea.pk: version(plea) for plea in self.records()}
        return self.frame(rows=[(one, versions[one.plea.pk]) for one in self.record])
