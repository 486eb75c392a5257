"""汇总: what was reported inside becomes the words and the files of the unit's own reply, to be mended before it is sent."""

from collections.abc import Iterable

from django import forms

from bureau.files.store import Kept
from bureau.matters.flow import Step
from bureau.matters.inside.states import REPORTED
from bureau.matters.models import Assignment, InnerTask
from bureau.pages.fields import FilesField

ASKED = "inside"  # in the address of the reply's form


def reported(part: Assignment) -> list[InnerTask]:
    found = part.tasks.filter(state=REPORTED).select_related("person").prefetch_related("files")
    return list(found.order_by("pk"))


def takes_them(step: Step) -> bool:
    """Whether a reply is written by the step, with words and files."""
    return {"text", "files"} <= {ask.name for ask in step.asks} and bool(step.measured or step.does)


def gathered_at(url: str) -> str:
    """The form of the reply, filled with it."""
    return f"{url}{'&' if '?' in url else '?'}{ASKED}=1"


def put_in(form: forms.BaseForm, part: Assignment) -> None:
    """Below what was typed already, once; the files without being uploaded again."""
    tasks, typed = reported(part), form.initial.get("text", "")
    words = [one.report for one in tasks if one.report not in typed]
    form.initial["text"] = "\n".join(filter(None, [typed, *words]))
    hang(form, tasks)


def hang(form: forms.BaseForm, tasks: Iterable[InnerTask]) -> None:
    """Their files in the form's field, as if they had been uploaded there."""
    field = form.fields["files"]
    if isinstance(field, FilesField):
        field.input.kept = list(kept(tasks))[: field.most]


def kept(tasks: Iterable[InnerTask]) -> Iterable[Kept]:
    """Each file once."""
    known: dict[str, Kept] = {}
    for task in tasks:
        for file in task.files.all():
            known.setdefault(file.sha256, Kept(file.name, file.kind, file.size, file.sha256))
    return known.values()
