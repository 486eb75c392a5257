from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters.actions import version
from bureau.matters.flow import Record
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.seen import check_seen
from bureau.org.keys import keys_of
from bureau.pages.form_page import FormPage


@dataclass(frozen=True)
class Taken:
    """How many were taken, and sentences on those that were not."""

    count: int
    refused: list[str]


class Several(FormPage):
    """One step on all that waits for somebody, ticked: each is taken by itself or says why not, so that one refusal
    holds no other up.

    A page says its `word` (签收), what is said where nothing waits (`calm`) and of what waits no more (`gone`), and
    how one is taken.
    """

    form_class = forms.Form
    word = calm = gone = ""

    def records(self) -> Iterable[Any]:
        """Of what was found: that of which each takes the step."""
        return self.record

    def take_one(self, record: Any, form: Any) -> object:
        raise NotImplementedError

    def may(self) -> Verdict:
        return Yes() if self.record else No(self.calm)

    def take(self, form: forms.BaseForm) -> Taken:
        """By the order of their matters: two that take the same never wait for each other."""
        chosen = set(keys_of(self.request.POST.getlist("id")))
        ticked = sorted(
            (one for one in self.records() if one.pk in chosen), key=lambda one: (one.matter.pk, one.pk)
        )
        if not ticked:
            raise Barred("请至少勾选一件。")
        refused = [why for one in ticked if (why := self.refusal(one, form))]
        count = len(ticked) - len(refused)
        if gone := len(chosen) - len(ticked):
            refused.append(f"另有{gone}件{self.gone}，没有{self.word}。")
        return Taken(count, refused)

    def refusal(self, record: Record, form: forms.BaseForm) -> str:
        """Take one; why that could not be done, empty where it was."""
        try:
            with transaction.atomic():
                seen = self.request.POST.get(f"seen-{record.pk}")
                check_seen(seen, version(record), record.matter, self.request.user, typed=bool(form.fields))
                self.take_one(record, form)
        except Barred as barred:
            return f"{record.matter}没有{self.word}：{barred}"
        return ""

    def tell(self, done: Taken) -> None:
        if done.count:
            messages.success(self.request, f"已{self.word}{done.count}件。")
        for sentence in done.refused:
            messages.warning(self.request, sentence)
