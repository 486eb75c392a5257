"""A field for units, typed by name, short name or pinyin initials."""

from typing import Any

from django import forms

from bureau.org.naming import units
from bureau.org.visible import VisibleField
from bureau.pages.fields import unit_attrs


class UnitsField(VisibleField):
    """Units typed by name, short name or pinyin initials, split by 、; cleans to a list of `Unit`. `handling`: they are
    to be given a task, which some may not be."""

    def __init__(self, *, most: int | None = None, handling: bool = True, **kwargs: Any) -> None:
        self.most, self.handling = most, handling
        super().__init__(max_length=2000, **kwargs)
        self.error_messages["required"] = f"请填写{self.label}。"

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        attrs = unit_attrs(many=self.most != 1)
        if not isinstance(widget, forms.TextInput):
            del attrs["list"]  # a larger box has no list of the browser's own
        return super().widget_attrs(widget) | attrs

    def prepare_value(self, value: Any) -> str | None:
        return value if isinstance(value, str) or value is None else "、".join(unit.short for unit in value)

    def clean(self, value: str | None) -> Any:
        shorts, problems = units.named(super().clean(value), units.directory(), self.handling)
        if problems:
            raise forms.ValidationError([problem["sentence"] for problem in problems])
        if self.required and not shorts:
            raise forms.ValidationError(f"请填写{self.label}。")
        if self.most and len(shorts) > self.most:
            raise forms.ValidationError(f"{self.label}只能有{self.most}家。")
        return units.rows_of(shorts)


class UnitField(UnitsField):
    """One unit; cleans to it, or to None where none is named."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(most=1, **kwargs)

    def prepare_value(self, value: Any) -> str | None:
        return value if isinstance(value, str) or value is None else value.short

    def clean(self, value: str | None) -> Any:
        return next(iter(super().clean(value)), None)
