"""Fields that forms of every page share: words, a date, files, the name of a unit."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import date, timedelta
from typing import Any, Self, cast

from django import forms
from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from bureau.files import store
from bureau.files.refused import Refused as FileRefused
from bureau.org.models import Person
from bureau.org.visible import VisibleField

YEARS = range(2000, 2100)  # a typing slip in the year would have working days counted over centuries
MOST_FILES = 10
TICKET_AGE = timedelta(days=1)


class Words(VisibleField):
    """Text as it was typed: a line's end counts as one character, as browsers count it, and what nobody can see is
    left out. What is wrong is told by the field's name."""

    def __init__(self, *, label: str, max_length: int, **kwargs: Any) -> None:
        told = {
            "required": f"请填写{label}。",
            "max_length": f"{label.replace('%', '%%')}最多{max_length}字（现在%(show_value)d字），请精简。",
        }
        super().__init__(label=label, max_length=max_length, error_messages=told, **kwargs)


def say_what_is_missing(form: forms.BaseForm) -> None:
    """A field that says no more than Django would, where nothing was entered, says by its name what is to be done."""
    for field in form.fields.values():
        if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
            doing = "选择" if hasattr(field, "choices") else "填写"
            field.error_messages["required"] = f"请{doing}{field.label}。"


def words(label: str, limit: int, rows: int = 4, **kwargs: Any) -> Words:
    room: dict[str, Any] = {"maxlength": limit}
    widget = forms.Textarea(attrs=room | {"rows": rows}) if rows > 1 else forms.TextInput(attrs=room)
    return Words(label=label, max_length=limit, widget=widget, **kwargs)


class DateField(forms.DateField):
    """A date by the browser's own picker, typed as 2026-12-31, of a year that a deadline can have."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)
        self.error_messages["required"] = f"请填写{self.label}。"
        self.error_messages["invalid"] = f"{self.label}不是一个存在的日期，请按 2026-12-31 的样子填写。"

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and value.year not in YEARS:
            raise forms.ValidationError(f"{self.label}的年份应在{YEARS[0]}至{YEARS[-1]}之间，请核对。")


class FilesWidget(forms.ClearableFileInput):
    """Several files; those that were already taken in travel along signed, so a refused form loses none."""

    template_name = "parts/files_input.html"
    allow_multiple_selected = True
    person: Person | None = None
    kept: Sequence[store.Kept] = ()

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, UploadedFile], name: str
    ) -> tuple[list[str], list[UploadedFile]]:
        return data.getlist(f"{name}-kept") if hasattr(data, "getlist") else [], files.getlist(
            name
        ) if files else []

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def format_value(self, value: Any) -> None:
        return None

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        context["kept"] = [(file, ticket(file, self.person)) for file in self.kept] if self.person else []
        return context


class FilesField(forms.Field):
    """Uploads of one person, checked and kept at once. Cleans to a list of `store.Kept`."""

    widget = FilesWidget
    most = MOST_FILES
    sealed = False  # what arrives lies in the store as cipher text alone

    @property
    def input(self) -> FilesWidget:
        return cast(FilesWidget, self.widget)  # a class on the class, one of its own on each field

    def of(self, person: Person, sealed: bool = False) -> Self:
        """The field for this person: tickets of anybody else's files are worth nothing in it."""
        self.input.person, self.sealed = person, sealed
        return self

    def keep(self, upload: UploadedFile) -> store.Kept:
        """Raises Refused."""
        if self.sealed:
            return store.keep_sealed(upload, settings.FILE_SIZE_LIMIT)
        return store.keep(upload)

    def clean(self, value: tuple[list[str], list[UploadedFile]]) -> list[store.Kept]:
        tickets, uploads = value
        kept = [file for one in tickets if (file := from_ticket(one, self.input.person))]
        self.input.kept = kept
        if len(kept) + len(uploads) > self.most:
            raise forms.ValidationError(f"{self.label or '附件'}最多{self.most}个，请合并或删减后再传。")
        refusals = []
        for upload in uploads:
            try:
                kept.append(self.keep(upload))
            except FileRefused as refusal:
                refusals.append(str(refusal))
        if refusals:
            raise forms.ValidationError(refusals)
        return kept


def ticket(file: store.Kept, person: Person) -> str:
    return signing.dumps(astuple(file), salt=salt_of(person))


def from_ticket(text: str, person: Person | None) -> store.Kept | None:
    if person is None:
        return None
    try:
        return store.Kept(*signing.loads(text, salt=salt_of(person), max_age=TICKET_AGE))
    except signing.BadSignature:
        return None


def salt_of(person: Person) -> str:
    return f"kept-file-of-{person.pk}"


def unit_input() -> forms.TextInput:
    """Names one unit, suggested as it is typed; the page carries matters/unit_names.html."""
    return forms.TextInput(attrs=unit_attrs())


def unit_attrs(many: bool = False) -> dict[str, str]:
    """Of a box for units: the browser's own list without scripts, with them what `units.js` finds."""
    return {"list": "unit-names", "data-units": "many" if many else "one", "autocomplete": "off"}
