"""列席会议: the list, one meeting with what was noted, and what becomes of each."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import ListView, TemplateView

from bureau.matters.policy import No, Yes
from bureau.org.calendar import current_calendar
from bureau.org.request import Request
from bureau.org.worktime import workdays_between
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from directives import minutes
from directives.actions import sittings
from directives.models import UNREGISTERED, Directive, Expected, Sitting
from directives.sitting_forms import (
    ExpectForm,
    LeaveOutForm,
    MinutesForm,
    NewSittingForm,
    NoMinutesForm,
    SittingForm,
    TickForm,
)
from directives.views.desk_only import DeskOnly

SHOWN = {"late": "纪要逾期", "left": "有未登记", "": "全部"}


def late_by(sitting: Sitting) -> int:
    """Working days that its minutes are late; 0 while they are not."""
    if not sitting.waits:
        return 0
    return max(workdays_between(sitting.minutes_by, timezone.localdate(), current_calendar()), 0)


class Sittings(DeskOnly, ListView):
    """The meetings, newest first, each with its minutes and what is not registered."""

    request: Request
    template_name = "directives/sittings.html"
    paginate_by = 25

    @property
    def asked(self) -> str:
        return asked if (asked := self.request.GET.get("only", "")) in SHOWN else ""

    def get_queryset(self) -> QuerySet[Sitting]:
        noted, left = Count("expected"), Count("expected", filter=UNREGISTERED)
        found = Sitting.objects.select_related("minutes").annotate(noted=noted, left=left)
        found = found.order_by("-held_on", "-id")
        if self.asked == "late":
            return found.filter(minutes.WAITS, minutes_by__lt=timezone.localdate())
        return found.filter(left__gt=0) if self.asked == "left" else found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for sitting in context["page_obj"]:
            sitting.late = late_by(sitting)
        return context | {"asked": self.asked, "choices": SHOWN}


class SittingPage(DeskOnly, TemplateView):
    """One meeting."""

    request: Request
    template_name = "directives/sitting.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        noted = Expected.objects.select_related("directive__matter", "source")
        found = Sitting.objects.select_related("minutes", "registered_by__unit")
        found = found.prefetch_related("attendees", Prefetch("expected", noted))
        sitting = get_object_or_404(found, pk=self.kwargs["pk"])
        expected = list(sitting.expected.all())
        seen = self.seen(expected)
        for one in expected:
            one.readable = one.directive_id in seen
        return super().get_context_data(
            sitting=sitting,
            late=late_by(sitting),
            expected=expected,
            left=sum(one.is_open for one in expected),
            **kwargs,
        )

    def seen(self, expected: list[Expected]) -> set[int]:
        """Keys of the directives that this reader sees: a sealed one has its own people."""
        keys = [one.directive_id for one in expected if one.directive_id]
        found = Directive.objects.visible_to(self.request.user).filter(pk__in=keys)
        return set(found.values_list("pk", flat=True))


class OnSitting(DeskOnly, Drafting, FormPage):
    """A form about one meeting."""

    template_name = "directives/sitting_form.html"
    heading, button = "", "保存"

    def find(self) -> Sitting:
        return get_object_or_404(Sitting, pk=self.kwargs["pk"])

    def version(self) -> int:
        return self.record.version

    def lock(self) -> Sitting:
        return get_object_or_404(Sitting.objects.select_for_update(), pk=self.record.pk)

    def place(self) -> str:
        return "directives:sittings"

    def context(self, form: Any) -> dict:
        return {"sitting": self.record, "heading": self.heading, "submit": self.button}


class NewSitting(DeskOnly, Drafting, FormPage):
    """登记列席会议."""

    form_class = NewSittingForm
    template_name = "directives/sitting_form.html"
    sentence = "已登记。纪要到了以后，请在这里登记并逐项核对。"

    def take(self, form: Any) -> Sitting:
        return sittings.register_sitting(self.request.user, **form.cleaned_data)

    def leads_to(self, done: Sitting) -> Any:
        return done

    def home(self) -> str:
        return "directives:sittings"

    def place(self) -> str:
        return "directives:sittings"

    def context(self, form: Any) -> dict:
        return {"heading": "登记列席会议", "submit": "登记"}


class EditSitting(OnSitting):
    heading, sentence = "修改列席会议", "已保存修改。"

    def form(self, *posted: Any) -> SittingForm:
        return SittingForm(*posted, initial=SittingForm.of(self.record))

    def take(self, form: Any) -> Sitting:
        return sittings.edit_sitting(self.request.user, self.record, **form.cleaned_data)


class Expect(OnSitting):
    heading, button, sentence = "补记预计议定事项", "补记", "已补记。"
    form_class = ExpectForm

    def take(self, form: Any) -> Sitting:
        return sittings.expect(self.request.user, self.record, form.cleaned_data["expected"])


class MinutesCame(OnSitting):
    heading, button, sentence = "登记纪要已到", "登记", "已登记，请逐项核对预计议定事项。"

    def form(self, *posted: Any) -> MinutesForm:
        return MinutesForm(self.record, *posted)

    def take(self, form: Any) -> Sitting:
        return sittings.minutes_came(self.request.user, self.record, form.cleaned_data["minutes"])


class NoMinutes(OnSitting):
    heading, button, sentence = "不出纪要", "确认不出纪要", "已注明，不再催要纪要。"
    form_class = NoMinutesForm

    def take(self, form: Any) -> Sitting:
        return sittings.no_minutes(self.request.user, self.record, form.cleaned_data["reason"])


class OnExpected(DeskOnly, FormPage):
    """What becomes of one thing that was noted."""

    template_name = "directives/sitting_form.html"
    heading, button = "", "保存"
    wants_open = True

    def find(self) -> Expected:
        return get_object_or_404(Expected.objects.select_related("sitting"), pk=self.kwargs["pk"])

    def may(self) -> Yes | No:
        return Yes() if self.record.is_open == self.wants_open else No(sittings.CHANGED)

    def home(self) -> Sitting:
        return self.record.sitting

    def place(self) -> str:
        return "directives:sittings"

    def context(self, form: Any) -> dict:
        return {
            "sitting": self.record.sitting,
            "expected": self.record,
            "heading": self.heading,
            "submit": self.button,
        }


class TickExpected(OnExpected):
    heading, button, sentence = "对上登记的事项", "对上", "已对上。"

    def form(self, *posted: Any) -> TickForm:
        return TickForm(self.record, self.request.user, *posted)

    def take(self, form: Any) -> Expected:
        return sittings.tick(self.request.user, self.record, **form.cleaned_data)


class LeaveOut(OnExpected):
    heading, button, sentence = "不登记", "确认不登记", "已注明不登记的理由。"
    form_class = LeaveOutForm

    def take(self, form: Any) -> Expected:
        return sittings.leave_out(self.request.user, self.record, form.cleaned_data["reason"])


class TakeBackTick(OnExpected):
    """取消 what was ticked by mistake."""

    heading, button, sentence = "取消核对", "取消核对", "已取消，这一项恢复为未登记。"
    wants_open = False

    def take(self, form: Any) -> Expected:
        return sittings.take_back_tick(self.request.user, self.record)
