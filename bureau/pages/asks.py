"""What a step asks for: typed fields, declared where the step stands. The name of a field is the name of the verb's argument."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from bureau.org.models import Unit
from bureau.pages import colleagues
from bureau.pages.colleagues import ColleagueField
from bureau.pages.fields import DateField, FilesField, words
from bureau.pages.units_field import UnitField, UnitsField


@dataclass(frozen=True)
class Ask:
    """`name`: the field, and the argument that the verb takes it by."""

    name: str
    label: str
    help_text: str = ""
    required: bool = True

    def field(self) -> forms.Field:
        raise NotImplementedError

    def fields(self, unit: Unit | None) -> dict[str, forms.Field]:
        """By their names; mostly one. `unit`: of whoever fills in the form."""
        return {self.name: self.field()}

    def faults(self, given: dict[str, Any]) -> Iterable[tuple[str, str]]:
        """(field, sentence): what is wrong with its fields taken together."""
        return ()

    def gathered(self, given: dict[str, Any]) -> dict[str, Any]:
        """What was filled in, with the argument that the verb takes in the place of its fields."""
        return given


@dataclass(frozen=True)
class Text(Ask):
    """At most `limit` characters in `rows` lines. `chips`: words that are often written there; offered, never filled in.
    `printed`: they stand on official papers."""

    limit: int = 1000
    rows: int = 4
    chips: tuple[str, ...] = ()
    printed: bool = False

    def field(self) -> forms.Field:
        return words(self.label, self.limit, self.rows, help_text=self.help_text, required=self.required)


@dataclass(frozen=True)
class Day(Ask):
    def field(self) -> forms.Field:
        return DateField(label=self.label, help_text=self.help_text, required=self.required)


@dataclass(frozen=True)
class Percent(Ask):
    def field(self) -> forms.Field:
        return forms.IntegerField(
            label=self.label, help_text=self.help_text, required=self.required, min_value=0, max_value=100
        )


@dataclass(frozen=True)
class Tick(Ask):
    required: bool = False

    def field(self) -> forms.Field:
        return forms.BooleanField(label=self.label, help_text=self.help_text, required=self.required)


@dataclass(frozen=True)
class Choice(Ask):
    """One of `choices`, each before the eyes; `first` is chosen where nothing else is."""

    choices: Sequence = ()
    first: str = ""

    def field(self) -> forms.Field:
        return forms.ChoiceField(
            label=self.label,
            help_text=self.help_text,
            required=self.required,
            choices=self.choices,
            initial=self.first,
            widget=forms.RadioSelect,
        )


@dataclass(frozen=True)
class OneUnit(Ask):
    def field(self) -> forms.Field:
        return UnitField(label=self.label, help_text=self.help_text, required=self.required)


@dataclass(frozen=True)
class Units(Ask):
    def field(self) -> forms.Field:
        return UnitsField(label=self.label, help_text=self.help_text, required=self.required)


@dataclass(frozen=True)
class Colleague(Ask):
    """Somebody of the unit that whoever fills in the form works for."""

    def fields(self, unit: Unit | None) -> dict[str, forms.Field]:
        told: dict[str, Any] = {"label": self.label, "help_text": self.help_text, "required": self.required}
        return {self.name: ColleagueField(unit=unit, **told)}


@dataclass(frozen=True)
class Shares(Ask):
    """Several of them, each with a task and a date."""

    def fields(self, unit: Unit | None) -> dict[str, forms.Field]:
        return colleagues.rows(unit)

    def faults(self, given: dict[str, Any]) -> Iterable[tuple[str, str]]:
        return colleagues.faults(given)

    def gathered(self, given: dict[str, Any]) -> dict[str, Any]:
        return colleagues.without_rows(given) | {self.name: colleagues.gathered(given)}


@dataclass(frozen=True)
class Files(Ask):
    required: bool = False

    def field(self) -> forms.Field:
        return FilesField(label=self.label, help_text=self.help_text, required=self.required)
