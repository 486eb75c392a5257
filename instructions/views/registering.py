from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters import policy
from bureau.matters.models import Matter, Secrecy
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.org.keys import key_of
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from instructions import actions, flow
from instructions.actions.words import title_of
from instructions.duplicates import alike
from instructions.forms import RegisterForm, leaders
from instructions.models import Instruction
from instructions.views.desk_only import DeskOnly


class Registering(DeskOnly, Drafting, FormPage):
    """A page with the one form; what is refused, or not sent yet, keeps what was typed."""

    template_name = "instructions/register.html"

    def context(self, form: Any) -> dict:
        return {"leaders": leaders()}


class Register(Registering):
    """登记批示件; `?about=` a matter of this house that was written on."""

    def find(self) -> Matter | None:
        if not (key := self.request.GET.get("about", "")):
            return None
        return get_object_or_404(Matter.objects.visible_to(self.request.user), pk=key_of(key))

    def form(self, *posted: Any) -> RegisterForm:
        return RegisterForm(*posted, person=self.request.user, about=self.record)

    def submit(self, form: Any) -> HttpResponse:
        """What looks registered already is asked about once."""
        if "again" not in self.request.POST and (
            found := alike(self.request.user, form.word(), form.on_paper())
        ):
            return self.show(form, status=409, alike=found)
        return super().submit(form)

    def take(self, form: Any) -> Instruction:
        options = {name: form.cleaned_data[name] for name in ("urgency", "secrecy", "files")}
        self.about = form.on_paper()
        return actions.register(self.request.user, form.word(), self.about, **options)

    def tell(self, made: Instruction) -> None:
        messages.success(self.request, f"已登记，编号{made.matter.number}。")
        known = made.paper
        if not self.about.matter and title_of(self.about) != known.title:
            words = f"{known.number}此前已登记为《{known.title}》，本件沿用该标题"
            messages.warning(self.request, f"{words}；不是同一来文的，请修改文号。")
        if made.matter.secrecy == Secrecy.SEALED:
            messages.info(self.request, "这是限阅件：请授权可以查阅的人，再提出拟办意见。")

    def leads_to(self, made: Instruction) -> str:
        """Next: who handles it; of a sealed one first who may read it."""
        if made.matter.secrecy == Secrecy.SEALED:
            return reverse("matters:grants", args=[made.pk])
        step = flow.PROPOSE if made.round.pursued else flow.FILE
        return reverse("instructions:step", args=[made.pk, step.name])

    def home(self) -> str:
        return "instructions:list"


class Edit(OnMatter, Registering):
    """Mend what was registered from paper, until it is proposed."""

    sentence = "已保存修改。"

    def find(self) -> Instruction:
        found = Instruction.objects.visible_to(self.request.user).select_related("paper__matter")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.EDIT, self.record)

    def form(self, *posted: Any) -> RegisterForm:
        about, initial = self.record.paper.matter, RegisterForm.of(self.record)
        form = RegisterForm(*posted, person=self.request.user, about=about, initial=initial)
        del form.fields["files"]
        return form

    def take(self, form: Any) -> Any:
        options = {name: form.cleaned_data[name] for name in ("urgency", "secrecy")}
        return actions.edit(self.request.user, self.record, form.word(), form.on_paper(), **options)

    def context(self, form: Any) -> dict:
        return {**super().context(form), "record": self.record}


class Again(OnMatter, Registering):
    """新的批示 of a leader without an account here, registered from paper: the next round."""

    sentence = "已登记新的批示，请提出拟办意见。"

    def find(self) -> Instruction:
        """404 also for whom the leader's own page is the place to write."""
        found = Instruction.objects.visible_to(self.request.user).filter(matter__leader=None)
        return get_object_or_404(found.select_related("paper"), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.AGAIN, self.record)

    def form(self, *posted: Any) -> RegisterForm:
        said = self.record.round
        initial = {"leader_name": said.leader_name, "level": said.level}
        form = RegisterForm(*posted, person=self.request.user, about=self.record.matter, initial=initial)
        for name in ("urgency", "secrecy"):
            del form.fields[name]
        return form

    def take(self, form: Any) -> Any:
        return actions.again(self.request.user, self.record, form.word(), files=form.cleaned_data["files"])

    def leads_to(self, done: Any) -> str:
        return reverse("instructions:step", args=[self.record.pk, flow.PROPOSE.name])

    def context(self, form: Any) -> dict:
        return {**super().context(form), "record": self.record, "round": self.record.round.number + 1}
