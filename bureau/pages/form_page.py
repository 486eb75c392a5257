"""A page with one form: shown, sent once, refused with what was typed, or taken."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.org.request import Request
from bureau.pages.back import came_from
from bureau.pages.fields import say_what_is_missing
from bureau.pages.models import Draft
from bureau.pages.once import Same, Twice, check_seen, digest, led_to, once, token

ALREADY = "这一步已经办过了，没有重复办理。"


class FormPage(View):
    """GET shows the form, POST hands it to the verb.

    A form that was sent before does nothing: ALREADY is said, and the way leads to where it led the first time.
    A form that is not valid is shown again (200). A verb that raises Barred has its reason said in the form with what
    was typed (409); a page that is only buttons says it at home. A form that was taken is followed by a sentence and
    the next page.

    A page says what is its own, and no more:

    - `find()`: the record it is about, reached through the person; raises Http404 where they do not see it. It is
      kept as `record`.
    - `may()`: whether this can be done now, true or a falsy verdict with its `reason`. Asked when the page is opened.
    - `form_class`, or `form(*posted)`.
    - `version()`, `lock()`, `news()`: of a record that others may change while the form is open.
    - `take(form)`: calls the verb, in the transaction. What it returns is `done` below.
    - `sentence`, `said(done)` or `tell(done)`: what the person is told.
    - `leads_to(done)`: the next page. With `leads_back`, the one that the form was opened from (`back`), if it names one.
    - `home()`: where the page leads when there is nothing to do on it.
    - `place()`: the name of the address in the menu that the page belongs to, where its own address does not say it.
    - `template_name`, `context(form)`: how it looks.

    `Drafting`, written before it among the bases, keeps what is typed.
    """

    request: Request
    template_name = ""
    sentence = ""
    leads_back = False
    asks_again = True  # whether the same words within ten minutes are asked about
    again = False  # whether the writer is asked if they mean the same words once more

    # --- what a page says -----------------------------------------------------------------------------
    def find(self) -> Any:
        return None

    def may(self) -> Any:
        return True

    @property
    def form_class(self) -> type[forms.BaseForm]:
        return forms.Form

    def form(self, *posted: Any) -> forms.BaseForm:
        """The form, with what was posted: data and files."""
        return self.form_class(*posted)

    def version(self) -> object:
        """What the form remembers of the record; empty where nothing is to be compared."""
        return ""

    def lock(self) -> Any:
        """The record as it is now, and stays until the form was taken."""
        return self.record

    def news(self) -> str:
        """What happened to the record since, if this person may read it."""
        return ""

    def secret(self) -> bool:
        """Whether what is typed here is about what few may read."""
        return False

    def prepare(self, form: forms.BaseForm) -> None:
        """What takes long, done before anything is locked. May raise Barred."""

    def take(self, form: forms.BaseForm) -> Any:
        raise NotImplementedError

    def said(self, done: Any) -> str:
        return self.sentence

    def tell(self, done: Any) -> None:
        messages.success(self.request, self.said(done))

    def leads_to(self, done: Any) -> Any:
        return self.home()

    def onward(self, done: Any) -> Any:
        """The page that the form was opened from, where it leads back; else the one that follows."""
        return self.back() or self.leads_to(done)

    def back(self) -> str:
        return came_from(self.request) if self.leads_back else ""

    def home(self) -> Any:
        return self.record

    def anew(self) -> Any:
        """The record as it is after a refusal."""
        return self.find()

    def place(self) -> str:
        return ""

    def context(self, form: forms.BaseForm) -> dict:
        return {}

    # --- what every page does -------------------------------------------------------------------------
    @cached_property
    def record(self) -> Any:
        return self.find()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (verdict := self.may()):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(self.home())
        return self.show(self.filled(self.form()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if (before := led_to(request)) is not None:
            return self.sent_before(before)
        form = self.form(request.POST, request.FILES)
        say_what_is_missing(form)
        return self.submit(form) if form.is_valid() else self.show(form)

    def submit(self, form: forms.BaseForm) -> HttpResponse:
        """Take a valid form, or say why not."""
        try:
            self.prepare(form)
            done, answer = self.carry_out(form)
        except Twice as twice:
            return self.sent_before(twice.led_to)
        except Barred as barred:
            return self.refuse(form, barred)
        self.forget_draft()
        self.tell(done)
        return answer

    def carry_out(self, form: forms.BaseForm) -> tuple[Any, HttpResponseRedirect]:
        """All or nothing. What was done, and the way on, which a second click is led, too."""
        words = digest(self.request) if form.fields and self.asks_again else ""
        with once(self.request, words) as sent:
            self.record = self.lock()
            check_seen(self.request.POST.get("seen"), self.version(), self.news, typed=bool(form.fields))
            done = self.take(form)
            answer = redirect(self.onward(done))
            sent.leads_to(answer.url)
        return done, answer

    def sent_before(self, led_to: str) -> HttpResponse:
        messages.info(self.request, ALREADY)
        return redirect(led_to or self.home())

    def refuse(self, form: forms.BaseForm, barred: Barred) -> HttpResponse:
        """A form says why; a mere button has it said at home."""
        if form.fields:
            return self.show_refused(form, barred)
        messages.error(self.request, str(barred))
        return redirect(self.home())

    def show_refused(self, form: forms.BaseForm, barred: Barred) -> HttpResponse:
        """What was typed stands beside the reason, over the record as it is now; the reason beside the field it is about."""
        self.record = self.anew()
        form.add_error(barred.field if barred.field in form.fields else None, str(barred))
        self.again = isinstance(barred, Same)
        return self.show(form, status=409)

    def show(self, form: forms.BaseForm, status: int = 200, **more: object) -> HttpResponse:
        context = {**self.context(form), **more, "form": form, "hidden": self.hidden()}
        if form.fields:
            context |= self.drafting()
        self.request.place = self.place()
        return render(self.request, self.template_name, context, status=status)

    def hidden(self) -> dict:
        """What travels with the form and nobody types."""
        repeat = digest(self.request) if self.again else ""
        more = {"seen": self.seen(self.version()), "back": self.back(), "repeat": repeat}
        return {"once": token()} | {name: value for name, value in more.items() if value}

    # --- what Drafting does more ----------------------------------------------------------------------
    @property
    def draft(self) -> Draft | None:
        return None

    def filled(self, form: forms.BaseForm) -> forms.BaseForm:
        return form

    def seen(self, version: object) -> str:
        return str(version)

    def drafting(self) -> dict:
        return {}

    def forget_draft(self) -> None:
        """Nothing was kept."""
