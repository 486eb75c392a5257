from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from bureau.matters import policy
from bureau.matters.models import Matter, Secrecy
from bureau.matters.policy import Verdict
from bureau.matters.views.from_paper import PROPOSE, REGISTER, FromPaper, suggested
from bureau.matters.views.on_matter import OnMatter
from bureau.org.calendar import current_calendar
from bureau.org.keys import key_of
from bureau.org.naming import units
from bureau.org.reading import Anchor
from bureau.org.reading.asked import asked
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.suggesting import Suggestion, Suggestions
from instructions import actions, flow, states
from instructions.actions import OnPaper
from instructions.actions.words import title_of
from instructions.conflicts import differ, on_this_paper
from instructions.duplicates import alike
from instructions.forms import OnePageForm, RegisterForm, leaders
from instructions.meant import abridged, meaning_of
from instructions.models import Instruction
from instructions.named_due import due_in
from instructions.views.desk_only import DeskOnly


class Registering(DeskOnly, Drafting, FormPage):
    """A page with the one form; what is refused, or not sent yet, keeps what was typed."""

    template_name = "instructions/register.html"

    def context(self, form: Any) -> dict:
        return super().context(form) | {"leaders": leaders()}


class Register(FromPaper, Registering):
    """登记批示件, from the words as typed to 拟办, on one page; `?about=` a matter of this house that was written on."""

    reads, sought, still = "words", ("lead", "due"), ("summary",)
    ways = ((PROPOSE, "登记并拟办", "primary"), (REGISTER, "只登记", ""))

    def find(self) -> Matter | None:
        if not (key := self.request.GET.get("about", "")):
            return None
        return get_object_or_404(Matter.objects.visible_to(self.request.user), pk=key_of(key))

    def form(self, *posted: Any) -> OnePageForm:
        return OnePageForm(*posted, person=self.request.user, about=self.record)

    def suggest(self, words: str) -> Suggestions:
        """Dates count from the day the leader wrote."""
        day = parse_day(self.request.POST.get("date", "")) or timezone.localdate()
        read = asked(words, units.directory(), Anchor(day, calendar=current_calendar()))
        told = suggested(replace(read, due=due_in(read.due)))
        if not words.strip():
            return told
        meaning, why = meaning_of(words, read.units.lead is not None)
        found = {**told.found, "meaning": Suggestion(meaning.value, why)}
        if read.units.lead and (summary := abridged(words)) and len(summary) <= Instruction.SUMMARY_LENGTH:
            found["summary"] = Suggestion(summary, summary.partition("，")[0].rstrip("。"))
        return Suggestions(found, told.asked)

    def submit(self, form: Any) -> HttpResponse:
        """What looks registered already is asked about once."""
        if "again" not in self.request.POST and (
            found := alike(self.request.user, form.word(), form.on_paper())
        ):
            return self.show(form, status=409, alike=found)
        return super().submit(form)

    def take(self, form: Any) -> Instruction:
        person, given = self.request.user, form.cleaned_data
        options = {name: given[name] for name in ("urgency", "secrecy", "files")}
        self.about, handling = form.on_paper(), form.handling()
        plan = actions.Proposal(**handling)
        made = actions.register(person, form.word(), self.about, **options, plan=plan)
        if self.proposes and made.round.pursued:
            actions.propose(person, made, **handling)
        elif self.proposes:
            actions.file(person, made)
        return made

    def tell(self, made: Instruction) -> None:
        done = {states.PROPOSED: "已拟办，待审定", states.FILED: "已存阅"}.get(made.state, "")
        messages.success(self.request, f"已登记，编号{made.matter.number}{'，' if done else ''}{done}。")
        known = made.paper
        if not self.about.matter and title_of(self.about) != known.title:
            words = f"{known.number}此前已登记为《{known.title}》，本件沿用该标题"
            messages.warning(self.request, f"{words}；不是同一来文的，请修改文号。")
        if made.matter.secrecy == Secrecy.SEALED:
            messages.info(self.request, "这是限阅件：请授权可以查阅的人，再交办。")

    def leads_to(self, made: Instruction) -> str:
        """Of a sealed one first who may read it; else who handles it, where that is not proposed yet."""
        if made.matter.secrecy == Secrecy.SEALED:
            return reverse("matters:grants", args=[made.pk])
        if made.state != states.REGISTERED:
            return made.get_absolute_url()
        step = flow.PROPOSE if made.round.pursued else flow.FILE
        return reverse("instructions:step", args=[made.pk, step.name])

    def home(self) -> str:
        return "instructions:list"

    def context(self, form: Any) -> dict:
        """After reading also what others wrote on the paper, and where that differs."""
        about = self.reading and on_paper(form)
        others = on_this_paper(about, self.request.user) if about else []
        planned = (
            Instruction(lead_unit=form.cleaned_data.get("lead"), due=form.cleaned_data.get("due"))
            if others
            else None
        )
        told = {
            "same_paper": others,
            "differing": [one for one in others if planned and differ(planned, one)],
        }
        return super().context(form) | told | {"way": self.pressed}


def on_paper(form: Any) -> OnPaper | None:
    """What was written on, as far as the form says by now."""
    if form.about is not None or form.cleaned_data.get("title"):
        return OnPaper(form.cleaned_data.get("title", ""), form.cleaned_data.get("number", ""), form.about)
    return None


def parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


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
