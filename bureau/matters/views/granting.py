from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters.access import grants
from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.posts import ADMINISTRATORS
from bureau.pages.fields import DateField
from bureau.pages.once import Twice, once, token


class PersonField(forms.ModelChoiceField):
    """Somebody with an account who may read matters."""

    def label_from_instance(self, person):
        return f"{person.signature}（{person.post_words}，{person.username}）"


class GrantForm(forms.Form):
    to = PersonField(label="授权给", queryset=None, widget=forms.Select(attrs={"data-filter-list": ""}))
    reason = forms.CharField(label="理由", max_length=grants.REASON_LENGTH)
    until = DateField(label="截止日期", help_text="到这一天为止，过后自动失效。")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(is_active=True).exclude(postings__post__in=ADMINISTRATORS)
        self.fields["to"].queryset = people.prefetch_related("postings")


class Grants(View):
    """Who may read this matter by way of exception; granted and withdrawn here."""

    def get(self, request, pk):
        return self.show(self.matter(pk), GrantForm())

    def post(self, request, pk):
        matter, form = self.matter(pk), GrantForm(request.POST)
        withdrawn = request.POST.get("withdraw", "")
        if not withdrawn and not form.is_valid():
            return self.show(matter, form)
        try:
            with once(request.POST.get("once")):
                self.take(matter, form, withdrawn)
        except Twice:
            return redirect(request.path)
        except Barred as barred:
            messages.error(request, str(barred))
            return self.show(matter, form, status=409)
        messages.success(request, "授权已收回。" if withdrawn else "已授权，并记入动态。")
        return redirect(request.path)

    def take(self, matter, form, withdrawn: str) -> None:
        person = self.request.user
        if withdrawn:
            rows = matter.grants.filter(
                pk=int(withdrawn) if withdrawn.isdecimal() and len(withdrawn) < 19 else 0
            )
            return grants.withdraw(person, matter, get_object_or_404(rows).user)
        given = form.cleaned_data
        grants.grant(person, matter, given["to"], given["reason"], given["until"])
        return None

    def matter(self, pk):
        """404 for who does not see it, and for who may not grant."""
        matter = get_object_or_404(Matter.objects.visible_to(self.request.user), pk=pk)
        may = grants.may_grant(self.request.user, matter)
        return matter if may else get_object_or_404(Matter.objects.none(), pk=pk)

    def show(self, matter, form, status=200):
        context = {
            "matter": matter,
            "form": form,
            "hidden": {"once": token()},
            "grants": matter.grants.select_related("user__unit", "granted_by").order_by("until"),
            "today": timezone.localdate(),
        }
        return render(self.request, "matters/grants.html", context, status=status)
