"""外出代理: the page on which absences are arranged, seen and ended."""

from functools import cached_property

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from bureau.org import arranging
from bureau.org.keys import key_of
from bureau.org.models import Deputy, Person
from bureau.org.visible import VisibleField

PAST = 30  # shown of those that are over


class PersonChoice(forms.ModelChoiceField):
    """Somebody by name, post and account, found by typing."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.Select(attrs={"data-filter-list": ""}), **kwargs)

    def label_from_instance(self, person):
        return f"{person.signature}（{person.post_words}，{person.username}）"


def day_field(label: str, help_text="") -> forms.DateField:
    wrong = f"“{label}”不是一个存在的日期，请按 2026-12-31 的样子填写。"
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": wrong},
    )


class AwayForm(forms.Form):
    deputy = PersonChoice(label="代理人", queryset=None)
    starts = day_field("自")
    ends = day_field("至", f"到这一天为止（含），最长{arranging.LONGEST.days}日，过后自动失效。")
    reason = VisibleField(label="事由", max_length=200, required=False, help_text="如“外出学习”，可以不填。")

    def __init__(self, principal, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["deputy"]
        field.queryset = arranging.candidates(principal)
        # Asked once: the page looks at them before it shows the form.
        self.candidates = list(field.queryset.prefetch_related("postings"))
        named = [(one.pk, field.label_from_instance(one)) for one in self.candidates]
        field.choices = [("", field.empty_label), *named]


class Away(View):
    """Whose absence: `?whose=<key>` of somebody for whom this person may arrange it; else their own."""

    def get(self, request):
        principal = self.principal()
        return self.show(principal, principal and AwayForm(principal))

    def post(self, request):
        if "end" in request.POST:
            return self.end(request.POST["end"])
        principal = self.principal()
        if principal is None:
            return self.show(None, None)
        form = AwayForm(principal, request.POST)
        if not form.is_valid():
            return self.show(principal, form)
        try:
            row = arranging.arrange(request.user, principal, **form.cleaned_data)
        except ValidationError as wrong:
            form.add_error(None, wrong)
            return self.show(principal, form, status=409)
        messages.success(
            request, f"已安排：{principal.name}{arranging.days_of(row)}由{row.deputy.name}代理。"
        )
        return redirect(request.get_full_path())

    def end(self, key: str):
        """提前终止 of a row that this person may end; any other does not exist."""
        row = self.rows().filter(pk=key_of(key), kind=arranging.STAND_IN).first()
        if row is None or row.principal not in self.whose:
            raise Http404
        if arranging.end(self.request.user, row):
            messages.success(self.request, f"已终止：{row.deputy.name}不再代理{row.principal.name}。")
        else:
            messages.info(self.request, "这次代理已经结束了。")
        return redirect(self.request.get_full_path())

    @cached_property
    def whose(self) -> list[Person]:
        return list(arranging.absences_arranged_by(self.request.user).prefetch_related("postings"))

    def principal(self):
        """The chosen one; without a choice oneself, or nobody where one is no holder of a lendable post."""
        key = self.request.GET.get("whose", "")
        if not key:
            return next((one for one in self.whose if one.pk == self.request.user.pk), None)
        found = next((one for one in self.whose if str(one.pk) == key), None)
        if found is None:
            raise Http404
        return found

    def rows(self):
        """What this person arranges, and where they take part themself."""
        person = self.request.user
        mine = Q(principal=person) | Q(deputy=person)
        concerned = mine | Q(
            kind=arranging.STAND_IN, principal__in=arranging.absences_arranged_by(person).values("pk")
        )
        return Deputy.objects.filter(concerned).select_related(
            "principal__unit", "deputy__unit", "arranged_by", "ended_by"
        )

    def show(self, principal, form, status=200):
        whose, today = self.whose, timezone.localdate()
        over = Q(ended_at__isnull=False) | Q(ends__lt=today)
        context = {
            "principal": principal,
            "whose": whose,
            "form": form,
            "today": today,
            "current": self.rows().exclude(over).order_by("starts", "pk"),
            "past": self.rows().filter(over)[:PAST],
            "may_end": {one.pk for one in whose},
        }
        return render(self.request, "org/away.html", context, status=status)
