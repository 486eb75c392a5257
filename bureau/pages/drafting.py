"""What somebody types is kept until it is sent: over a closed page, an ended login, a night."""

from functools import cached_property

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from bureau.files.classified import REFUSAL, is_marked
from bureau.pages import drafts, writer
from bureau.pages.once import used


class Drafting:
    """For a `FormPage`: its form is shown by parts/form.html (a form of your own includes parts/drafting.html and, last
    among its buttons, parts/draft_buttons.html). Any other view shows `filled(form)` with `**self.drafting()` in the
    context, answers a post with `draft` in it by `save_draft()`, and calls `forget_draft()` when the form was taken."""

    def post(self, request, *args, **kwargs):
        if "draft" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.find()  # who does not see the record keeps no draft of it
        return self.save_draft()

    @property
    def form_key(self) -> str:
        """What the draft is kept under; for a form that posts to another address than its page: of that address."""
        return drafts.form_at(self.request.get_full_path())

    @cached_property
    def draft(self):
        """What was typed and not sent, when the page is opened; a refused post holds it itself."""
        return drafts.recall(self.request.user, self.form_key) if self.request.method == "GET" else None

    def filled(self, form):
        """The form as it was left, if it was: what was left blank or unticked, too."""
        if self.draft:
            left = {name: self.draft.values.get(form.add_prefix(name), "") for name in form.fields}
            form.initial = form.initial | left
        return form

    def seen(self, version) -> str:
        """The version that was mended: of a draft the one it was typed on, so that what others did since is told."""
        return (self.draft and self.draft.values.get("seen")) or str(version)

    def drafting(self) -> dict:
        return {
            "drafting": True,
            "draft": self.draft,
            "writer": writer.token(self.request.user, self.form_key),
        }

    def save_draft(self):
        """暂存 and 放弃暂存 by their buttons; and the page keeps by itself, which wants no answer."""
        if by_itself(self.request):
            return self.save_quietly()
        if self.request.POST["draft"] == "drop":
            self.forget_draft()
            messages.success(self.request, "已放弃暂存的内容。")
        elif drafts.keep(self.request.user, self.form_key, self.request.POST):
            messages.success(self.request, "已暂存，下次打开本页会自动填上。")
        else:
            marked = is_marked(*self.request.POST.values())
            messages.warning(self.request, REFUSAL if marked else "没有可以暂存的内容。")
        return redirect(self.request.get_full_path())

    def save_quietly(self):
        """Not what arrives after its form was sent."""
        if not used(self.request.POST.get("once")):
            drafts.keep(self.request.user, self.form_key, self.request.POST)
        return HttpResponse(status=204)

    def forget_draft(self) -> None:
        drafts.forget(self.request.user, self.form_key)


def by_itself(request) -> bool:
    """Sent by draft.js while somebody types, not by a button."""
    return request.headers.get("X-Requested-With") == "draft"
