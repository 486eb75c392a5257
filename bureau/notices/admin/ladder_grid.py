"""催办阶梯 as one table: rungs down, kinds of urgency across, each cell a number of working days."""

from itertools import pairwise, product

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from bureau.notices.ladder import ELSE, entered, offsets
from bureau.notices.models import Kind, Rung
from bureau.org.admin.base import fingerprint
from bureau.org.models import Urgency

COLUMNS = [(ELSE, "各类"), *Urgency.choices]
BEFORE = (Kind.REMIND, Kind.DUE)  # told before the due time has passed
NEAR = {True: (-60, 0), False: (0, 120)}


class LadderGrid(forms.Form):
    """An empty cell takes what its placeholder says."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None):
        super().__init__(data)
        self.rungs = entered()
        self.standing = {cell_name(kind, urgency): days for (urgency, kind), days in self.rungs.items()}
        self.initial = {**self.standing, "seen": fingerprint(self.standing)}
        self.used = offsets(self.rungs) | {
            ELSE: offsets({k: v for k, v in self.rungs.items() if k[0] == ELSE})[Urgency.NORMAL]
        }
        for kind, (urgency, word) in product(Kind, COLUMNS):
            self.fields[cell_name(kind, urgency)] = self.cell(kind, urgency, word)

    def cell(self, kind, urgency, word) -> forms.IntegerField:
        least, most = NEAR[kind in BEFORE]
        field = forms.IntegerField(
            label=f"{kind.label}·{word}", min_value=least, max_value=most, required=False
        )
        field.widget.attrs |= {"placeholder": self.used[urgency][kind], "aria-label": field.label}
        return field

    def lines(self):
        """For the template: each rung's word with its cells, each beside the head of its column."""
        for kind in Kind:
            yield kind.label, [(head, self[cell_name(kind, urgency)]) for urgency, head in COLUMNS]

    def problems(self):
        """Every error as a sentence that names its cell."""
        for name, errors in self.errors.items():
            label = self.fields[name].label if name in self.fields else ""
            yield from (f"{label}：{error}" if label else error for error in errors)

    def clean(self):
        if self.data.get("seen") != fingerprint(self.standing):
            raise ValidationError("您打开此页后，别人已改过阶梯。请刷新页面后重新修改。")
        words = dict(Urgency.choices)
        for urgency, steps in offsets(self.given()).items():
            for lower, higher in pairwise(Kind):
                if steps[lower] > steps[higher]:
                    raise ValidationError(
                        f"{words[urgency]}的“{higher.label}”（{steps[higher]}）早于“{lower.label}”（{steps[lower]}），请改成从上到下逐级靠后。"
                    )
        return self.cleaned_data

    def given(self) -> dict[tuple[str, str], int]:
        cells = ((urgency, kind) for kind, (urgency, _) in product(Kind, COLUMNS))
        found = {cell: self.cleaned_data.get(cell_name(cell[1], cell[0])) for cell in cells}
        return {cell: days for cell, days in found.items() if days is not None}

    @transaction.atomic
    def save(self) -> list[str]:
        """Write what differs. Returns a line for each: 「催办单·急件：默认 → 2」."""
        given, changes = self.given(), []
        for kind, (urgency, _) in product(Kind, COLUMNS):
            before, after = self.rungs.get((urgency, kind)), given.get((urgency, kind))
            if before != after:
                write(urgency, kind, after)
                label = self.fields[cell_name(kind, urgency)].label
                changes.append(f"{label}：{worded(before)} → {worded(after)}")
        return changes


def write(urgency, kind, days) -> None:
    if days is None:
        Rung.objects.filter(urgency=urgency, kind=kind).delete()
    else:
        Rung.objects.update_or_create(urgency=urgency, kind=kind, defaults={"workdays": days})


def worded(days) -> str:
    return "默认" if days is None else f"{days}"


def cell_name(kind: str, urgency: str) -> str:
    return f"{kind}-{urgency or 'any'}"
