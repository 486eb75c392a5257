"""What replies say of the number that a directive has to reach, and what its light makes of that (`bureau.matters.gauge`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.gauge import Gauge
from bureau.matters.models import Assignment, Matter, Reply
from bureau.org.visible import VisibleField
from bureau.pages.asks import Ask, Text
from directives.models import Directive, Goal, Reported
from directives.progress import Progress, progress_of, with_progress
from directives.targets import Wrong, number, plain, target_of

WHY = Text(
    "why",
    "数值说明",
    "比上次少的、办结时没有达到目标的，写明原因；其他的可以不填。",
    required=False,
    limit=Reported.WHY_LENGTH,
    rows=2,
)


class NumberField(VisibleField):
    """A number of one unit, as a county writes it."""

    def __init__(self, *, unit: str, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)
        self.unit = unit
        self.error_messages["required"] = f"请填写{self.label}。"

    def clean(self, value: Any) -> Decimal | None:
        words = super().clean(value)
        try:
            return number("value", words, self.unit) if words else None
        except Wrong as wrong:
            raise forms.ValidationError(str(wrong)) from wrong


@dataclass(frozen=True)
class Number(Ask):
    """A number in `unit`; `before`: what was taken back and is to be mended."""

    unit: str = ""
    before: str = ""

    def field(self) -> forms.Field:
        told = {"label": self.label, "help_text": self.help_text, "required": self.required}
        return NumberField(unit=self.unit, initial=self.before, **told)


def progress_on(matter: Matter) -> Progress | None:
    """Of the matter's directive; None where it has no number to reach."""
    found = with_progress(Directive.objects.filter(pk=matter.pk, goal__isnull=False))
    directive = found.select_related("matter").first()
    return progress_of(directive) if directive else None


def asks(part: Assignment, kind: str) -> Sequence[Ask]:
    """Of the lead: how much has been reached in all, and a word on it."""
    progress = progress_on(part.matter) if part.is_lead else None
    if progress is None:
        return ()
    unit = progress.target.unit
    return Number(
        "value", f"累计完成（{unit}）", told_before(progress), unit=unit, before=taken_back(progress, kind)
    ), WHY


def told_before(progress: Progress) -> str:
    """What the target is, what was said last, what should have been reached."""
    last = progress.told[-1] if progress.told else None
    words = [
        f"目标{progress.target.words}",
        f"上次报{progress.target.of(last.value)}（{last.day}）" if last else "",
        f"按计划今天应达到{progress.planned_words}" if progress.planned_words else "",
    ]
    return "，".join(filter(None, words)) + "。填到现在为止的总数。"


def taken_back(progress: Progress, kind: str) -> str:
    last = progress.reported[-1] if progress.reported else None
    if last is None or last.reply.kind != kind or last.reply.state != Reply.State.WITHDRAWN:
        return ""
    return progress.target.of(plain(last.value))


def keep(reply: Reply, given: dict[str, Any]) -> None:
    """Raises Barred where the number is missing, or one has to say why it is what it is."""
    progress = progress_on(reply.matter) if reply.assignment.is_lead else None
    if progress is None or reply.kind not in (Reply.Kind.PROGRESS, Reply.Kind.FINAL):
        return
    value, why = given.get("value"), given.get("why", "")
    if value is None:
        raise Wrong("value", "没有填写：本事项有目标值，请填到现在为止的总数。")
    if not why:
        require_no_word(progress, value, reply.kind)
    Reported.objects.create(reply=reply, directive_id=reply.matter.pk, value=value, why=why)


def require_no_word(progress: Progress, value: Decimal, kind: str) -> None:
    """Raises Barred where the number went back, or is not what was to be reached at the end."""
    said, last, share = progress.target.of(value), progress.value, progress.target.way.share
    if last is not None and share(value) < share(last):
        raise Barred(
            f"累计完成{said}，比上次报的{progress.target.of(last)}倒退，请在“数值说明”里写明原因。",
            field="why",
        )
    if kind == Reply.Kind.FINAL and share(value) < 100:
        raise Barred(
            f"累计完成{said}，没有达到目标{progress.target.words}，请在“数值说明”里写明原因。", field="why"
        )


def said(replies: Iterable[Reply]) -> dict[int, str]:
    """「累计完成45个，完成率75%（目标60个）。」, and the word on it."""
    found = Reported.objects.filter(reply__in=[one.pk for one in replies])
    return {one.pk: in_words(one, one.directive.goal) for one in found.select_related("directive__goal")}


def reported_with(replies: Iterable[Reply]) -> list[Reported]:
    """Of replies that were fetched with their numbers, in order."""
    found = [one.reported for one in replies if hasattr(one, "reported")]
    return sorted(found, key=lambda one: one.pk)


def in_words(one: Reported, goal: Goal) -> str:
    target, value = target_of(goal), plain(one.value)
    words = f"累计完成{target.of(value)}，完成率{target.rate_of(value)}（目标{target.words}）"
    return f"{words}，{one.why.rstrip('。')}。" if one.why else f"{words}。"


def follow(matter: Matter) -> None:
    """From when on it is behind, unless more is reported."""
    progress = progress_on(matter)
    behind, far = progress.turns if progress else (None, None)
    moments = {"behind_at": begins(behind), "far_behind_at": begins(far)}
    found = Matter.objects.filter(pk=matter.pk)
    (found if progress else found.exclude(behind_at=None, far_behind_at=None)).update(**moments)


def begins(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


GAUGE = Gauge(asks=asks, keep=keep, said=said, follow=follow)
