"""加减分, entered by hand or taken from what was proposed."""

from typing import Any

from django import forms

from appraisal.actions.adjusting import Given
from appraisal.models import Adjustment, AdjustmentRule, Appraised, Period
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person
from bureau.pages.fields import DateField, FilesField, words

LENGTHS = Adjustment.LENGTHS


class Parts(forms.ModelChoiceField):
    def label_from_instance(self, part: Appraised) -> str:
        return f"{part}（{part.scheme.series}）"


class Rules(forms.ModelChoiceField):
    def label_from_instance(self, rule: AdjustmentRule) -> str:
        return f"{rule.scheme.series}：{rule}（{rule.points:+.2f}）"


class AdjustmentForm(forms.Form):
    part = Parts(Appraised.objects.none(), label="单位")
    rule = Rules(AdjustmentRule.objects.none(), label="加减分项")
    happened_on = DateField(label="发生日期")
    points = forms.DecimalField(
        label="分值",
        max_digits=6,
        decimal_places=2,
        required=False,
        help_text="减分写负数；空着的按方案每次分值。",
    )
    words = words("情况说明", LENGTHS["words"], 3)
    files = FilesField(label="佐证材料", required=False)  # type: ignore[assignment]

    def __init__(self, *args: Any, person: Person, period: Period, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = period.appraised.select_related("assignment__unit", "scheme")
        fields: dict[str, Any] = self.fields
        fields["part"].queryset = parts
        rules = AdjustmentRule.objects.filter(scheme__in=period.schemes.all()).select_related("scheme")
        fields["rule"].queryset = rules.order_by("scheme__series", "-points", "pk")
        fields["files"].of(person)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(self, "words")
        return given

    def given(self) -> Given:
        cleaned = self.cleaned_data
        points = cleaned["points"]
        return Given(
            rule=cleaned["rule"],
            happened_on=cleaned["happened_on"],
            points=cleaned["rule"].points if points is None else points,
            words=cleaned["words"],
        )


class TakeUpForm(forms.Form):
    """What was proposed, in the words of who takes it up."""

    words = words("情况说明", LENGTHS["words"], 3)

    def clean(self) -> dict[str, Any]:
        refuse_unprintable(self, "words")
        return self.cleaned_data


class LeaveForm(forms.Form):
    reason = words("不采用的理由", LENGTHS["reason"], 3)

    def clean(self) -> dict[str, Any]:
        refuse_unprintable(self, "reason")
        return self.cleaned_data
