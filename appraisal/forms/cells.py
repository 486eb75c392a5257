"""Values, cell by cell: a unit's own, or one indicator for all units. Each cell carries the version that it was read at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from appraisal.actions.valuing import Cell, Typed
from appraisal.forms.params import field_of, gathered, kinds_in, written
from appraisal.models import Appraised, Indicator, Period, Value
from appraisal.scoring import Param, check_inputs, inputs_of
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person
from bureau.pages.fields import FilesField, words

STATUS = Value.Status


@dataclass(frozen=True)
class Box:
    """One cell as it stands: whose, of what, with what in it, and what it is called on the page."""

    part: Appraised
    indicator: Indicator
    value: Value | None
    label: str

    @property
    def key(self) -> str:
        return f"{self.part.pk}-{self.indicator.pk}"

    @property
    def target(self) -> str:
        """Of this period, with its unit of measure."""
        one, half = self.indicator, self.part.period.part == Period.Part.HALF
        target = (one.half_target if half else "") or one.target
        return f"{target}{one.measure}" if target else ""

    @property
    def cell(self) -> Cell:
        return self.part.pk, self.indicator.pk


class CellsForm(forms.Form):
    """`unit_person`: who fills in what their own unit supplies: they give points to themselves, too, and evidence. What came late
    is said `at_the_desk` alone; of others the day decides."""

    def __init__(
        self,
        *args: Any,
        boxes: Sequence[Box],
        unit_person: Person | None = None,
        at_the_desk: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.boxes, self.unit_person = boxes, unit_person
        self.choices = [one for one in STATUS.choices if at_the_desk or one[0] != STATUS.LATE]
        self.params: dict[str, dict[str, Param]] = {box.key: {} for box in boxes}
        self.counted: dict[str, tuple[str, Param, list[str]]] = {}
        self.labels: dict[str, str] = {}  # of the boxes of a cell, without its name
        for box in boxes:
            self.put_box(box)

    def put_box(self, box: Box) -> None:
        key, value = box.key, box.value
        data = value.data if value else {}
        self.fields[f"{key}-status"] = forms.ChoiceField(
            label=f"{box.label}的情况",
            choices=self.choices,
            initial=self.status_of(value),
        )
        for param in inputs_of(box.indicator.rule or {}):
            self.put_inputs(box, param, data.get(param.name))
        self.fields[f"{key}-words"] = words(f"{box.label}的完成情况", Value.WORDS_LENGTH, 2, required=False)
        self.fields[f"{key}-words"].initial = value.words if value else ""
        if self.unit_person:
            self.put_own(box, self.unit_person)
        self.fields[f"{key}-seen"] = forms.IntegerField(
            widget=forms.HiddenInput, min_value=0, required=False, initial=value.version if value else 0
        )

    def status_of(self, value: Value | None) -> str:
        offered = {key for key, _label in self.choices}
        return value.status if value and value.status in offered else STATUS.GIVEN

    def put_own(self, box: Box, person: Person) -> None:
        key, value = box.key, box.value
        self.fields[f"{key}-self"] = forms.DecimalField(
            label=f"{box.label}的自评分",
            max_digits=7,
            decimal_places=2,
            min_value=0,
            max_value=box.indicator.full,
            required=False,
            initial=value.self_score if value else None,
        )
        files = FilesField(label=f"{box.label}的佐证材料", required=False)
        self.fields[f"{key}-files"] = files.of(person)

    def put_inputs(self, box: Box, param: Param, raw: Any) -> None:
        """One box, or one for each thing that is counted."""
        name, kinds = f"{box.key}-{param.name}", kinds_in(box.indicator.rule or {})
        if param.type == "numbers" and kinds:
            for sub, label in kinds.items():
                self.put_number(box, f"{name}-{sub}", label, (raw or {}).get(sub))
            self.counted[name] = (box.key, param, list(kinds))
            return
        field = field_of(param)
        if param.name == "choice" and kinds:
            field = forms.ChoiceField(choices=[("", "—"), *kinds.items()])
        field.required, field.initial = False, written(param, raw)
        field.label = f"{box.label}的{param.label}"
        field.widget.attrs["aria-label"] = field.label  # the page shows the short one alone
        self.fields[name] = field
        self.params[box.key][name] = param
        self.labels[name] = param.label

    def put_number(self, box: Box, name: str, label: str, raw: Any) -> None:
        field = words(f"{box.label}的{label}", 40, 1, required=False)
        field.initial = raw
        field.widget.attrs["aria-label"] = field.label
        self.fields[name] = field
        self.labels[name] = label

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(self, *(f"{box.key}-words" for box in self.boxes))
        self.typed: dict[Cell, Typed] = {}
        for box in self.boxes:
            if (typed := self.read(box, given)) is not None:
                self.typed[box.cell] = typed
        return given

    def read(self, box: Box, given: dict[str, Any]) -> Typed | None:
        """None where the cell was left empty."""
        key = box.key
        status = given.get(f"{key}-status", STATUS.GIVEN)
        said, points = given.get(f"{key}-words") or "", self.points_of(box, given)
        files = tuple(given.get(f"{key}-files") or ())
        data = gathered(self, self.params[key], given) | self.counts(box, given)
        if status == STATUS.NOT_APPLICABLE:
            data = {}
            if not said:
                self.add_error(f"{key}-words", f"{box.label}不适用的，请写明理由。")
        elif not data:
            if said or points is not None or files or box.value:
                self.add_error(self.first(box), f"请填写{box.label}的数值；没有任务的选“不适用”。")
            return None
        else:
            for fault in check_inputs(box.indicator.rule or {}, data):
                self.add_error(self.first(box), f"{box.label}：{fault}")
        return Typed(status, data, given.get(f"{key}-seen") or 0, said, points, files)

    def points_of(self, box: Box, given: dict[str, Any]) -> Decimal | None:
        """What the unit gave itself; who does not ask for it leaves it as it is."""
        if self.unit_person:
            return given.get(f"{box.key}-self")
        return box.value.self_score if box.value else None

    def counts(self, box: Box, given: dict[str, Any]) -> dict[str, dict[str, str]]:
        """What was counted; what was left empty beside something that was not, is none."""
        found = {}
        for name, (key, param, subs) in self.counted.items():
            typed = {sub: given.get(f"{name}-{sub}") for sub in subs} if key == box.key else {}
            if any(typed.values()):
                found[param.name] = {sub: value or "0" for sub, value in typed.items()}
        return found

    def inputs(self, box: Box) -> list[str]:
        prefix = f"{box.key}-"
        return [name for name in self.labels if name.startswith(prefix)]

    def first(self, box: Box) -> str:
        return next(iter(self.inputs(box)), f"{box.key}-words")

    def rows(self) -> Iterator[dict[str, Any]]:
        """For the page: each cell with its bound boxes."""
        for box in self.boxes:
            key = box.key
            yield {
                "box": box,
                "status": self[f"{key}-status"],
                "inputs": [(self.labels[name], self[name]) for name in self.inputs(box)],
                "words": self[f"{key}-words"],
                "self": self[f"{key}-self"] if self.unit_person else None,
                "files": self[f"{key}-files"] if self.unit_person else None,
                "seen": self[f"{key}-seen"],
            }
