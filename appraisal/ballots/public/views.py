"""The voter's page. Each post carries the code and every mark; nothing is kept before the ballot is sent, and then not by whom."""

import re
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from appraisal.ballots.actions import voting
from appraisal.ballots.codes import DIGITS
from appraisal.ballots.models import Poll
from appraisal.ballots.public import limiting
from appraisal.ballots.public.marking import Marking
from bureau.jobs.barred import Barred
from bureau.pages.nobody import Nobodys

PAGE = re.compile(r"(page|clear)_([1-9][0-9]?)")


class CodeForm(forms.Form):
    code = forms.CharField(
        label="票码",
        max_length=40,
        help_text=f"纸条上的{DIGITS}位数字，有没有空格都可以。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": "请填写票码。"},
    )


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Vote(Nobodys):
    template_name = "ballots/public/code.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=CodeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.POST)
        if not form.is_valid():
            return self.show(422, form=form)
        try:
            limiting.check(request)
            return self.go_on(form.cleaned_data["code"], request.POST.get("do", ""))
        except voting.Unknown as unknown:
            limiting.count_wrong(request)
            return self.again(404, unknown, word="没有找到")
        except limiting.TooOften as barred:
            return self.again(429, barred)

    def again(self, status: int, barred: Barred, **words: str) -> HttpResponse:
        """The code is asked for once more; what was typed is not shown."""
        self.template_name = "ballots/public/code.html"
        return self.show(status, form=CodeForm(), barred=str(barred), **words)

    def go_on(self, code: str, do: str) -> HttpResponse:
        """The page that was asked for, or the ballot goes in. Raises Unknown."""
        poll = voting.group_of(code).poll
        turned = PAGE.fullmatch(do)
        page = int(turned[2]) if turned else 1
        try:
            cleared = page if turned and turned[1] == "clear" else None
            marking = Marking.of(poll, self.request.POST.dict(), cleared)
        except Barred as barred:
            return self.marked(code, Marking.of(poll, {}), 1, status=422, barred=str(barred))
        if do == "send":
            voting.cast(code, marking.marks)
            return self.done(poll)
        if do == "review":
            return self.reviewed(code, marking)
        return self.marked(code, marking, min(page, marking.pages))

    def marked(self, code: str, marking: Marking, page: int, status: int = 200, **words: Any) -> HttpResponse:
        self.template_name = "ballots/public/ballot.html"
        more = {"page": page, "rows": marking.on(page), "kept": marking.off(page)}
        return self.show(status, code=code, marking=marking, poll=marking.poll, **more, **words)

    def reviewed(self, code: str, marking: Marking) -> HttpResponse:
        self.template_name = "ballots/public/review.html"
        chosen = marking.chosen()
        return self.show(
            code=code,
            marking=marking,
            poll=marking.poll,
            chosen=chosen,
            blank=sum(not word for _row, word in chosen),
            invalid=marking.terms.why_invalid(marking.marks),
        )

    def done(self, poll: Poll) -> HttpResponse:
        self.template_name = "ballots/public/done.html"
        return self.show(poll=poll)
