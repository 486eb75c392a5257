"""What instructions add to the count of matters: by their first word, and in hand round by round."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from django.db.models import OuterRef, QuerySet, Subquery

from bureau.matters.counting.counts import Counts, Stretch
from bureau.matters.models import Reply
from instructions.figures import OWN
from instructions.models import PURSUED, Round

SOURCE = "领导批示"
COLUMNS = ("instruction", "leader_name", "meaning", "opened_at", "finished_at", "sender")


def counts(keys: QuerySet) -> Iterable[Counts]:
    """Of these matters (a queryset of keys) those of the room. One query."""
    rounds = Round.objects.filter(instruction__in=keys).annotate(sender=Subquery(senders()))
    ordered = rounds.order_by("instruction", "number").values_list(*COLUMNS)
    for key, found in groupby(ordered, key=itemgetter(0)):
        rows = list(found)
        _key, leader, meaning, *_times = rows[0]
        yield Counts(key, SOURCE, leader, meaning in PURSUED, tuple(stretches(rows)))


def stretches(rows: list[tuple]) -> Iterable[Stretch]:
    """A round whose result was accepted, as its unit had it in hand."""
    for *_about, opened, finished, sender in rows:
        if opened and finished:
            yield Stretch(sender or OWN, opened, finished)


def senders() -> QuerySet:
    """The unit that sent the round's accepted result: a later round may have another lead."""
    accepted = Reply.objects.filter(
        kind=Reply.Kind.FINAL,
        state=Reply.State.ACCEPTED,
        assignment__matter=OuterRef("instruction"),
        sent_at=OuterRef("finished_at"),
    )
    return accepted.values("assignment__unit__short")[:1]
