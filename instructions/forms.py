"""Registering a leader's words; and what only this room's steps ask for."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from bureau.files.classified import REFUSAL, is_marked
from bureau.matters.models import Matter, Secrecy
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person, Urgency
from bureau.org.posts import Post
from bureau.pages.fields import DateField, FilesField, Words, words
from instructions.actions import OnPaper, Word
from instructions.asked import PROPOSAL
from instructions.models import Instruction, Level, Meaning, Paper, Round, Shown

CLASSIFIED = "classified"


class RegisterForm(forms.Form):
    """登记批示件, what stands on the paper. `about`: a matter of this house that was written on."""

    leader_name = Words(
        label="批示领导",
        max_length=40,
        help_text="写职务，如“县长”“市委书记”。",
        widget=forms.TextInput(attrs={"list": "leaders", "autofocus": True}),
    )
    level = forms.ChoiceField(label="层级", choices=Level, initial=Level.COUNTY)
    date = DateField(label="批示日期")
    urgency = forms.ChoiceField(
        label="办理类别",
        choices=[one for one in Urgency.choices if one[0] in ("flash", "urgent", "normal", "complex")],
        initial=Urgency.NORMAL,
    )
    title = Words(label="来文标题", max_length=Paper.TITLE_LENGTH, help_text="口头交办的写事由。")
    number = Words(label="文号", max_length=Paper.NUMBER_LENGTH, required=False)
    words = words("批示内容", Round.WORDS_LENGTH, 3)
    meaning = forms.ChoiceField(
        label="批示要求",
        choices=Meaning,
        initial=Meaning.ORDER,
        widget=forms.RadioSelect,
        help_text="批办、阅处须办理并反馈；阅研、阅知登记后存阅。",
    )
    positive = forms.BooleanField(label="肯定性批示", required=False)
    wants_answer = forms.BooleanField(label="批示领导要求反馈", required=False, initial=True)
    secrecy = forms.ChoiceField(
        label="范围",
        choices=[*Secrecy.choices, (CLASSIFIED, "涉密")],
        initial=Secrecy.NORMAL,
        help_text="限阅：只有经办督查员、局领导、批示领导和获得授权的人能看到。",
    )
    files: Any = FilesField(  # of a form that was made it is what was posted
        label="批示件扫描件或照片", required=False, help_text="可不传。PDF、图片、Word。"
    )

    def __init__(self, *args: Any, person: Person, about: Matter | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"date": timezone.localdate(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.about = about
        cast(FilesField, self.fields["files"]).of(person)
        if about is not None:
            del self.fields["title"], self.fields["number"]

    def full_clean(self) -> None:
        """Of what is classified no file comes to the disk."""
        names = [upload.name for upload in self.files.getlist("files")]
        self.marked = self.is_bound and is_marked(*self.data.values(), *names)
        if self.marked or self.data.get("secrecy") == CLASSIFIED:
            self.files = MultiValueDict()
        super().full_clean()

    def clean(self) -> None:
        if self.marked:
            raise forms.ValidationError(REFUSAL)

    def clean_date(self) -> Any:
        if (day := self.cleaned_data["date"]) > timezone.localdate():
            raise forms.ValidationError("批示日期不能晚于今天。")
        return day

    def clean_secrecy(self) -> str:
        if self.cleaned_data["secrecy"] == CLASSIFIED:
            raise forms.ValidationError(REFUSAL)
        return self.cleaned_data["secrecy"]

    def word(self) -> Word:
        given = self.cleaned_data
        leader = account_of(given["leader_name"]) if given["level"] == Level.COUNTY else None
        names = ("leader_name", "level", "date", "words", "meaning", "positive", "wants_answer")
        return Word(leader=leader, **{name: given[name] for name in names})

    def on_paper(self) -> OnPaper:
        if self.about is not None:
            return OnPaper(self.about.title, matter=self.about)
        return OnPaper(self.cleaned_data["title"], self.cleaned_data["number"])

    @staticmethod
    def of(instruction: Instruction) -> dict:
        """Initial values from what is registered."""
        said, matter = instruction.round, instruction.matter
        names = ("leader_name", "level", "date", "words", "meaning", "positive", "wants_answer")
        paper = {"title": instruction.paper.title, "number": instruction.paper.number}
        return (
            {name: getattr(said, name) for name in names}
            | paper
            | {
                "urgency": matter.urgency,
                "secrecy": matter.secrecy,
            }
        )


class OnePageForm(RegisterForm):
    """From the words to the proposal: the words first, then what may be read from them, then the rest."""

    field_order = (
        "words",
        "leader_name",
        "date",
        "title",
        "number",
        "meaning",
        "lead",
        "co",
        "due",
        "shown",
        "summary",
        "asked",
        "opinion",
        "self_handled",
        "urgency",
        "level",
        "wants_answer",
        "positive",
        "secrecy",
        "files",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {ask.name: ask.field() for ask in PROPOSAL}
        self.fields["shown"].required = False  # of who only registers
        self.order_fields(self.field_order)
        self.fields["leader_name"].widget.attrs.pop("autofocus")
        self.fields["words"].widget.attrs["autofocus"] = True
        self.fields["words"].help_text = "照原件录入，一字不改。"

    def clean(self) -> None:
        super().clean()
        refuse_unprintable(self, "title", "summary", "asked")
        given = self.cleaned_data
        if given.get("self_handled") and (given.get("lead") or given.get("co")):
            self.add_error("self_handled", "选了“督查局自办”，就不要再填牵头单位和协办单位。")

    def clean_shown(self) -> str:
        return self.cleaned_data["shown"] or Shown.SUMMARY

    def handling(self) -> dict:
        """What is proposed, by the names that the verb takes."""
        return {ask.name: self.cleaned_data[ask.name] for ask in PROPOSAL}


def leaders() -> QuerySet[Person]:
    """County leaders with an account here."""
    return Person.objects.filter(is_active=True, postings__post=Post.LEADER)


def account_of(name: str) -> Person | None:
    """The one county leader of that post."""
    found = list(leaders().filter(name=name)[:2])
    return found[0] if len(found) == 1 else None
