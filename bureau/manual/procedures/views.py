"""The rule books' pages. Like the manual they tell of no matter: whoever is logged in reads all of them."""

from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django.views.generic import TemplateView

from bureau.manual.models import Preamble
from bureau.manual.procedures import books, prefacing
from bureau.manual.procedures.lines import chapters_of
from bureau.manual.procedures.sheet import sheet_of
from bureau.manual.procedures.times import Times
from bureau.matters.views.on_paper import printed
from bureau.org.posts import Post
from bureau.org.request import Request
from bureau.pages.fields import words
from bureau.pages.form_page import FormPage


def found(key: str) -> books.Book:
    """Raises Http404 where no such room stands."""
    if (book := books.book(key)) is None:
        raise Http404
    return book


class Procedure(TemplateView):
    request: Request
    template_name = "manual/procedure.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        book, person = found(kwargs["key"]), self.request.user
        times = Times(book)
        return super().get_context_data(
            book=book,
            books=books.books(),
            preamble=Preamble.current(book.key),
            chapters=chapters_of(book, times),
            times=times.all(),
            writes=prefacing.may_write(person),
            sets_limits=person.holds(Post.SYSTEM),
            **kwargs,
        )


class PrintedProcedure(View):
    def get(self, request: Request, key: str) -> HttpResponse:
        book, preamble = found(key), Preamble.current(key)
        sheet = sheet_of(book, preamble.text if preamble else "", timezone.localdate())
        back = reverse("manual:procedure", args=[key])
        return printed(request, sheet, f"{book.title}.pdf", back)


class PreambleForm(forms.Form):
    text = words(
        "前言", Preamble.LENGTH, 12, required=False, help_text="每行一段。不写的，工作程序从流程图开始。"
    )


class EditPreamble(FormPage):
    """By the 系统管理员 or a leader of the bureau; for everybody else the page does not exist."""

    template_name = "manual/preamble.html"
    asks_again = False

    def find(self) -> books.Book:
        if not prefacing.may_write(self.request.user):
            raise Http404
        return found(self.kwargs["key"])

    def form(self, *posted: Any) -> forms.BaseForm:
        form = PreambleForm(*posted)
        form.initial = {"text": self.stands.text if self.stands else ""}
        return form

    @cached_property
    def stands(self) -> Preamble | None:
        return Preamble.current(self.record.key)

    def version(self) -> object:
        return self.stands.pk if self.stands else "none"

    def lock(self) -> books.Book:
        """What stands is read anew."""
        self.__dict__.pop("stands", None)
        return self.record

    def news(self) -> str:
        return f"{self.stands.by.name}刚刚改过前言。" if self.stands else ""

    def take(self, form: forms.BaseForm) -> Preamble | None:
        return prefacing.write(self.request.user, self.record, form.cleaned_data["text"])

    def said(self, done: Preamble | None) -> str:
        return "前言已保存，并记入审计记录。" if done else "没有改动。"

    def home(self) -> str:
        return reverse("manual:procedure", args=[self.record.key])

    def context(self, form: forms.BaseForm) -> dict:
        versions = Preamble.objects.filter(book=self.record.key).select_related("by__unit")[:20]
        return {"book": self.record, "versions": versions}
