from typing import Any, cast

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from bureau.matters.access import grants
from bureau.matters.models import Matter
from bureau.org.keys import key_of
from bureau.org.models import Person
from bureau.org.posts import ADMINISTRATORS
from bureau.org.visible import VisibleField
from bureau.pages.fields import DateField
from bureau.pages.form_page import FormPage


class PersonField(forms.ModelChoiceField):
    """Somebody with an account who may read matters."""

    def label_from_instance(self, person: Person) -> str:
        return f"{person.signature}（{person.post_words}，{person.username}）"


class GrantForm(forms.Form):
    to = PersonField(label="授权给", queryset=None, widget=forms.Select(attrs={"data-filter-list": ""}))
    reason = VisibleField(label="理由", max_length=grants.REASON_LENGTH)
    until = DateField(label="截止日期", help_text="到这一天为止，过后自动失效。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(is_active=True).exclude(postings__post__in=ADMINISTRATORS)
        cast(PersonField, self.fields["to"]).queryset = people.prefetch_related("postings")


class Grants(FormPage):
    """Who may read this matter by way of exception; granted and withdrawn here."""

    template_name = "matters/grants.html"

    def find(self) -> Matter:
        """404 for who does not see it, and for who may not grant."""
        matter = get_object_or_404(Matter.objects.visible_to(self.request.user), pk=self.kwargs["pk"])
        if not grants.may_grant(self.request.user, matter):
            raise Http404
        return matter

    def place(self) -> str:
        return f"{self.record.kind}:list"

    @property
    def withdrawn(self) -> str:
        return self.request.POST.get("withdraw", "")

    def form(self, *posted: Any) -> forms.BaseForm:
        return forms.Form(*posted) if self.withdrawn else GrantForm(*posted)

    def take(self, form: forms.BaseForm) -> str:
        person, given = self.request.user, form.cleaned_data
        if self.withdrawn:
            grant = get_object_or_404(self.record.grants, pk=key_of(self.withdrawn))
            grants.withdraw(person, self.record, grant.user)
            return "授权已收回。"
        grants.grant(person, self.record, given["to"], given["reason"], given["until"])
        return "已授权，并记入动态。"

    def said(self, done: str) -> str:
        return done

    def home(self) -> str:
        return self.request.path

    def context(self, form: forms.BaseForm) -> dict:
        granted = self.record.grants.select_related("user__unit", "granted_by").order_by("until")
        return {"matter": self.record, "grants": granted, "today": timezone.localdate()}
