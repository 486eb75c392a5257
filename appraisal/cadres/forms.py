"""Values of cadres, weights, proposals."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from appraisal.ballots.means import Mean
from appraisal.cadres.actions import Values, organ_of
from appraisal.cadres.following import in_words, usual_uses
from appraisal.cadres.models import Merit, Use
from appraisal.cadres.weighing import NAMES, Weights
from appraisal.cadres.weighing import USUAL as PARTS
from appraisal.models import Appraised
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Part
from bureau.pages.fields import words

ENTERED = {"vote": "民主测评", "leaders": "领导评价", "charge": "分管工作"}


def points(label: str, initial: Any, required: bool = False) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        required=required,
        initial=initial,
    )


class ValuesForm(forms.Form):
    """What is left empty is missing, not nought. `needed`: by merit, which of them count. `voted`: by merit, what a poll says;
    `taken`: whether it stands in the box already."""

    def __init__(
        self,
        *args: Any,
        merits: Sequence[Merit],
        needed: dict[int, set[str]],
        voted: dict[int, Mean],
        taken: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.merits, self.needed, self.voted = merits, needed, voted
        for one in merits:
            for name in self.asked(one):
                self.fields[f"{name}_{one.pk}"] = points(f"{one}的{ENTERED[name]}", getattr(one, name))
            if "vote" in self.needed[one.pk] and one.pk in voted:
                self.fields[f"vote_{one.pk}"].help_text = f"{voted[one.pk].poll}：{voted[one.pk].value}"
                if taken:
                    self.fields[f"vote_{one.pk}"].initial = voted[one.pk].value

    def asked(self, merit: Merit) -> list[str]:
        return [name for name in ENTERED if name in self.needed[merit.pk]]

    def values(self) -> dict[int, Values]:
        given = self.cleaned_data
        return {
            one.pk: Values(**{name: given.get(f"{name}_{one.pk}") for name in ("vote", "leaders", "charge")})
            for one in self.merits
        }

    def rows(self) -> Iterator[tuple[Merit, list[tuple[str, forms.BoundField | None]]]]:
        for one in self.merits:
            asked = self.asked(one)
            boxes = {label: f"{name}_{one.pk}" for name, label in ENTERED.items() if name in asked}
            yield one, [(label, self[boxes[label]] if label in boxes else None) for label in ENTERED.values()]


class WeightsForm(forms.Form):
    """In percent, of each place in the team."""

    def __init__(self, *args: Any, weighed: dict[str, Weights], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in PARTS:
            for name, label in NAMES.items():
                field = points(
                    f"{Part(part).label}的{label}权重", getattr(weighed[part], name), required=True
                )
                self.fields[f"{part}-{name}"] = field

    def given(self) -> dict[str, Weights]:
        given = self.cleaned_data
        return {part: Weights(**{name: given[f"{part}-{name}"] for name in NAMES}) for part in PARTS}

    def rows(self) -> Iterator[tuple[str, list[tuple[str, forms.BoundField]]]]:
        for part in PARTS:
            yield Part(part).label, [(label, self[f"{part}-{name}"]) for name, label in NAMES.items()]


class UsualUsesForm(forms.Form):
    """通常建议 of each grade."""

    def __init__(self, *args: Any, usual: dict[str, tuple[str, ...]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for grade, label in Appraised.Grade.choices:
            self.fields[grade] = forms.MultipleChoiceField(
                label=label,
                choices=Use.Kind,
                initial=usual[grade],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": f"请选择{label}的通常建议。"},
            )


class UseForm(forms.Form):
    """What follows from a grade is offered first; anything else wants a reason."""

    kinds = forms.MultipleChoiceField(
        label="建议",
        choices=Use.Kind,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择建议。"},
    )
    organ = words("决定机关", Use.LENGTHS["organ"], 1)
    reason = words(
        "理由",
        Use.LENGTHS["reason"],
        3,
        required=False,
        help_text="与等次通常的运用不同的必填；不写干部的姓名。",
    )

    def __init__(self, *args: Any, merit: Merit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = usual_uses().get(merit.grade, ())
        self.fields["kinds"].initial = [usual[0]] if len(usual) == 1 else []
        self.fields["kinds"].help_text = f"通常：{in_words(usual)}"
        self.fields["organ"].initial = organ_of(Use.Kind.PROMOTE)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(self, "organ", "reason")
        return given
