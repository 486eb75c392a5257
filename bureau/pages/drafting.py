"""What somebody types is kept until it is sent: over a closed page, an ended login, a night."""

from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from bureau.files.classified import REFUSAL, is_marked
from bureau.pages import drafts, writer
from bureau.pages.form_page import FormPage
from bureau.pages.models import Draft
from bureau.pages.once import used


class Drafting(FormPage):
    """A `FormPage` whose form is shown by parts/form.html (a form of your own includes parts/drafting.html and, last
    among its buttons, parts/draft_buttons.html).

    `sealed`: what is typed is kept as cipher text alone; said by a page on which stands who somebody is, and of
    every record that is secret itself."""

    sealed = False

    @property
    def keeps_sealed(self) -> bool:
        return self.sealed or self.secret()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "draft" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.record = self.find()  # who does not see the record keeps no draft of it
        return self.save_draft()

    @property
    def form_key(self) -> str:
        """What the draft is kept under; for a form that posts to another address than its page: of that address."""
        return drafts.form_at(self.request.get_full_path())

    @cached_property
    def drafts(self) -> list[Draft]:
        """The sheets that were begun and not sent, when the page is opened; a refused post holds its own itself."""
        return drafts.recall(self.request.user, self.form_key) if self.request.method == "GET" else []

    @cached_property
    def draft(self) -> Draft | None:
        """The sheet that the address names, else the last one. `?sheet=new` asks for a blank one."""
        if not (asked := self.request.GET.get("sheet")):
            return next(iter(self.drafts), None)
        return next((draft for draft in self.drafts if str(draft.sheet) == asked), None)

    @cached_property
    def form_sheet(self) -> UUID:
        """Which sheet this page shows or was posted from."""
        if self.request.method == "POST":
            return drafts.key_of_sheet(self.request.POST.get("sheet"))
        named = drafts.key_of_sheet(self.request.GET.get("sheet"))
        return self.draft.sheet if self.draft else uuid4() if named == drafts.ONLY else named

    def filled(self, form: forms.BaseForm) -> forms.BaseForm:
        """The form as it was left, if it was: what was left blank or unticked, too."""
        if self.draft:
            left = {name: self.draft.typed.get(form.add_prefix(name), "") for name in form.fields}
            form.initial = {**form.initial, **left}
        return form

    def seen(self, version: object) -> str:
        """The version that was mended: of a draft the one it was typed on, so that what others did since is told."""
        return (self.draft and self.draft.typed.get("seen")) or str(version)

    def drafting(self) -> dict:
        return {
            "drafting": True,
            "draft": self.draft,
            "sheet": self.form_sheet,
            "other_sheets": [draft for draft in self.drafts if draft != self.draft],
            "writer": writer.token(self.request.user, self.form_key, self.keeps_sealed),
        }

    def save_draft(self) -> HttpResponse:
        """暂存 and 放弃暂存 by their buttons; and the page keeps by itself, which wants no answer."""
        if by_itself(self.request):
            return self.save_quietly()
        if self.request.POST["draft"] == "drop":
            self.forget_draft()
            messages.success(self.request, "已放弃暂存的内容。")
        elif self.keep_draft():
            messages.success(self.request, "已暂存，下次打开本页会自动填上。")
        else:
            marked = is_marked(*drafts.typed(self.request.POST).values())
            messages.warning(self.request, REFUSAL if marked else "没有可以暂存的内容。")
        return redirect(self.request.get_full_path())

    def save_quietly(self) -> HttpResponse:
        """Not what arrives after its form was sent."""
        if not used(self.request):
            self.keep_draft()
        return HttpResponse(status=204)

    def keep_draft(self) -> bool:
        return drafts.keep(self.request.user, self.form_key, self.request.POST, self.keeps_sealed)

    def forget_draft(self) -> None:
        drafts.forget(self.request.user, self.form_key, self.form_sheet)


def by_itself(request: HttpRequest) -> bool:
    """Sent by draft.js while somebody types, not by a button."""
    return request.headers.get("X-Requested-With") == "draft"
