"""读出建议: what the words typed first say of the other fields is filled in, each with the clause it was read from. Never over
what somebody typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse, QueryDict

from bureau.pages.form_page import FormPage

READ = "read"  # what the button posts as `do`
WHY = "建议，读自“{why}”，请核对。"
SALT = "suggested"


@dataclass(frozen=True)
class Suggestion:
    """What a field would be filled with, as it is typed, and the words that say so."""

    value: str
    why: str


@dataclass(frozen=True)
class Suggestions:
    """By the names of fields; `asked`: sentences about what was found and could not be settled."""

    found: Mapping[str, Suggestion] = field(default_factory=dict)
    asked: tuple[str, ...] = ()


class Suggesting(FormPage):
    """A `FormPage`, written before it (and before `Drafting`), whose first field holds words that are read. Its form is shown
    by matters/form_read.html, or by a template of its own that has the button.

    - `reads`: the name of that field.
    - `suggest(words)`: what it says.
    - `sought`: the fields that are worth a word where nothing was read.
    - `still`: the fields whose own help stands after the suggestion.
    - `ways`: value, label and tone of the buttons that send it; `pressed`: which it was.
    """

    reads = ""
    ways: tuple[tuple[str, str, str], ...] = ()
    sought: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def suggest(self, words: str) -> Suggestions:
        raise NotImplementedError

    @property
    def pressed(self) -> str:
        return self.request.POST.get("do", "")

    @property
    def reading(self) -> bool:
        """Whether the words were read just now, and nothing is sent."""
        return self.request.method == "POST" and self.pressed == READ

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.reading and "draft" not in request.POST:
            self.find()
            return self.show(self.read())
        return super().post(request, *args, **kwargs)

    def read(self) -> forms.BaseForm:
        """The form as it was posted, with what was read in the fields that nobody filled in."""
        post, blank = self.request.POST.copy(), self.form()
        told = self.told(blank.fields[self.reads], post)
        self.asked, before = told.asked, self.before
        for name in {*told.found, *before}:
            one = told.found.get(name)
            default = str(blank.get_initial_for_field(blank.fields[name], name) or "")
            if untouched(post, name, before, default):
                post[name] = one.value if one else default
        self.was = {name: one for name, one in told.found.items() if post.get(name) == one.value}
        form = self.form(post, self.request.FILES)
        forgive(form, post)
        return form

    def told(self, field: forms.Field, post: QueryDict) -> Suggestions:
        """What the words say as far as the form takes them: what is too long to be sent is not read either."""
        try:
            return self.suggest(field.clean(post.get(self.reads, "")))
        except forms.ValidationError:
            return Suggestions()

    @cached_property
    def before(self) -> dict[str, Suggestion]:
        """What was suggested when the page was last read, as far as it names fields of this form."""
        return {name: one for name, one in recalled(self.request.POST).items() if name in self.form().fields}

    @cached_property
    def was(self) -> dict[str, Suggestion]:
        return self.before

    def show(self, form: forms.BaseForm, status: int = 200, **more: object) -> HttpResponse:
        for name, one in self.was.items():
            if name in form.fields and form[name].value() == one.value:
                form[name].help_text = WHY.format(why=one.why) + (
                    form[name].help_text if name in self.still else ""
                )
        return super().show(form, status, **more)

    def hidden(self) -> dict:
        told = {name: [one.value, one.why] for name, one in self.was.items()}
        return super().hidden() | ({"was": signing.dumps(told, salt=SALT, compress=True)} if told else {})

    def context(self, form: forms.BaseForm) -> dict:
        unread = [form.fields[name].label for name in self.sought if not form[name].value()]
        told = {"asked": self.asked, "unread": unread if self.reading else [], "read": self.reading}
        return super().context(form) | told | {"ways": self.ways}


def untouched(post: QueryDict, name: str, before: Mapping[str, Suggestion], default: str) -> bool:
    """Nobody typed there: it holds nothing, or what was suggested before, or, where nothing was, what it begins with."""
    stands = post.get(name, "")
    return stands == before[name].value if name in before else stands in ("", default)


def recalled(post: QueryDict) -> dict[str, Suggestion]:
    """What the page's own hidden field remembers; nothing where it was forged."""
    try:
        told = signing.loads(post.get("was", ""), salt=SALT)
    except signing.BadSignature:
        return {}
    return {name: Suggestion(value, why) for name, (value, why) in told.items()}


def forgive(form: forms.BaseForm, post: QueryDict) -> None:
    """What is still to be filled in is no mistake yet."""
    for name in list(form.errors):
        if name != NON_FIELD_ERRORS and not post.get(name):
            del form.errors[name]
