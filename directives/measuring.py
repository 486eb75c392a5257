"""What replies say of the number that a directive has to reach and of its stages, and what its light and its duties make of that
(`bureau.matters.gauge`)."""

from collections.abc import Iterable, Iterator, Sequence
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
from bureau.pages.asks import Ask, Text, Tick
from directives.actions.staging import follow_stages
from directives.falling_behind import forget_where_caught_up
from directives.models import Directive, Goal, Reported
from directives.progress import Progress, progress_of
from directives.stages import current, stages_of
from directives.targets import Wrong, number, plain, target_of

REPORTING = (Reply.Kind.PROGRESS, Reply.Kind.FINAL)
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


@dataclass(frozen=True)
class Measured:
    """A directive with all that was reported of it."""

    directive: Directive
    reported: list[Reported]

    @property
    def progress(self) -> Progress | None:
        return progress_of(self.directive, self.reported)


def measured_on(matter: Matter) -> Measured | None:
    """None where there is neither a number to reach nor a stage."""
    directive = Directive.objects.select_related("goal", "matter").filter(pk=matter.pk).first()
    if directive is None or not (directive.stages or hasattr(directive, "goal")):
        return None
    return Measured(directive, list(directive.reported.select_related("reply")))


def progress_on(matter: Matter) -> Progress | None:
    found = measured_on(matter)
    return found.progress if found else None


def asks(part: Assignment, kind: str) -> Sequence[Ask]:
    """Of the lead: how much has been reached in all, with a word on it; whether the stage was reached."""
    found = measured_on(part.matter) if part.is_lead else None
    return [*numbers_asked(found, kind), *stage_asked(found, kind)] if found else ()


def numbers_asked(found: Measured, kind: str) -> Iterator[Ask]:
    if (progress := found.progress) is None:
        return
    unit = progress.target.unit
    yield Number(
        "value", f"累计完成（{unit}）", told_before(progress), unit=unit, before=taken_back(found, kind)
    )
    yield WHY


def stage_asked(found: Measured, kind: str) -> Iterator[Ask]:
    stage = current(found.directive, found.reported) if kind == Reply.Kind.PROGRESS else None
    if stage:
        told = f"时限{stage.day}。确已完成的勾选，由督查局审核；下一个节点随即开始计时。"
        yield Tick("reached", f"节点“{stage.words}”已完成", told)


def told_before(progress: Progress) -> str:
    """What the target is, what was said last, what should have been reached."""
    last = progress.told[-1] if progress.told else None
    words = [
        f"目标{progress.target.words}",
        f"上次报{progress.target.of(last.value)}（{last.day}）" if last else "",
        f"按计划今天应达到{progress.planned_words}" if progress.planned_words else "",
    ]
    return "，".join(filter(None, words)) + "。填到现在为止的总数。"


def taken_back(found: Measured, kind: str) -> str:
    """The number of the last reply, where that was taken back."""
    last = found.reported[-1] if found.reported else None
    if last is None or last.value is None or last.reply.kind != kind:
        return ""
    return shown(last, found.directive.goal) if last.reply.state == Reply.State.WITHDRAWN else ""


def shown(one: Reported, goal: Goal) -> str:
    return target_of(goal).of(plain(one.value)) if one.value is not None else ""


def keep(reply: Reply, given: dict[str, Any]) -> None:
    """Raises Barred where the number is missing, or one has to say why it is what it is."""
    found = measured_on(reply.matter) if reply.assignment.is_lead and reply.kind in REPORTING else None
    if found is None:
        return
    stage = current(found.directive, found.reported) if given.get("reached") else None
    value, why = given.get("value"), given.get("why", "")
    if progress := found.progress:
        require_number(progress, value, why, reply.kind)
    if value is not None or stage:
        told = {"value": value, "why": why, "stage": stage and stage.day}
        Reported.objects.create(reply=reply, directive=found.directive, **told)


def require_number(progress: Progress, value: Decimal | None, why: str, kind: str) -> None:
    """Raises Barred where it is missing, and without a word on it where it went back, or is not what was to be reached at
    the end."""
    if value is None:
        raise Wrong("value", "没有填写：本事项有目标值，请填到现在为止的总数。")
    said, last, share = progress.target.of(value), progress.value, progress.target.way.share
    if why:
        return
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
    """「累计完成45个，完成率75%（目标60个）。」「节点“完成招标”已完成。」, and the word on it."""
    found = Reported.objects.filter(reply__in=[one.pk for one in replies])
    return {one.pk: in_words(one, one.directive) for one in found.select_related("directive__goal")}


def reported_with(replies: Iterable[Reply]) -> list[Reported]:
    """Of replies that were fetched with what they report, in order."""
    found = [one.reported for one in replies if hasattr(one, "reported")]
    return sorted(found, key=lambda one: one.pk)


def in_words(one: Reported, directive: Directive) -> str:
    words = ""
    if one.value is not None:
        target, value = target_of(directive.goal), plain(one.value)
        words = f"累计完成{target.of(value)}，完成率{target.rate_of(value)}（目标{target.words}）"
        words += f"，{one.why.rstrip('。')}。" if one.why else "。"
    stage = next((stage for stage in stages_of(directive) if stage.day == one.stage), None)
    return words + (f"节点“{stage.words}”已完成。" if stage else "")


def follow(matter: Matter) -> None:
    """Which stage is owed, and from when on it is behind, unless more is reported: by its plan, or past its stage."""
    if (found := measured_on(matter)) is None:
        return
    progress = found.progress
    forget_where_caught_up(found.directive, progress)
    behind, far = progress.turns if progress else (None, None)
    stage_due = follow_stages(found.directive, found.reported, timezone.now())
    turns = [moment for moment in (begins(behind), stage_due) if moment]
    Matter.objects.filter(pk=matter.pk).update(behind_at=min(turns, default=None), far_behind_at=begins(far))


def begins(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


GAUGE = Gauge(asks=asks, keep=keep, said=said, follow=follow)
