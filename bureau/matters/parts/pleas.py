"""Pleas that wait for a decision: for more time, or against the role. What ends the work ends them too."""

from bureau.matters.flow import move
from bureau.matters.models import Reply
from bureau.matters.parts import steps
from bureau.org.actor import Actor

REFUSED = {Reply.Kind.EXTENSION: steps.REFUSE_EXTENSION, Reply.Kind.DISPUTE: steps.UPHOLD}


def waiting(matter):
    """Those that were sent and nobody has decided."""
    return Reply.objects.filter(assignment__matter=matter, kind__in=REFUSED, state=Reply.State.SENT)


def end(pleas, actor: Actor, at, why: str) -> None:
    """None of them is decided any more. Who wrote one is not named as its judge."""
    for plea in pleas:
        judge = None if plea.author_id == actor.pk else actor.principal
        move(REFUSED[plea.kind], plea, judged_by=judge, judged_at=at, remark=why)
