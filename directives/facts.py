"""What a directive's page and its printed papers say of it, label by label; and the paper it came from."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from bureau.matters.deadlines import duties
from bureau.matters.models import Matter, Phase
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.press.typeset.dates import chinese_date
from directives.models import Directive, Source
from directives.targets import target_of


def facts(directive: Directive, person: Person) -> list[dict]:
    """`{label, value}` in reading order; only what is known."""
    matter, source = directive.matter, directive.source
    rows = [
        ("来源", source_words(directive, source, person)),
        ("办理时限", due_words(directive)),
        ("目标", target_words(directive)),
        ("办理类别", matter.get_urgency_display()),
        ("经办督查员", matter.officer.name),
        ("类别", directive.category),
        ("责任领导", directive.leader),
        ("交办时间", moment(matter.opened_at)),
        ("完成时间", moment(matter.finished_at)),
        ("销号时间", moment(matter.closed_at)),
        ("备注", directive.remark),
    ]
    return [{"label": label, "value": value, "wide": label == "备注"} for label, value in rows if value]


def origin(matter: Matter) -> str:
    """The paper that the matter came from, with its date."""
    source = Source.objects.get(directives=matter.pk)
    return f"{source.cited}（{chinese_date(source.date)}）"


def target_words(directive: Directive) -> str:
    """The number to reach, with its plan."""
    goal = getattr(directive, "goal", None)
    return target_of(goal).told if goal else ""


def source_words(directive: Directive, source: Source, person: Person) -> str:
    words = f"{source.words}第{directive.ordinal}项"
    page = "directives:source" if person.sits_at(Function.DIRECTIVES) else "directives:course"
    return format_html('<a href="{}">{}</a>', reverse(page, args=[source.pk]), words)


def due_words(directive: Directive) -> str:
    due_at = directive.matter.due_at
    words = f"{timezone.localdate(due_at):%Y-%m-%d}" if due_at else "交办时按办理时限表计算"
    if due_at and due_at < timezone.now() and directive.matter.phase == Phase.PREPARING:
        words += "（已过，交办后即为逾期）"
    if (
        (original := duties.original_day(directive.matter))
        and due_at
        and original != timezone.localdate(due_at)
    ):
        words += f"（原时限{original:%Y-%m-%d}）"
    return f"{words}（长期事项，{directive.get_cadence_display()}报告）" if directive.recurring else words


def moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
