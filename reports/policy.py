"""Who may take which step of a bulletin."""

from collections.abc import Callable
from functools import wraps

from django.db import transaction
from django.db.models import Q, QuerySet

from bureau.matters.access.rights import Rights
from bureau.matters.counting.figures import flag
from bureau.matters.flow import Step, bind
from bureau.matters.models import Assignment
from bureau.matters.policy import No, Refused, Yes, director, may
from bureau.org.actor import Actor
from bureau.org.models import Unit
from reports import states
from reports.models import Bulletin
from reports.querysets import through


def require_desk(person) -> None:
    """Beginning a bulletin needs no record to ask about."""
    if not at_the_desk(person):
        raise Refused("通报、专报由督查局拟稿。")


def locked(bulletin) -> Bulletin:
    """The row as it is now; whoever else works on it waits until this transaction ends."""
    return Bulletin.objects.select_for_update().get(pk=bulletin.pk)


def locked_for(person, step, bulletin) -> Bulletin:
    """The first thing a verb does: the row under lock, if this person sees it and may take this step on it now."""
    bulletin = locked(bulletin)
    if not (verdict := may(person, step, bulletin)):
        raise Refused(verdict.reason)
    if not Bulletin.objects.visible_to(person).filter(pk=bulletin.pk).exists():
        raise Refused("这一期引用了限阅事项，由经办督查员或局领导办理。")
    return bulletin


def takes(step: Step) -> Callable:
    """The verb of a step: in one transaction, on the row under lock (`locked_for`)."""

    def of(verb: Callable) -> Callable:
        @wraps(verb)
        @transaction.atomic
        def taken(who, bulletin, *args, **facts):
            actor = Actor.of(who)
            return verb(actor, locked_for(actor, step, bulletin), *args, **facts)

        return bind(step, taken)

    return of


def eyes(person, bulletin) -> list:
    """Through whose eyes they see it: their own, and those of the people in whose name they act."""
    this, rights = Bulletin.objects.filter(pk=bulletin.pk), Rights.of(person)
    if not rights.lent:
        return [rights.own]
    return [one for one in rights.actors if this.filter(through(one)).exists()]


def at_the_desk(person) -> bool:
    return person.of_the_bureau


def desk(person, bulletin):
    return Yes() if at_the_desk(person) else No("通报、专报由督查局办理。")


def checks(person, bulletin):
    """Who drafted cannot be who checks."""
    if bulletin.drafted_by_id in Actor.of(person).hands:
        return No("须由拟稿人以外的人核稿。", shown=True)
    return Yes()


def signer(person, bulletin):
    """The county leader whom the drafter chose; else a leader of the bureau."""
    if bulletin.signer_id is None:
        return director(person, bulletin)
    return Yes() if bulletin.signer_id == person.pk else No(f"这一期由{bulletin.signer}签发。")


def four_eyes(person, bulletin):
    """Who drafted cannot be who signs."""
    if bulletin.drafted_by_id in Actor.of(person).hands:
        return No("须由拟稿人以外的局领导签发。", shown=True)
    return Yes()


def not_to_oneself(person, bulletin):
    """Nor who asked, of the answer, in whoever's stead."""
    if bulletin.answers_id and bulletin.answers.leader_id in Actor.of(person).hands:
        return No("本期反馈您的批示，须由其他领导签发。", shown=True)
    return Yes()


def sends_back(person, bulletin):
    """Whoever might check it, while it waits for that; afterwards who signs, and the bureau's leaders."""
    if bulletin.state == states.CHECKED:
        return signer(person, bulletin) or director(person, bulletin)
    verdict = checks(person, bulletin)
    return desk(person, bulletin) if verdict else No(verdict.reason)


def lines_of(bulletin):
    return bulletin.entries.all()


def checked(person, bulletin):
    """Who checked it; until it is signed, they alone take that back."""
    return Yes() if bulletin.checked_by_id in Actor.of(person).hands else No("由核稿人撤回。")


def failed(person, bulletin):
    return Yes() if bulletin.rendering.state == "failed" else No("排版没有出错，不需要重来。")


def require(person, step, bulletin) -> None:
    """Raises Refused where they do not see it, or may not take the step now."""
    if not seen(person, bulletin):
        raise Refused("您不能办理这一期。")
    if not (verdict := may(person, step, bulletin)):
        raise Refused(verdict.reason)


def seen(person, bulletin) -> bool:
    return Bulletin.objects.visible_to(person).filter(pk=bulletin.pk).exists()


def own_response(person, bulletin, lock: bool = False):
    """What the person's unit was asked to answer, the unanswered first: one that carries on for another may be asked
    for both. None where it was not asked."""
    if not person.answers_for_unit:
        return None
    rows = bulletin.responses.all()
    if lock:
        rows = rows.select_for_update(of=("self",)).filter(unit__in=person.own_units).select_related("unit")
    mine = [row for row in rows if row.unit_id in person.own_units]
    return min(mine, key=lambda row: (row.answered_at is not None, row.answered_at, row.pk), default=None)


def concerned_unit(person, bulletin) -> Unit | None:
    """For which unit the person speaks of the figures in it: one it was delivered to, or that works on what it quotes."""
    return concerned_units(bulletin, person.own_units).first() if person.answers_for_unit else None


def concerned_units(bulletin, keys) -> QuerySet[Unit]:
    """Of these units those that it was delivered to, which come first, or that work on what it quotes."""
    delivered = Q(pk__in=bulletin.receipts.values("unit"))
    working = Q(pk__in=Assignment.objects.filter(matter__quotes__bulletin=bulletin).values("unit"))
    return Unit.objects.filter(delivered | working, pk__in=keys).order_by(
        flag(delivered).desc(), "order", "pk"
    )


def comments(person, bulletin, ever: bool = False):
    """Who drafts, checks or signs it, until it is signed; with `ever` also afterwards, for who reads what was said."""
    if bulletin.is_frozen and not ever:
        return No("已经签发的不再批注；有错的起草更正。")
    if at_the_desk(person) or bulletin.signer_id == person.pk:
        return Yes()
    return No("批注由督查局和签发领导作。")


def settles(person, bulletin):
    return desk(person, bulletin) if not bulletin.is_frozen else No("已经签发，不再处理批注。")


def answers(person, bulletin):
    """Whose unit was asked, and has not answered."""
    response = own_response(person, bulletin)
    if response is None:
        return No("这一期没有要求你单位回复。")
    return No("你单位已经回复。") if response.answered_at else Yes()
