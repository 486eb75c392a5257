from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from bureau.matters.flow import Barred
from bureau.matters.forms import words
from bureau.matters.once import Twice, once
from bureau.matters.views.back import came_from
from reports import actions
from reports.models import Bulletin, Comment
from reports.policy import comments


class CommentForm(forms.Form):
    quote = forms.CharField(label="所批文字", max_length=Comment.QUOTE_LENGTH, required=False)
    text = words("批注", Comment.TEXT_LENGTH, 2)


class Say(View):
    """批注 and 处理, by small forms beside the text; both lead back to where they stood."""

    http_method_names = ["post"]

    def post(self, request, pk):
        bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=pk)
        if not comments(request.user, bulletin, ever=True):
            raise Http404
        try:
            with once(request.POST.get("once")):
                self.act(bulletin)
        except Twice:
            pass
        except Barred as barred:
            messages.error(request, str(barred))
        return redirect(came_from(request) or bulletin)

    def act(self, bulletin) -> None:
        posted = self.request.POST
        if "settle" in posted:
            key = posted["settle"]
            number = int(key) if key.isdecimal() and len(key) < 19 else 0
            found = get_object_or_404(bulletin.comments, pk=number)
            actions.settle(self.request.user, found, posted.get("answer", "")[: Comment.TEXT_LENGTH])
            messages.success(self.request, "批注已处理。")
            return
        form = CommentForm(posted)
        if not form.is_valid():
            raise Barred("".join(error for errors in form.errors.values() for error in errors))
        actions.comment(self.request.user, bulletin, form.cleaned_data["text"], form.cleaned_data["quote"])
        messages.success(self.request, "已批注。")
