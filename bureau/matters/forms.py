"""The form of a step, and the title of a matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from bureau.matters.models import Matter
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person, Unit
from bureau.org.visible import VisibleField
from bureau.pages.asks import Ask, Files, Percent
from bureau.pages.fields import FilesField
from bureau.pages.units_field import UnitsField

if TYPE_CHECKING:
    from bureau.matters.deeds import Batched


class StepForm(forms.Form):
    """The form of one step: its asked fields, and nothing else. `person`: whose files it takes; `unit`: for whom it is filled in;
    `sealed`: its files lie encrypted; `measured`: what the room asks besides, in the place of a share that is estimated, before the files."""

    def __init__(
        self,
        step: Batched,
        *args: Any,
        person: Person | None = None,
        unit: Unit | None = None,
        measured: Sequence[Ask] = (),
        sealed: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.printed = [ask.name for ask in step.asks if getattr(ask, "printed", False)]
        self.asks = with_measured(step.asks, measured)
        for ask in self.asks:
            self.fields |= ask.fields(unit)
        for field in self.fields.values():
            if person and isinstance(field, FilesField):
                field.of(person, sealed)

    def clean(self) -> None:
        for ask in self.asks:
            for name, words in ask.faults(self.cleaned_data):
                self.add_error(name, words)
        refuse_unprintable(self, *self.printed)

    @property
    def takes_units(self) -> bool:
        return any(isinstance(field, UnitsField) for field in self.fields.values())

    def arguments(self) -> dict:
        """Cleaned values by the names that the verb takes."""
        given = dict(self.cleaned_data)
        for ask in self.asks:
            given = ask.gathered(given)
        return given


def with_measured(asks: Sequence[Ask], measured: Sequence[Ask]) -> Sequence[Ask]:
    if not measured:
        return asks
    kept = [ask for ask in asks if not isinstance(ask, Percent)]
    files = [ask for ask in kept if isinstance(ask, Files)]
    return [*(ask for ask in kept if ask not in files), *measured, *files]


def title_field(**kwargs: Any) -> VisibleField:
    """The decision itself, at most 500 characters; longer ones are refused, never cut."""
    limit = Matter.TITLE_LENGTH
    message = f"督查事项最多{limit}字（现在%(show_value)d字），请精简，原文可以放在“原文”里。"
    return VisibleField(
        label="督查事项",
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": message, "required": "请填写督查事项。"},
        **kwargs,
    )
