from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404

from bureau.org.keys import key_of
from bureau.pages.fields import Words, words
from reports import actions
from reports.models import Bulletin, Comment
from reports.policy import comments
from reports.views.of_bulletin import OfBulletin


class CommentForm(forms.Form):
    label, done = "批注", "已批注。"
    quote = Words(label="所批文字", max_length=Comment.QUOTE_LENGTH, required=False)
    text = words("批注", Comment.TEXT_LENGTH, 2)


class SettleForm(forms.Form):
    label, done = "处理批注", "批注已处理。"
    answer = words("处理意见", Comment.TEXT_LENGTH, 2, required=False)


class Say(OfBulletin):
    """批注 and 处理, by small forms beside the text; both lead back to where they stood. What is refused is shown on a page of
    its own with what was typed."""

    http_method_names = ["post"]
    template_name = "reports/comment.html"
    leads_back = True

    def find(self) -> Bulletin:
        bulletin = super().find()
        if not comments(self.request.user, bulletin, ever=True):
            raise Http404
        return bulletin

    def form(self, *posted):
        return (SettleForm if "settle" in self.request.POST else CommentForm)(*posted)

    def take(self, form) -> str:
        person, given = self.request.user, form.cleaned_data
        if "settle" in self.request.POST:
            comment = get_object_or_404(self.record.comments, pk=key_of(self.request.POST["settle"]))
            actions.settle(person, comment, given["answer"])
        else:
            actions.comment(person, self.record, given["text"], given["quote"])
        return form.done

    def said(self, done) -> str:
        return done

    def context(self, form) -> dict:
        return {"bulletin": self.record}

    def hidden(self) -> dict:
        settled = self.request.POST.get("settle")
        return super().hidden() | ({} if settled is None else {"settle": settled})
