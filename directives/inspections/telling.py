"""Visits in words: what a bulletin on a period begins with (`Room.tells`), and what a report on one says was found there
(`Room.problems`)."""

from collections.abc import Iterable

from django.db.models import QuerySet

from bureau.matters.rooms import Told
from bureau.org.models import Person
from bureau.pages.period import Period
from directives.inspections import states
from directives.inspections.models import Finding, Inspection, Target

MOST = 30  # named one by one


def problems_of(matters: Iterable[int]) -> list[str]:
    """What was found wrong at each target of these activities, a sentence each; of an unannounced one nothing before it is over."""
    found = findings(Finding.Kind.PROBLEM).filter(target__inspection__in=list(matters))
    return [said(one) for one in found.filter(target__inspection__matter__team_only=False)]


def findings(kind: str) -> QuerySet[Finding]:
    return Finding.objects.filter(kind=kind).select_related("target__assignment__unit").order_by("pk")


def said(one: Finding) -> str:
    return f"{one.target.unit.name}：{one.told.rstrip('。；')}。"


def tells(person: Person, period: Period) -> Told:
    """Of the activities that began in the period, as far as this person sees them and they may be told of: how many, where, what was
    found, what was done well."""
    seen = Inspection.objects.visible_to(person).filter(
        matter__team_only=False, matter__opened_at__isnull=False
    )
    held = seen.filter(begins_on__range=(period.start, period.end)).exclude(state=states.VOID)
    targets = Target.objects.filter(inspection__in=held.values("pk"))
    wrong = findings(Finding.Kind.PROBLEM).filter(target__in=targets)
    good = findings(Finding.Kind.PRAISE).filter(target__in=targets)
    turned = wrong.exclude(directive=None).count()
    parts = [
        "一、总体情况",
        f"共开展督查活动{held.count()}次，督查单位{targets.count()}家次，发现问题{wrong.count()}项，其中转为督查事项{turned}项。",
        "二、发现的主要问题",
        *(said(one) for one in wrong[:MOST]),
        "" if wrong else "没有发现问题。",
        *(["三、好的做法", *(said(one) for one in good[:MOST])] if good else []),
    ]
    return Told(f"{period.words}督查活动情况", "\n".join(filter(None, parts)))
