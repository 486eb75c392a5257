"""Views of lists that are saved under a name, and which columns they show."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.jobs.barred import Barred
from bureau.org.request import Request
from bureau.pages.fields import Words
from bureau.pages.form_page import FormPage
from bureau.pages.models import ColumnChoice, SavedView
from bureau.pages.remembering import list_at

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
        list_at(self.kwargs["list"])
        return self.kwargs["list"]

    def take(self, form: forms.BaseForm) -> SavedView:
        given, person = form.cleaned_data, self.request.user
        if given["desk"] and not self.of_desk(given["desk"]):
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

    def of_desk(self, desk: str) -> bool:
        """Whether it is the list's desk, and this person sits there."""
        return self.record.startswith(f"{desk}:") and self.request.user.sits_at(desk)

    def said(self, done: SavedView) -> str:
        return f"已存为视图“{done.name}”。"

    def leads_to(self, done: SavedView) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return reverse(self.record)

    def context(self, form: forms.BaseForm) -> dict[str, Any]:
        return {"back": self.home()}


class Choose(FormPage):
    """栏目: which columns of a list somebody wants to see; with `customary` those that it has by itself."""

    request: Request
    http_method_names = ["post"]
    leads_back = True

    def find(self) -> str:
        """The name of the address of a list; 404 for what is none."""
        self.columns = list_at(self.kwargs["list"]).table_class.base_columns
        return self.kwargs["list"]

    def take(self, form: forms.BaseForm) -> None:
        same = {"person": self.request.user, "list": self.record}
        if "customary" in self.request.POST:
            ColumnChoice.objects.filter(**same).delete()
            return
        ticked = [name for name in self.request.POST.getlist("column") if name in self.columns]
        ColumnChoice.objects.update_or_create(**same, defaults={"names": ",".join(dict.fromkeys(ticked))})

    def said(self, done: None) -> str:
        return "栏目已更新，下次打开仍是这些栏目。"

    def home(self) -> str:
        return reverse(self.record)


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
