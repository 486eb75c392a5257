"""Who may take which step of a directive."""

from typing import Any

from bureau.matters.access.behalf import same_hand
from bureau.matters.flow import Record
from bureau.matters.policy import No, Refused, Verdict, Yes, desk, director
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function


def require_desk(person: Person | Actor) -> None:
    """Registering and importing need no record to ask about. Raises Refused."""
    if not person.sits_at(Function.DIRECTIVES):
        raise Refused("登记督查事项由督查局办理。")


@said(only="登记人本人不审定")
def four_eyes_approval(person: Actor, record: Record) -> Verdict:
    """Who put it up cannot be who approves it."""
    if same_hand(person, record.matter, record.matter.officer_id):
        return No("须由登记人以外的局领导审定。", shown=True)
    return Yes()


@said("{desk}；已有目标、节点的由局领导")
def sets_goal(person: Actor, record: Any) -> Verdict:
    """What is to be reached is moved by who may grant more time; the desk sets it where nothing was set."""
    stands = hasattr(record, "goal") or bool(record.stages)
    return director(person, record) if stands else desk(person, record)


@said("{desk}；编号以后由局领导")
def voids(person: Actor, record: Record) -> Verdict:
    """Before it is numbered the desk may drop it; afterwards a bureau leader."""
    return director(person, record) if record.matter.number else desk(person, record)
