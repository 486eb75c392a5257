"""Pleas that wait for a decision: for more time, or against the role. What ends the work ends them too."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from bureau.matters.flow import Step, move
from bureau.matters.models import Matter, Reply
from bureau.matters.parts import steps
from bureau.org.actor import Actor

REFUSED: dict[str, Step] = {Reply.Kind.EXTENSION: steps.REFUSE_EXTENSION, Reply.Kind.DISPUTE: steps.UPHOLD}


def waiting(matter: Matter) -> QuerySet[Reply]:
    """Those that were sent and nobody has decided."""
    return Reply.objects.filter(assignment__matter=matter, kind__in=REFUSED, state=Reply.State.SENT)


def end(pleas: Iterable[Reply], actor: Actor | None, at: datetime, why: str) -> None:
    """None of them is decided any more. Who wrote one is not named as its judge; nobody is where it comes of itself."""
    for plea in pleas:
        judge = None if actor is None or plea.author_id == actor.pk else actor.principal
        move(REFUSED[plea.kind], plea, judged_by=judge, judged_at=at, remark=why)
