"""What may have been registered already: the same leader on the same paper, or the very same words."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from bureau.org.models import Person
from instructions import states
from instructions.actions import OnPaper, Word
from instructions.actions.words import key_of
from instructions.models import Instruction, Round

NEAR = timedelta(days=30)
SHOWN = 5


def alike(person: Person, word: Word, about: OnPaper) -> list[Instruction]:
    """Up to five that this person sees, the latest first."""
    near = Round.objects.filter(
        instruction=OuterRef("pk"),
        leader_name=word.leader_name,
        date__range=(word.date - NEAR, word.date + NEAR),
    )
    same = Q(Exists(near)) & on(about) | Q(Exists(near.filter(words=word.words.strip())))
    found = Instruction.objects.visible_to(person).filter(same).exclude(state=states.VOID)
    return list(found.select_related("paper").prefetch_related("rounds").order_by("-pk")[:SHOWN])


def on(about: OnPaper) -> Q:
    """On this paper, however it was written."""
    return Q(paper__key=key_of(about))
