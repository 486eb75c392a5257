"""安排代理: who arranges whose absence, who may stand in, and how it ends."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bureau.org.models import Deputy, Person, Unit
from bureau.org.noting import Kind, note
from bureau.org.posts import ADMINISTRATORS, Post

LONGEST, EARLIEST = timedelta(days=180), timedelta(days=365)  # of an absence; how long before it is arranged
STAND_IN, SECRETARY = Deputy.Kind.STAND_IN, Deputy.Kind.SECRETARY


def holders():
    """People whose post can be lent, or who can take one on: active, with a post, none of the administrators."""
    serving = Person.objects.filter(is_active=True, postings__isnull=False)
    return serving.exclude(postings__post__in=ADMINISTRATORS).distinct()


def absences_arranged_by(person):
    """Those whose absence this person may arrange: their own, that of leaders they are secretary to, of the bureau's
    people as its leader, of their unit's people as its head; the 系统管理员 arranges
    any but the bureau's leaders': their place is given by two administrators, and not by one for a week."""
    if person.holds(Post.SYSTEM):
        return holders().exclude(postings__post=Post.DIRECTOR)
    if person.is_administrator:
        return holders().none()
    secretary_to = Deputy.objects.filter(deputy=person, kind=SECRETARY).in_force(timezone.localdate())
    allowed = Q(pk=person.pk) | Q(pk__in=secretary_to.values("principal"))
    if person.holds(Post.DIRECTOR):
        allowed |= Q(unit__unit_class=Unit.Class.BUREAU)
    if person.holds(Post.HEAD) and person.unit_id:
        allowed |= Q(unit=person.unit_id)
    return holders().filter(allowed)


def candidates(principal):
    """Who may stand in: for a leader another leader or their secretary, for everybody else a colleague."""
    others = holders().exclude(pk=principal.pk)
    if principal.holds(Post.LEADER):
        secretaries = Deputy.objects.filter(principal=principal, kind=SECRETARY)
        mine = secretaries.in_force(timezone.localdate()).values("deputy")
        return others.filter(Q(postings__post=Post.LEADER) | Q(pk__in=mine))
    return others.filter(unit=principal.unit_id, unit__isnull=False)


@transaction.atomic
def arrange(person, principal, deputy, starts: date, ends: date, reason: str = "") -> Deputy:
    """外出代理, both days included. The same arrangement twice is one. Raises ValidationError by field."""
    if not absences_arranged_by(person).filter(pk=principal.pk).exists():
        raise ValidationError("您不能为这位同志安排代理。")
    Person.objects.select_for_update(of=("self",)).get(pk=principal.pk)  # two windows: one after the other
    new = {"kind": STAND_IN, "principal": principal, "deputy": deputy, "starts": starts, "ends": ends}
    if known := Deputy.objects.filter(**new, ended_at=None).first():
        return known
    if deputy.pk == person.pk:  # a secretary would need nobody's confirmation any more
        raise ValidationError({"deputy": "不能安排自己代理他人，请由本人或系统管理员安排。"})
    if not candidates(principal).filter(pk=deputy.pk).exists():
        raise ValidationError({"deputy": "“代理人”请在名单中选择。"})
    check_days(starts, ends)
    check_free(principal, deputy, starts, ends)
    made = Deputy.objects.create(**new, reason=reason, arranged_by=person)
    if person.holds(Post.SYSTEM):
        note(person, f"安排{principal}外出代理：{deputy}，{days_of(made)}", principal, Kind.SECRETARY)
    return made


def check_days(starts: date, ends: date) -> None:
    today = timezone.localdate()
    if starts < today:
        raise ValidationError({"starts": "“自”不能早于今天，代理不能倒填。"})
    if starts > today + EARLIEST:
        raise ValidationError({"starts": "“自”请填一年以内的日期。"})
    if ends < starts:
        raise ValidationError({"ends": "“至”不能早于“自”。"})
    if ends - starts >= LONGEST:
        raise ValidationError({"ends": f"一次代理最长{LONGEST.days}日，更长的请调整岗位。"})


def check_free(principal, deputy, starts: date, ends: date) -> None:
    """One stand-in at a time; and nobody who is away themself, for chains do not follow."""
    if other := away(principal, starts, ends):
        raise ValidationError(
            {
                "starts": f"与已安排的代理重叠：{days_of(other)}由{other.deputy.name}代理。请先终止那一次，或者改日期。"
            }
        )
    if other := away(deputy, starts, ends):
        raise ValidationError(
            {"deputy": f"{deputy.name}{days_of(other)}也外出，由{other.deputy.name}代理。请另选代理人。"}
        )


def away(person, starts: date, ends: date) -> Deputy | None:
    """The first absence of this person that touches these days."""
    absences = Deputy.objects.filter(principal=person, kind=STAND_IN, ended_at=None)
    return (
        absences.filter(starts__lte=ends, ends__gte=starts)
        .select_related("deputy")
        .order_by("starts")
        .first()
    )


def days_of(row: Deputy) -> str:
    return f"{row.starts:%Y-%m-%d}至{row.ends:%Y-%m-%d}"


@transaction.atomic
def end(person, row: Deputy) -> bool:
    """提前终止, at once; the row stays. False where it was over already."""
    if not absences_arranged_by(person).filter(pk=row.principal_id).exists():
        raise ValidationError("您不能终止这次代理。")
    open_rows = Deputy.objects.filter(pk=row.pk, kind=STAND_IN, ended_at=None, ends__gte=timezone.localdate())
    ended = open_rows.update(ended_at=timezone.now(), ended_by=person) == 1
    if ended and person.holds(Post.SYSTEM):
        words = f"提前终止{row.principal}的外出代理：{row.deputy}，{days_of(row)}"
        note(person, words, row.principal, Kind.SECRETARY)
    return ended
