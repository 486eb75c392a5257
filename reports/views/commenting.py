from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.pages.back import came_from
from bureau.pages.fields import Words, words
from bureau.pages.once import Twice, once, token
from reports import actions
from reports.models import Bulletin, Comment
from reports.policy import comments


class CommentForm(forms.Form):
    label, done = "批注", "已批注。"
    quote = Words(label="所批文字", max_length=Comment.QUOTE_LENGTH, required=False)
    text = words("批注", Comment.TEXT_LENGTH, 2)

    def act(self, person, bulletin, key) -> None:
        actions.comment(person, bulletin, self.cleaned_data["text"], self.cleaned_data["quote"])


class SettleForm(forms.Form):
    label, done = "处理批注", "批注已处理。"
    answer = words("处理意见", Comment.TEXT_LENGTH, 2, required=False)

    def act(self, person, bulletin, key) -> None:
        number = int(key) if key.isdecimal() and len(key) < 19 else 0
        actions.settle(person, get_object_or_404(bulletin.comments, pk=number), self.cleaned_data["answer"])


class Say(View):
    """批注 and 处理, by small forms beside the text; both lead back to where they stood. What is refused is shown on a page of
    its own with what was typed."""

    http_method_names = ["post"]

    def post(self, request, pk):
        bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=pk)
        if not comments(request.user, bulletin, ever=True):
            raise Http404
        form = (SettleForm if "settle" in request.POST else CommentForm)(request.POST)
        if not form.is_valid():
            return self.show(bulletin, form)
        try:
            with once(request.POST.get("once")):
                form.act(request.user, bulletin, request.POST.get("settle", ""))
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(bulletin, form, status=409)
        except Twice:
            pass
        else:
            messages.success(request, form.done)
        return redirect(came_from(request) or bulletin)

    def show(self, bulletin, form, status=200):
        kept = {name: self.request.POST[name] for name in ("settle",) if name in self.request.POST}
        hidden = kept | {"once": token(), "back": came_from(self.request)}
        context = {"bulletin": bulletin, "form": form, "hidden": hidden}
        return render(self.request, "reports/comment.html", context, status=status)
