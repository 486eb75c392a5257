"""走访、座谈会: what was raised, and which way it goes."""

from typing import Any

from django import forms
from django.utils import timezone

from bureau.matters import rooms
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person
from bureau.pages.fields import DateField, Words, words
from bureau.pages.units_field import UnitField
from complaints.forms import CaseForm
from complaints.models import Question, Visit


class VisitForm(forms.Form):
    kind = forms.ChoiceField(
        label="方式", choices=Visit.Kind, initial=Visit.Kind.VISIT, widget=forms.RadioSelect
    )
    held_on = DateField(label="日期", initial=timezone.localdate)
    place = Words(label="地点", max_length=Visit.LENGTHS["place"])
    went = Words(label="督查局参加人员", max_length=Visit.LENGTHS["went"], help_text="写职务。")
    count = forms.IntegerField(label="企业家数", min_value=1, max_value=999, initial=1)
    enterprises = Words(
        label="企业（同意公开的）",
        max_length=Visit.LENGTHS["enterprises"],
        required=False,
        help_text="用顿号隔开；要求保密的不写名称，只计入家数。",
    )
    questions = words(
        "反映的问题",
        8000,
        8,
        help_text="一行一个问题；不写是哪一家提的。登记后逐个答复，或者转为投诉、督查。",
    )

    def clean(self) -> None:
        refuse_unprintable(self, "place", "went")

    def clean_questions(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["questions"].splitlines() if line.strip()]
        if long := next((line for line in lines if len(line) > Question.WORDS_LENGTH), ""):
            raise forms.ValidationError(f"“{long[:12]}……”超过{Question.WORDS_LENGTH}字，请精简。")
        return lines


class AnswerForm(forms.Form):
    answer = words("当场答复", Question.ANSWER_LENGTH, 3)


class QuestionForm(CaseForm):
    """转为投诉: the question's words are the facts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("identity_mode", "complainant", "told_before", "wants_reply", "urgency"):
            del self.fields[name]

    def told(self) -> Any:
        self.cleaned_data |= {
            "identity_mode": "anonymous",
            "complainant": "",
            "told_before": "",
            "wants_reply": False,
        }
        return super().told()


class SuperviseForm(forms.Form):
    """转为督查: `person` may begin it where they sit."""

    kind = forms.ChoiceField(label="立为", widget=forms.RadioSelect)
    lead = UnitField(label="牵头单位", help_text="全称、简称或拼音首字母。")
    title = words("督查事项", 200, 2)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(room.kind, room.label) for room in rooms.beginning() if person.sits_at(room.kind)]
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices, kind.initial = choices, choices[0][0] if choices else ""

    def clean(self) -> None:
        refuse_unprintable(self, "title")
