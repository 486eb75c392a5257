"""Views of lists that are saved under a name."""

from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from bureau.jobs.barred import Barred
from bureau.org.request import Request
from bureau.pages.fields import Words
from bureau.pages.form_page import FormPage
from bureau.pages.models import SavedView

MOST = 30  # of one person and list


class SaveForm(forms.Form):
    name = Words(label="视图名称", max_length=SavedView.NAME_LENGTH)
    desk = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    query = forms.CharField(max_length=SavedView.QUERY_LENGTH, widget=forms.HiddenInput)


class Save(FormPage):
    """存为视图: by the small form below the conditions of a list; what is refused is shown on a page of its own."""

    request: Request
    http_method_names = ["post"]
    form_class = SaveForm
    template_name = "pages/save_view.html"

    def find(self) -> str:
        """The name of the list's address; 404 for what is none."""
        try:
            reverse(self.kwargs["list"])
        except NoReverseMatch:
            raise Http404 from None
        return self.kwargs["list"]

    def take(self, form: forms.BaseForm) -> SavedView:
        given, person = form.cleaned_data, self.request.user
        if given["desk"] and not person.sits_at(given["desk"]):
            raise Barred("只有本岗位的人能存本岗位共用的视图。")
        mine = SavedView.objects.filter(person=person, list=self.record)
        same = {"list": self.record, "name": given["name"], "desk": given["desk"]}
        if not given["desk"]:
            same["person"] = person
        if mine.count() >= MOST and not mine.filter(**same).exists():
            raise Barred(f"一个列表最多存{MOST}个视图，请先删去不用的。")
        saved, _new = SavedView.objects.update_or_create(
            **same,
            defaults={"query": given["query"]},
            create_defaults={"query": given["query"], "person": person},
        )
        return saved

    def said(self, done: SavedView) -> str:
        return f"已存为视图“{done.name}”。"

    def leads_to(self, done: SavedView) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return reverse(self.record)

    def context(self, form: forms.BaseForm) -> dict[str, Any]:
        return {"back": self.home()}


class Drop(FormPage):
    """删去视图: one's own; one of a desk by whoever sits there."""

    request: Request
    http_method_names = ["post"]

    def find(self) -> SavedView:
        return get_object_or_404(SavedView.objects.shown_to(self.request.user), pk=self.kwargs["pk"])

    def take(self, form: forms.BaseForm) -> SavedView:
        self.record.delete()
        return self.record

    def said(self, done: SavedView) -> str:
        return f"已删去视图“{done.name}”。"

    def home(self) -> str:
        return reverse(self.record.list)
