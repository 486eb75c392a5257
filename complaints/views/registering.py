"""One page from the telephone to the complaint; and mended until it is given out."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.suggesting import Suggesting, Suggestions
from bureau.vault.opening import Kept
from bureau.vault.untold import Untold
from complaints import actions, flow
from complaints.forms import EditForm, RegisterForm, RepresentativeForm
from complaints.models import Complaint, Reception
from complaints.reading import suggest
from complaints.repeats import by_the_same, repeats
from complaints.views.desk_only import DeskOnly

REGISTER, ANSWER = "register", "answer"


class Register(DeskOnly, Untold, Suggesting, Drafting, FormPage):
    """登记来电来信来访."""

    sealed = True  # what is typed here names who complains
    template_name = "complaints/register.html"
    reads, sought = "facts", ("respondent", "place", "cause")
    ways = ((REGISTER, "登记投诉", "primary"), (ANSWER, "当场答复，到此为止", ""))

    @property
    def answers(self) -> bool:
        """Whether it ends here."""
        return self.pressed == ANSWER

    def form(self, *posted: Any) -> RegisterForm:
        return RegisterForm(*posted, person=self.request.user, answers=self.answers)

    def suggest(self, words: str) -> Suggestions:
        return suggest(words)

    def submit(self, form: Any) -> HttpResponse:
        """What looks registered already is asked about once."""
        if not self.answers and "again" not in self.request.POST:
            received = form.received()
            person = self.request.user
            alike, same = repeats(person, form.told(), received.received_at), by_the_same(person, form.who())
            if alike or same:
                return self.show(form, status=409, alike=alike, same=same)
        return super().submit(form)

    handed_out = ("facts", "place", "demand", "respondent_words", "happened", "told_before")

    def kept(self, form: Any) -> Iterable[Kept]:
        """Who is registered with it."""
        return [] if self.answers else [Kept(form.who())]

    def kept_with(self, done: Any) -> int:
        return done.matter.pk

    def take(self, form: Any) -> Complaint | Reception:
        person, given = self.request.user, form.cleaned_data
        if self.answers:
            title = f"{given['cause'] or '咨询'}"
            return actions.answer_at_once(person, form.received(), title, given["facts"], given["answer"])
        more = {name: given[name] for name in ("urgency", "files", "letters")}
        return actions.register(person, form.received(), form.told(), form.who(), **more)

    def tell(self, made: Any) -> None:
        if isinstance(made, Reception):
            messages.success(self.request, f"已登记{made.number}，当场答复。")
            return
        duty = made.matter.duties.first()
        until = f"，受理审查时限{timezone.localtime(duty.due_at):%m-%d %H:%M}" if duty and duty.due_at else ""
        messages.success(self.request, f"已登记，编号{made.matter.number}{until}。")

    def leads_to(self, made: Any) -> str:
        return made.get_absolute_url()

    def home(self) -> str:
        return "complaints:receptions"


class NameAnother(DeskOnly, OnMatter, Drafting, FormPage):
    """登记另一名代表."""

    sealed = True
    template_name = "complaints/representative.html"
    sentence = "已登记，随投诉密存。"

    def find(self) -> Complaint:
        return get_object_or_404(Complaint.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.NAME_ANOTHER, self.record)

    def form(self, *posted: Any) -> RepresentativeForm:
        return RepresentativeForm(*posted, person=self.request.user)

    def take(self, form: Any) -> Any:
        letters = form.cleaned_data["letters"]
        return actions.name_another(self.request.user, self.record, form.who(), letters)

    def context(self, form: Any) -> dict:
        return {**super().context(form), "record": self.record}


class Edit(DeskOnly, Untold, OnMatter, Drafting, FormPage):
    """Mend what was registered, until it is given out."""

    sentence = "已保存修改。"
    template_name = "complaints/edit.html"
    sealed = True

    def find(self) -> Complaint:
        found = Complaint.objects.visible_to(self.request.user).select_related("cause", "respondent")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.EDIT, self.record)

    def form(self, *posted: Any) -> EditForm:
        form = EditForm(*posted)
        form.initial = EditForm.of(self.record)
        return form

    def kept_with(self, done: Any) -> int:
        return self.record.matter.pk

    def take(self, form: Any) -> Any:
        return actions.edit(self.request.user, self.record, form.told(), form.cleaned_data["urgency"])

    def context(self, form: Any) -> dict:
        return {**super().context(form), "record": self.record}
