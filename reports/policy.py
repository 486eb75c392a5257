"""Who may take which step of a bulletin."""

from bureau.matters.policy import No, Refused, Yes, director, every, may, register
from bureau.org.posts import Function
from reports import flow
from reports.models import Bulletin


def require_desk(person) -> None:
    """Beginning a bulletin needs no record to ask about."""
    if not at_the_desk(person):
        raise Refused("通报由督查局拟稿。")


def locked(bulletin) -> Bulletin:
    """The row as it is now; whoever else works on it waits until this transaction ends."""
    return Bulletin.objects.select_for_update().get(pk=bulletin.pk)


def locked_for(person, step, bulletin) -> Bulletin:
    """The first thing a verb does: the row under lock, if this person may take this step on it now."""
    bulletin = locked(bulletin)
    if not (verdict := may(person, step, bulletin)):
        raise Refused(verdict.reason)
    return bulletin


def at_the_desk(person) -> bool:
    return Function.DIRECTIVES in person.functions


def desk(person, bulletin):
    return Yes() if at_the_desk(person) else No("通报由督查局办理。")


def four_eyes(person, bulletin):
    """Who drafted cannot be who signs."""
    if bulletin.drafted_by_id in person.hands:
        return No("须由拟稿人以外的局领导签发。", shown=True)
    return Yes()


def failed(person, bulletin):
    return Yes() if bulletin.rendering.state == "failed" else No("排版没有出错，不需要重来。")


register(
    {
        flow.CREATE: desk,
        flow.EDIT: desk,
        flow.REFRESH: desk,
        flow.SUBMIT: desk,
        flow.DISCARD: desk,
        flow.SEND_BACK: director,
        flow.SIGN: every(director, four_eyes),
        flow.RENDER_AGAIN: every(desk, failed),
    }
)
