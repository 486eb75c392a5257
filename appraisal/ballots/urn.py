"""票箱: ballots go in sealed, each as many bytes as another; they are shaken before anybody looks."""

import secrets
from collections.abc import Iterable, Iterator

from appraisal.ballots.models import Ballot, Group, Poll
from appraisal.ballots.models.ballot import about
from appraisal.ballots.terms import Marks
from bureau.org import cipher

BATCH = 1000  # rows of one statement


def sealed(group: int, marks: Marks) -> Ballot:
    return Ballot(group_id=group, sealed=cipher.seal(bytes(marks), about(group)))


def opened(ballots: Iterable[Ballot]) -> Iterator[Marks]:
    """Raises Unreadable where one was written with a key that is lost, or was changed since."""
    for one in ballots:
        yield tuple(cipher.unseal(bytes(one.sealed), one.about))


def ballots_of(group: Group) -> Iterator[Marks]:
    return opened(group.ballots.iterator(chunk_size=BATCH))


def shake(poll: Poll) -> int:
    """In the transaction that closes the poll: each ballot is written anew, under another key, in an order that is drawn. Where a row
    lies and which transaction wrote it tell no more when it came in. How many there are."""
    found = list(Ballot.objects.filter(group__poll=poll))
    secrets.SystemRandom().shuffle(found)
    fresh = [sealed(one.group_id, marks) for one, marks in zip(found, opened(found), strict=True)]
    Ballot.objects.filter(group__poll=poll).delete()
    Ballot.objects.bulk_create(fresh, batch_size=BATCH)
    return len(fresh)
