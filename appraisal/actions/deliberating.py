"""集体研究: what is written down of a meeting, and the grades that it decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from appraisal import flow
from appraisal.document import adjustments_of
from appraisal.dues import DELIBERATE_RESULT
from appraisal.models import Appraised, Meeting, Period
from appraisal.scoring.grading import quota
from appraisal.tree import plain
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor


@dataclass(frozen=True)
class Held:
    """What is written down of a meeting."""

    held_on: date
    expected: int
    present: str
    ayes: int
    decided: str
    noes: int = 0
    abstentions: int = 0
    minority: str = ""

    @property
    def told(self) -> dict[str, Any]:
        """For the line of the timeline; a step tells no nought by itself."""
        return {
            "held_on": f"{self.held_on:%Y-%m-%d}",
            "expected": self.expected,
            "ayes": self.ayes,
            "noes": self.noes or "0",
            "abstentions": self.abstentions or "0",
        }


@takes(flow.DELIBERATE)
def deliberate(actor: Actor, period: Period, held: Held, grades: Mapping[int, tuple[str, str]]) -> Entry:
    """登记集体研究, and the grades that it decided: key of who is appraised → (grade, why another one than proposed). Raises Barred."""
    require_agreed(held)
    put_grades(period, grades)
    now = timezone.now()
    Meeting.objects.create(period=period, by=actor.principal, at=now, **vars(held))
    duties.done(period.matter, DELIBERATE_RESULT, at=now)
    return flow.FLOW.take(flow.DELIBERATE, period, actor, at=now, **held.told)


def require_agreed(held: Held) -> None:
    """Raises Barred where what is written down of a meeting cannot be, or did not carry."""
    if held.held_on > timezone.localdate():
        raise Barred("“研究日期”不能晚于今天。", field="held_on")
    if held.ayes <= held.noes:
        raise Barred("同意的不多于反对的，不能作为通过登记。", field="ayes")
    if held.ayes + held.noes + held.abstentions > held.expected:
        raise Barred("表决人数多于应到人数。", field="expected")


def put_grades(period: Period, grades: Mapping[int, tuple[str, str]]) -> None:
    """Raises Barred where a grade differs from the proposed one without a reason, or a veto stands against it."""
    parts = list(period.appraised.select_related("assignment__unit", "scheme"))
    vetoes = vetoes_of(period, parts)
    for part in parts:
        grade, reason = grades.get(part.pk, (part.grade or part.proposed_grade, part.grade_reason))
        if part.apart and not grade:
            continue
        if not grade:
            raise Barred(f"{part}没有定等。", field=f"grade_{part.pk}")
        if grade != part.proposed_grade and not reason.strip():
            raise Barred(f"{part}的等次与按分数的建议不同，请写明理由。", field=f"reason_{part.pk}")
        if grade == Appraised.Grade.FIRST and (why := vetoes[part.assignment.unit_id]):
            raise Barred(f"{part}有一票否优情形（{why}），不得评为一等。", field=f"grade_{part.pk}")
        Appraised.objects.filter(pk=part.pk).update(grade=grade, grade_reason=reason)
    require_the_share(period)


def require_the_share(period: Period) -> None:
    """Of a series no more are first than its scheme says (facts §5.3). Raises Barred."""
    for scheme in period.schemes.all():
        ranked = period.appraised.filter(scheme=scheme, apart="")
        most = quota(ranked.count(), scheme.first_share)
        if (found := ranked.filter(grade=Appraised.Grade.FIRST).count()) > most:
            raise Barred(
                f"{scheme.series}一等按{plain(scheme.first_share)}%最多{most}个，现在定了{found}个，请核对。"
            )


def vetoes_of(period: Period, parts: list[Appraised]) -> dict[int, str]:
    """unit → what forbids it the first grade, of the half-year too where this is the year; empty where nothing does."""
    counted = adjustments_of(period, parts)
    return {
        part.assignment.unit_id: "；".join(
            sorted({str(one.rule) for one in counted[part.assignment.unit_id] if one.rule.vetoes})
        )
        for part in parts
    }
