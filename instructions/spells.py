"""How long instructions were in hand: a spell for each round whose result was accepted."""

from bureau.matters.counting.spells import Spell, spells_of
from bureau.matters.models import Reply
from instructions.figures import OWN
from instructions.models import Round


def spells(records, calendar) -> list[Spell]:
    """Of these instructions (a queryset); three queries."""
    keys = records.order_by().values("pk")
    rounds = Round.objects.filter(instruction__in=keys, finished_at__isnull=False, opened_at__isnull=False)
    senders = senders_of(keys)
    rows = rounds.values_list("instruction", "opened_at", "finished_at")
    stretches = ((key, senders.get((key, end), OWN), start, end) for key, start, end in rows)
    return spells_of(stretches, keys, calendar)


def senders_of(keys) -> dict[tuple, str]:
    """The unit that sent each accepted result, by matter and moment: a later round may have another lead."""
    accepted = Reply.objects.filter(
        kind=Reply.Kind.FINAL, state=Reply.State.ACCEPTED, assignment__matter__in=keys
    )
    columns = ("assignment__matter", "sent_at", "assignment__unit__short")
    return {(matter, at): unit for matter, at, unit in accepted.values_list(*columns)}
