"""审定, and what may still be said of a published result: a correction that quotes it."""

from django.utils import timezone

from appraisal import flow
from appraisal.actions.publicising import tell_units
from appraisal.dues import APPROVE_RESULT, RESCORE
from appraisal.kept import changed_units, freeze, freeze_again, last_publicised, last_published
from appraisal.lineage import RESULT
from appraisal.models import Appraised, Period, Result
from appraisal.owing import owe_the_year
from appraisal.reckoning import Reckoned, reckon
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor

SERIES = "考通"


@takes(flow.APPROVE)
def approve(actor: Actor, period: Period, paper: str, remark: str = "") -> Entry:
    """审定并公布: what was publicised last is the result byte by byte, numbered; never rewritten."""
    now, matter = timezone.now(), period.matter
    number = numbers.take(SERIES, now)
    duties.done(matter, APPROVE_RESULT, at=now)
    for one in last_publicised(period):
        freeze_again(actor, one, Result.Kind.PUBLISHED, f"{number}（{one.scheme.series}）")
    return flow.FLOW.take(
        flow.APPROVE,
        period,
        actor,
        at=now,
        changes={"approved_by": actor.principal, "published_on": timezone.localdate()},
        number=number,
        paper=paper,
        remark=f"依据{paper}。{remark}",
    )


@takes(flow.CORRECT)
def correct(actor: Actor, period: Period, reason: str) -> Entry:
    """公布更正: by the values and adjustments that hold now, as another result that quotes the old one; every unit whose line changed
    is told. Raises Barred where nothing differs, or a value is missing."""
    found, now = reckon(period), timezone.now()
    if found.missing:
        raise Barred(f"还缺：{'；'.join(found.missing[:5])}。请补录以后再公布更正。")
    old = {one.scheme_id: one for one in last_published(period)}
    differ = [one for one in old.values() if found.bytes_of(one.scheme_id)[1] != one.outputs]
    if not differ:
        raise Barred("按现在生效的数值和加减分，结果没有变化，不需要更正。")
    keep_corrected(period, found)
    number, kind = numbers.take(SERIES), Result.Kind.CORRECTED
    new = [
        freeze(
            actor,
            period,
            found,
            one.scheme,
            kind,
            f"{number}（{one.scheme.series}）",
            corrects=one,
            reason=reason,
        )
        for one in differ
    ]
    owe_the_year(period)
    changed = changed_units(old, new)
    tell_units(actor, period, found, changed)
    for part in (
        period.appraised.filter(assignment__unit__in=changed)
        .select_related("assignment__unit")
        .order_by("pk")
    ):
        words = f"{part}{period.words}考核结果已更正（{number}）：{reason}"
        changing.upset(period.matter, changing.What.CORRECTED, words, now, of=Key(RESULT, part.pk))
    duties.done(period.matter, RESCORE, at=now)
    return flow.FLOW.take(flow.CORRECT, period, actor, at=now, number=number, reason=reason)


def keep_corrected(period: Period, found: Reckoned) -> None:
    """The lists show the last result. A grade that the meeting took from the scores follows the scores; one that it decided otherwise,
    for a reason, stands. Raises Barred where the scores alone do not say it."""
    for part in period.appraised.select_related("assignment__unit"):
        line = found.lines[part.assignment.unit_id]
        follows = part.grade == part.proposed_grade and not part.grade_reason
        if follows and not line.grade and not part.apart:
            raise Barred(f"{part}更正以后与他人并列在一等比例的线上，不能直接更正，请先集体研究并列的单位。")
        Appraised.objects.filter(pk=part.pk).update(
            total=line.total,
            rank=line.rank,
            proposed_grade=line.grade,
            grade=line.grade if follows else part.grade,
        )


@takes(flow.CLOSE_RESCORE)
def close_rescore(actor: Actor, period: Period, reason: str) -> Entry:
    """核定不需更正: what was to be looked at again leaves the published result as it is."""
    now = timezone.now()
    duties.done(period.matter, RESCORE, at=now)
    return flow.FLOW.take(flow.CLOSE_RESCORE, period, actor, at=now, reason=reason)
