"""Which measures a subject may get, which one it has, and how long they weigh."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from accountability import states
from accountability.effects import Period, period
from accountability.models import Carrying, Case, Measure, Sanction, Subject
from bureau.jobs.barred import Barred
from bureau.matters.announcing import recall
from bureau.matters.models import Link
from bureau.org.keys import keys_of


def measures_for(subject: Subject) -> QuerySet[Measure]:
    """Those in use for a unit or for a person."""
    whom = {"on_persons": True} if subject.is_person else {"on_units": True}
    return Measure.objects.filter(active=True, **whom)


def chosen(subject: Subject, keys: Iterable[str]) -> list[Measure]:
    """Raises Barred where one is not among them."""
    wanted = set(keys_of(map(str, keys)))
    found = [one for one in measures_for(subject) if one.pk in wanted]
    if not found or len(found) != len(wanted):
        raise Barred("请从列出的问责方式里选择。", field="measures")
    return found


def propose(subject: Subject, measures: Iterable[Measure]) -> None:
    """What is intended, in the place of what was intended before. Nothing that is in force is touched."""
    subject.sanctions.filter(state=Sanction.State.PROPOSED).delete()
    Sanction.objects.bulk_create(
        Sanction(subject=subject, measure=measure, months=measure.months) for measure in measures
    )
    forget(subject)


def forget(subject: Subject) -> None:
    """What was read of its measures before is read anew."""
    getattr(subject, "_prefetched_objects_cache", {}).pop("sanctions", None)


def revoke(subject: Subject, sanctions: QuerySet[Sanction], how: str) -> None:
    """What an appeal takes away stays as a row; where a bulletin made it known, that is to be corrected."""
    circulars = sanctions.filter(measure__carrying=Carrying.CIRCULAR)
    keys = list(circulars.values_list("pk", flat=True))
    sanctions.update(state=Sanction.State.REVOKED)
    recall(subject.matter, keys, f"对{subject}的通报批评经申诉已经{how}")


def require_not_heavier(subject: Subject, measures: Iterable[Measure], before: Iterable[Sanction]) -> None:
    """不得加重 (政务处分法 第43、59条): no more of them, none heavier, no longer effect than before. Raises Barred."""
    measures, before = list(measures), list(before)
    told = "、".join(str(one) for one in before)
    heavier = max(one.weight for one in measures) > max((one.measure.weight for one in before), default=0)
    longer = max(one.months for one in measures) > max((one.months for one in before), default=0)
    if heavier or longer or len(measures) > len(before):
        raise Barred(f"不得比原来的（{told}）更重。", field="measures")


def effect_of(subject: Subject, on: date) -> Period:
    """With the measures in force, or before that with those intended."""
    sanctions = list(subject.sanctions.select_related("measure"))
    found = [one for one in sanctions if one.in_force] or [
        one for one in sanctions if one.state == Sanction.State.PROPOSED
    ]
    return period(on, [(str(one), one.months) for one in found])


# --- the same fact, and like cases ---------------------------------------------------------------------
def same_fact(case: Case) -> QuerySet[Case]:
    """Other cases that arose from the same matter (不重复问责)."""
    origins = Link.objects.filter(source=case.matter_id, why=Link.Why.ARISES).values("target")
    others = Link.objects.filter(target__in=origins, why=Link.Why.ARISES).exclude(source=case.matter_id)
    over = (states.VOID, states.DISMISSED)
    return Case.objects.filter(matter__in=others.values("source")).exclude(state__in=over)


def dealt_with_before(subject: Subject) -> list[Sanction]:
    """Measures in force on the same unit or person for the same fact."""
    whom = (
        Q(subject__position__cadre=subject.position.cadre_id)
        if subject.position
        else Q(subject__unit=subject.unit_id, subject__position=None)
    )
    found = Sanction.objects.filter(whom, subject__case__in=same_fact(subject.case))
    live = found.exclude(state__in=[Sanction.State.PROPOSED, Sanction.State.REVOKED])
    return list(live.select_related("measure", "subject__case__matter"))


def require_once(subject: Subject, measures: Iterable[Measure], reason: str) -> None:
    """A second 处分 for the same fact is refused; another measure beside it wants a reason (政务处分法 第16、17条). Raises Barred."""
    before = dealt_with_before(subject)
    if any(one.measure.disciplinary for one in before) and any(one.disciplinary for one in measures):
        raise Barred("同一事实已经给过处分，不得重复处分。", field="measures")
    if before and not reason.strip():
        told = "、".join(f"{one.subject.case.matter}{one}" for one in before)
        raise Barred(f"同一事实已经处理过（{told}），仍须问责的请写明“并用的理由”。", field="double_reason")


def like_cases(subject: Subject) -> list[Any]:
    """类案: how often which measure was taken for the same kind of fault and part of responsibility, most often first. Counts, no
    persons."""
    found = Sanction.objects.filter(
        subject__fault=subject.fault,
        subject__position__isnull=not subject.is_person,
        subject__state__in=states.IN_FORCE,
    ).exclude(state__in=[Sanction.State.PROPOSED, Sanction.State.REVOKED])
    if subject.responsibility:
        found = found.filter(subject__responsibility=subject.responsibility)
    rows = found.exclude(subject=subject).values("measure__label", "measure__weight")
    return list(rows.annotate(count=Count("pk")).order_by("-count", "measure__weight"))


FEWEST_LIKE = 3  # of fewer nothing is said


def unlike(subject: Subject) -> str:
    """Whether what is intended is lighter or heavier than what was ever taken in like cases; empty where it is neither, or where there
    are too few (rooms §17.2: 轻拿轻放, 泛化)."""
    like, own = (
        like_cases(subject),
        [one.measure.weight for one in subject.sanctions.all()],
    )
    if not own or sum(one["count"] for one in like) < FEWEST_LIKE:
        return ""
    weights = [one["measure__weight"] for one in like]
    if max(own) > max(weights):
        return "比以往同类案件采取过的方式都重，请核对是否过罚相当。"
    return "比以往同类案件采取过的方式都轻，请核对是否轻拿轻放。" if max(own) < min(weights) else ""


def follows_on_a_unit(subject: Subject) -> list[str]:
    """单位受问责的，主要负责人相应的方式 (湖南省处理办法 第15条)."""
    if subject.is_person:
        return []
    found = subject.sanctions.select_related("measure__follows")
    return [f"{one}的，主要负责人相应：{one.measure.follows}" for one in found if one.measure.follows]


def only_the_last_link(case: Case) -> bool:
    """Whether nobody but those directly responsible is held to account (末端问责): it is asked whether that is all."""
    parts = set(case.subjects.exclude(responsibility="").values_list("responsibility", flat=True))
    return parts == {"direct"}
