"""办理时限 as one table: steps down, kinds of urgency across, each cell a number and its unit."""

from itertools import product

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from bureau.matters.rooms import room_of
from bureau.org import limited
from bureau.org.admin.base import fingerprint
from bureau.org.models import Limit, Urgency
from bureau.org.worktime import Term

COLUMNS = [("", "各类"), *Urgency.choices]
LONGEST = 999
UNITS = [("hours", "小时"), ("days", "日"), ("workdays", "工作日"), ("months", "个月")]


class TermWidget(forms.MultiWidget):
    def __init__(self, label: str):
        number = forms.NumberInput(attrs={"min": 1, "max": LONGEST, "aria-label": label})
        unit = forms.Select(choices=UNITS, attrs={"aria-label": f"{label}的单位"})
        super().__init__([number, unit])

    def decompress(self, term):
        return [term.amount, term.unit] if term else [None, "workdays"]


class TermField(forms.MultiValueField):
    """A `Term`, or None when the number is left empty."""

    def __init__(self, **kwargs):
        number = forms.IntegerField(min_value=1, max_value=LONGEST, required=False)
        unit = forms.ChoiceField(choices=UNITS)
        widget = TermWidget(kwargs["label"])
        super().__init__([number, unit], required=False, require_all_fields=False, widget=widget, **kwargs)

    def compress(self, values):
        amount, unit = values or (None, None)
        return Term(amount, unit) if amount else None


class LimitGrid(forms.Form):
    """The limits of what one room owes (`room=""`: the general ones, of everything)."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, room, data=None):
        super().__init__(data)
        self.room = room
        owed = set(room_of(room).owes) if room else limited.STEPS.keys()
        self.steps = [(key, word) for key, word in limited.choices() if key in owed]
        rows = Limit.objects.filter(room=room)
        self.standing = {cell_name(row.step, row.urgency): Term(row.amount, row.unit) for row in rows}
        self.initial = {**self.standing, "seen": fingerprint(self.standing)}
        for (step, step_word), (urgency, word) in product(self.steps, COLUMNS):
            self.fields[cell_name(step, urgency)] = TermField(label=f"{step_word}·{word}")

    def lines(self):
        """For the template: each step's word with its cells, each beside the head of its column."""
        for step, word in self.steps:
            yield word, [(head, self[cell_name(step, urgency)]) for urgency, head in COLUMNS]

    def problems(self):
        """Every error as a sentence that names its cell."""
        for name, errors in self.errors.items():
            label = self.fields[name].label if name in self.fields else ""
            yield from (f"{label}：{error}" if label else error for error in errors)

    def clean(self):
        if self.data.get("seen") != fingerprint(self.standing):
            raise ValidationError("您打开此页后，别人已改过时限。请刷新页面后重新修改。")
        return self.cleaned_data

    @transaction.atomic
    def save(self) -> list[str]:
        """Write the cells that differ. Returns a line for each: 「签收·特急：2 小时（工作时间） → 3 日」."""
        changes = []
        for step, (urgency, _) in product([key for key, _word in self.steps], COLUMNS):
            name = cell_name(step, urgency)
            before, after = self.standing.get(name), self.cleaned_data[name]
            if before != after:
                self._write(step, urgency, after)
                changes.append(f"{self.fields[name].label}：{before or '未设'} → {after or '未设'}")
        return changes

    def _write(self, step, urgency, term):
        cell = {"room": self.room, "step": step, "urgency": urgency}
        if term is None:
            Limit.objects.filter(**cell).delete()
        else:
            Limit.objects.update_or_create(**cell, defaults={"amount": term.amount, "unit": term.unit})


def cell_name(step: str, urgency: str) -> str:
    return f"{step}-{urgency or 'any'}"
