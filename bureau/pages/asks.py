"""What a step asks for: typed fields, declared where the step stands. The name of a field is the name of the verb's argument."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms

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
class Files(Ask):
    required: bool = False

    def field(self) -> forms.Field:
        return FilesField(label=self.label, help_text=self.help_text, required=self.required)
