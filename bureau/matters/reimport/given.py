"""What stands in cells, handed to the form of a step as a page would post it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from bureau.jobs.barred import Barred
from bureau.matters.reimport.columns import WHY
from bureau.matters.reimport.declared import Change

ERRORS = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
MOST_NAMED = 12  # choices that a sentence lists


def filled(change: Change, subject: Any, cells: Mapping[str, str], changed: list[str], why: str) -> Any:
    """The change's form with these cells, checked by nobody yet. Raises Barred, by the key of the column, where a cell cannot be
    taken by it."""
    blank = change.form(change.step, subject, None)
    posted = as_posted(blank)
    wanted = [(key, change.columns[key]) for key in change.columns if key in changed]
    wanted += [(key, name) for key, name in change.beside.items() if key not in changed and key in cells]
    for key, name in wanted:
        if name not in blank.fields:
            if key in changed:
                raise Barred("本事项没有这一项，不能填。", field=key)
            continue
        refuse_formula(cells[key], key)
        posted[name] = chosen(blank.fields[name], cells[key], key)
    if change.why:
        posted[change.why] = why
    return change.form(change.step, subject, posted)


def as_posted(form: Any) -> QueryDict:
    """What its fields hold before anybody types."""
    posted = QueryDict(mutable=True)
    for name, field in form.fields.items():
        value = field.prepare_value(form.get_initial_for_field(field, name))
        if isinstance(value, list | tuple):
            posted.setlist(name, [str(one) for one in value])
        elif value is True:
            posted[name] = "on"
        elif value not in (None, False):
            posted[name] = str(value)
    return posted


def refuse_formula(words: str, key: str) -> None:
    """Raises Barred where a cell holds no result."""
    if words.startswith("=") or words in ERRORS:
        raise Barred(
            f"“{words[:20]}”是公式，没有算出的结果。请在 Excel 或 WPS 里打开、保存一次再上传，或者改成文字。",
            field=key,
        )


def chosen(field: forms.Field, words: str, key: str) -> str:
    """Of a choice its value by its label. Raises Barred where it is none of them."""
    if not isinstance(field, forms.ChoiceField) or not words:
        return words
    choices = {label: value for value, label in flat(field.choices)}
    if words not in choices:
        named = [label for label, value in choices.items() if value]
        more = "等" if len(named) > MOST_NAMED else ""
        raise Barred(
            f"“{words[:20]}”不能填在这里，可以填：{'、'.join(named[:MOST_NAMED])}{more}。", field=key
        )
    return choices[words]


def flat(choices: Any) -> Iterator[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from flat(label)
        else:
            yield str(value), str(label)


def faults(change: Change, form: Any, labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a form refuses: the label of the column and a sentence, each."""
    heads = heads_of(change, labels)
    return [
        (heads.get(name, "") or called(form, name), sentence)
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]


def heads_of(change: Change, labels: Mapping[str, str]) -> dict[str, str]:
    """By the field of its form the head of the column that fills it."""
    heads = {name: labels.get(key, "") for key, name in (*change.beside.items(), *change.columns.items())}
    return heads | ({change.why: WHY} if change.why else {})


def called(form: Any, name: str) -> str:
    return str(form.fields[name].label) if name in form.fields else ""
