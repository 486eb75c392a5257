"""考核期, 集体研究 with its grades."""

from collections.abc import Sequence
from typing import Any, Protocol

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from appraisal import states
from appraisal.actions.deliberating import Held
from appraisal.actions.periods import Begun
from appraisal.models import Appraised, Meeting, Period, Scheme
from bureau.matters.printable import refuse_unprintable
from bureau.pages.fields import YEARS, DateField, words

Grade = Appraised.Grade


class Schemes(forms.ModelMultipleChoiceField):
    def label_from_instance(self, scheme: Scheme) -> str:
        return f"{scheme}（{scheme.document_number}）"


def in_force() -> QuerySet[Scheme]:
    return Scheme.objects.filter(state=states.IN_FORCE)


class PeriodForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=YEARS[0], max_value=YEARS[-1])
    part = forms.ChoiceField(label="考核期", choices=Period.Part)
    schemes = Schemes(
        Scheme.objects.none(),
        label="考核方案",
        widget=forms.CheckboxSelectMultiple,
        help_text="已公布的方案；名下的单位参加考核。",
    )
    collect_until = DateField(label="报送截止日期")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["schemes"].queryset = in_force()
        self.fields["year"].initial = timezone.localdate().year
        self.fields["schemes"].initial = [one.pk for one in in_force()]

    def begun(self) -> Begun:
        given = self.cleaned_data
        return Begun(given["year"], given["part"], tuple(given["schemes"]), given["collect_until"])


class Graded(Protocol):
    """Who gets a grade: a unit, or whoever leads one."""

    pk: Any
    apart: Any
    grade: Any
    proposed_grade: Any
    grade_reason: Any


class MeetingForm(forms.Form):
    """集体研究: who was there, how it was voted, and the grade of each."""

    held_on = DateField(label="研究日期", initial=timezone.localdate)
    present = words("出席人员", Meeting.LENGTHS["present"], 2, help_text="写职务。")
    expected = forms.IntegerField(label="应到人数", min_value=1, max_value=99)
    ayes = forms.IntegerField(label="同意", min_value=0, max_value=99)
    noes = forms.IntegerField(label="反对", min_value=0, max_value=99, initial=0)
    abstentions = forms.IntegerField(label="弃权", min_value=0, max_value=99, initial=0)
    decided = words("研究意见", Meeting.LENGTHS["decided"], 4)
    minority = words("不同意见", Meeting.LENGTHS["minority"], 2, required=False)

    def __init__(self, *args: Any, parts: Sequence[Graded], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts
        for part in parts:
            none = "不定等次" if part.apart else "请选择"
            self.fields[f"grade_{part.pk}"] = forms.ChoiceField(
                label=f"{part}的等次",
                choices=[("", none), *Grade.choices],
                required=not part.apart,
                initial=part.grade or part.proposed_grade,
            )
            self.fields[f"reason_{part.pk}"] = words(
                f"{part}另定等次的理由", Appraised.LENGTHS["grade_reason"], 1, required=False
            )
            self.fields[f"reason_{part.pk}"].initial = part.grade_reason

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(
            self, "present", "decided", "minority", *(f"reason_{part.pk}" for part in self.parts)
        )
        return given

    def held(self) -> Held:
        names = ("held_on", "expected", "present", "ayes", "decided", "noes", "abstentions", "minority")
        return Held(**{name: self.cleaned_data[name] for name in names})

    def grades(self) -> dict[int, tuple[str, str]]:
        given = self.cleaned_data
        return {part.pk: (given[f"grade_{part.pk}"], given[f"reason_{part.pk}"]) for part in self.parts}

    def written_down(self) -> list[forms.BoundField]:
        """The boxes of the meeting itself."""
        return [self[name] for name in self.base_fields]

    def graded(self) -> list[tuple[Graded, forms.BoundField, forms.BoundField]]:
        return [(part, self[f"grade_{part.pk}"], self[f"reason_{part.pk}"]) for part in self.parts]
