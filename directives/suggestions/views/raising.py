"""One suggestion, from the matter it arises from to the proposal; and mended until it is proposed."""

from collections.abc import Iterable
from typing import Any

from django.shortcuts import get_object_or_404

from bureau.matters import policy
from bureau.matters.models import Matter
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.org.keys import key_of
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.vault.opening import Kept, kept_on
from bureau.vault.untold import Untold
from directives.suggestions import actions, flow
from directives.suggestions.forms import AdviceForm
from directives.suggestions.models import Suggestion
from directives.suggestions.views.desk_only import DeskOnly

HANDED_OUT = ("title", "grounds", "text")


class Raise(DeskOnly, Untold, Drafting, FormPage):
    """提出督查建议; `?about=` the matter that it arises from. It is put up for approval at once."""

    form_class = AdviceForm
    template_name = "suggestions/form.html"
    sentence = "已登记，已提请审定。"
    handed_out = HANDED_OUT

    def find(self) -> Matter | None:
        if not (key := self.request.GET.get("about", "")):
            return None
        return get_object_or_404(Matter.objects.visible_to(self.request.user), pk=key_of(key))

    def kept(self, form: Any) -> Iterable[Kept]:
        return kept_on(self.record) if self.record else []

    def take(self, form: Any) -> Suggestion:
        made = actions.register(self.request.user, form.advice(), self.record)
        actions.propose(self.request.user, made)
        return made

    def leads_to(self, made: Suggestion) -> Any:
        return made

    def home(self) -> Any:
        return self.record or "suggestions:list"

    def context(self, form: Any) -> dict:
        return {"about": self.record}


class Edit(DeskOnly, Untold, Drafting, OnMatter, FormPage):
    """Mend what was registered, until it is put up for approval."""

    template_name = "suggestions/form.html"
    sentence = "已保存修改。"
    handed_out = HANDED_OUT

    def find(self) -> Suggestion:
        found = Suggestion.objects.visible_to(self.request.user).select_related("recipient")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.EDIT, self.record)

    def form(self, *posted: Any) -> AdviceForm:
        initial = AdviceForm.of(actions.as_advice(self.record))
        return AdviceForm(*posted, initial=initial)

    def take(self, form: Any) -> Any:
        return actions.edit(self.request.user, self.record, form.advice())

    def context(self, form: Any) -> dict:
        return {"record": self.record}
