"""A paper that is issued and not served: set, frozen, kept encrypted."""

from django.utils import timezone

from accountability.models import Case, Paper, Subject
from bureau.files import store
from bureau.org import cipher
from bureau.org.actor import Actor
from bureau.press.printing import pdf_of
from bureau.press.typeset.sheets import Sheet


def issue(
    actor: Actor, case: Case, kind: str, number: str, sheet: Sheet, to: str, subject: Subject | None = None
) -> Paper:
    """In the transaction of the room's verb. Raises PressProblem where it cannot be set."""
    paper = Paper(
        case=case, subject=subject, kind=kind, number=number, made_by=actor.principal, at=timezone.now()
    )
    pdf = pdf_of(sheet)
    paper.size, paper.sha256 = len(pdf), store.put_sealed(pdf, paper.about)
    paper.sealed = cipher.seal(to.encode(), paper.about)
    paper.save()
    return paper


def content(paper: Paper) -> bytes:
    """Raises FileNotFoundError, cipher.Unreadable."""
    return store.open_sealed(paper.sha256, paper.about)
