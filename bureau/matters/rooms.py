"""The rooms of the house, as each declares itself in its own `room.py`. The hall and what stands above it read them here and
name none.

A room is registered when the application starts (`apps.ready`), in the order of INSTALLED_APPS."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from bureau.matters.answering import Answering
from bureau.matters.beginning import Beginning
from bureau.matters.counting.counts import Counts
from bureau.matters.deadlines.dues import Due
from bureau.matters.flow import Flow, State, Step
from bureau.matters.gauge import Gauge
from bureau.matters.layout import Layout
from bureau.matters.lineage.nodes import Part, Tie
from bureau.matters.models import Duty, Matter, Reply
from bureau.matters.papers import Papers
from bureau.matters.reimport.declared import Added, Change
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.asked import Asked
from bureau.pages.period import Period
from bureau.press.typeset.sheets import Sheet

TO_ALL, TO_LEADERS = "all", "leaders"


@dataclass(frozen=True)
class Place:
    """A page of a room's desk, beside its ledger: its label and the name of its address. `entries`: the names of other
    addresses below which one is at this place. `personal`: of whoever works at the bureau; the way to it is under their name.
    `also`: who else works there, besides the desk."""

    label: str
    url_name: str
    entries: tuple[str, ...] = ()
    personal: bool = False
    also: Callable[[Person], bool] | None = None

    def of(self, person: Person, sits_here: bool) -> bool:
        return not self.personal and (sits_here or (self.also is not None and self.also(person)))


@dataclass(frozen=True)
class Told:
    """A text to begin a bulletin from: plain paragraphs under levels as they are typed. `decided`: what it makes known, by keys of the
    room."""

    subject: str
    body: str
    decided: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sign:
    """What speaks for looking at a unit: of which kind, on which matter (its key), how much of it there is."""

    kind: str
    matter: int
    unit: int
    amount: int


@dataclass(frozen=True)
class Happening:
    """Something at a unit on a day that may weigh in its appraisal: of which kind, on which matter (its key), whether the unit led
    there. `key`: the same for the same thing for ever, so that it counts once. `words`: what the unit may read of it."""

    kind: str
    matter: int
    unit: int
    on: date
    key: str
    words: str
    lead: bool = True


# What happened beside the rooms, as `Room.happenings` tells it of one: the writing desk stands above them.
HAPPENED: list[Callable[[date, date], Iterable[Happening]]] = []


def untold(_person: Person, _matter: Matter) -> Told | None:
    return None


def nothing_happened(_since: date, _until: date) -> Iterable[Happening]:
    return ()


def nothing_follows(_matter: Matter, _decided: Collection[int], _number: str, _on: date) -> None:
    return None


def no_origins(_keys: Collection[int]) -> Iterable[Tie]:
    return ()


def nothing_withheld(_text: str) -> Iterable[str]:
    return ()


def no_signs() -> Iterable[Sign]:
    return ()


@dataclass(frozen=True)
class Prints:
    """The paper that each matter of a room has: what it is called, its number, by which a record has one, and the paper itself."""

    label: str
    number: Callable[[Any], str | None]
    sheet: Callable[[Any], Sheet]


def unsaid(_matter: Matter) -> str:
    return ""


def nowhere(_actor: Actor, _duty: Duty) -> str:
    return ""


def nothing(_keys: QuerySet) -> Iterable[Counts]:
    return ()


def no_words(_keys: Iterable[int]) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Room:
    """One of the bureau's functions. `kind`: its app label, URL namespace and `Matter.kind`. The page of a record is
    `<kind>:page`, the ledger `<kind>:list`.

    `record`: the model that hangs on the cover. `owes`: what its matters may have owed. `ledger`: its list
    (`MatterList`), `layout`: how that is printed. `places`: what its desk has besides. `sends`, `returns`: steps by
    which a result is handed in and comes back. `stops`, `goes_on`: between them no time is counted. `quoted_to`: who
    may read its ledger in a bulletin. `origin`: the paper that a matter came from, in words and with its date.
    `papers`: those papers. `apart`: its units learn nothing of each other. `encrypts`: all its matters are
    sealed, and what is served in them or hangs on their lines lies encrypted. `counts`: what figures count of its matters among these (a queryset of keys), besides what their
    covers say. `answers`: how its matters are answered to a leader. `finds(person, words)`: records by words that do not
    stand on the cover, for who reads them. `begins`: how a matter of this room is begun from another one
    (`bureau.matters.beginning`). `proposes(keys)`: what was suggested here because of these matters, a sentence each, as far as
    it may be quoted; `problems(keys)`: what was found wrong at them, likewise. `figures(period)`: its figures as plain data, of all its matters, as its page shows them (`manage.py
    figures`). `tells(person, period)`: the same in words, as a bulletin on it begins, as far as that person sees them.
    `gauge`: what its matters are measured by besides dates. `signs()`: what in it speaks for holding a unit to account.
    `happenings(since, until)`: what in it, on these days, may weigh in a unit's appraisal, as it stands now.
    `circular(person, matter)`: what a bulletin to all may say of one matter that it may not quote; None where there is nothing.
    `announced(matter, decided, number, on)`: a bulletin of that number, issued on that day, made these decisions known.
    `withholds(text)`: why a text may not leave, a sentence each. `replied`: its units report on what they do. `prints`: the paper of each of its matters, many
    of which are printed together. `where(actor, duty)`: the page
    where what is owed is done, where that is neither the form of a step of the record nor its page. `changes`: what of its ledger
    may be changed in Excel, and by which steps; `added`: the columns that only that workbook has. `within`: what else lives a life of
    its own inside its matters: what it is called, its flow, its states in words. `part`: of the chain, where its matters stand.
    `origins(keys)`: what besides other matters these came of."""

    kind: str
    label: str
    record: type[Any]
    flow: Flow
    owes: tuple[Due, ...]
    ledger: Any  # a `MatterList`, which stands above this module
    layout: Layout
    places: tuple[Place, ...] = ()
    sends: tuple[Step, ...] = ()
    returns: tuple[Step, ...] = ()
    stops: tuple[Step, ...] = ()
    goes_on: tuple[Step, ...] = ()
    quoted_to: str = TO_ALL
    apart: bool = False
    encrypts: bool = False
    origin: Callable[[Matter], str] = unsaid
    counts: Callable[[QuerySet], Iterable[Counts]] = nothing
    papers: Papers | None = None
    answers: Answering | None = None
    finds: Callable[[Person, str], QuerySet] | None = None
    begins: Beginning | None = None
    proposes: Callable[[Iterable[int]], Iterable[str]] = no_words
    problems: Callable[[Iterable[int]], Iterable[str]] = no_words
    figures: Callable[[Period], dict] | None = None
    tells: Callable[[Person, Period], Told] | None = None
    gauge: Gauge | None = None
    signs: Callable[[], Iterable[Sign]] = no_signs
    happenings: Callable[[date, date], Iterable[Happening]] = nothing_happened
    circular: Callable[[Person, Matter], Told | None] = untold
    announced: Callable[[Matter, Collection[int], str, date], None] = nothing_follows
    withholds: Callable[[str], Iterable[str]] = nothing_withheld
    replied: bool = True
    where: Callable[[Actor, Duty], str] = nowhere
    changes: tuple[Change, ...] = ()
    added: tuple[Added, ...] = ()
    prints: Prints | None = None
    within: tuple[tuple[str, Flow, dict[str, str]], ...] = ()
    part: Part = Part.SUPERVISE
    origins: Callable[[Collection[int]], Iterable[Tie]] = no_origins

    @property
    def takes_back(self) -> tuple[Step, ...]:
        """By which a result that was handed in is taken back: it was not handed in."""
        return tuple(step for step in self.flow.steps if set(step.takes_back) & set(self.sends))

    @property
    def waiting(self) -> list[tuple[str, State]]:
        """The states that wait for somebody at the bureau, with their keys, in the order of the flow."""
        return [(key, state) for key, state in self.flow.states.items() if state.waits_for]


ROOMS: dict[str, Room] = {}


def register(room: Room) -> None:
    """Raises ImproperlyConfigured where a step of the room has no verb."""
    room.flow.complete()
    ROOMS[room.kind] = room


def rooms() -> list[Room]:
    return list(ROOMS.values())


def room_of(kind: str) -> Room:
    """The room of a matter's `kind`; raises KeyError where none stands."""
    return ROOMS[kind]


def encrypts(matter: Matter) -> bool:
    """Whether the files of this matter lie encrypted."""
    return room_of(matter.kind).encrypts


def beginning() -> list[Room]:
    """The rooms of which a matter can be begun from another room's."""
    return [room for room in ROOMS.values() if room.begins]


def is_measured(kind: str) -> bool:
    """Whether matters of that kind may have a plan to keep."""
    return room_of(kind).gauge is not None


def gauge_of(matter: Matter) -> Gauge | None:
    return room_of(matter.kind).gauge


def follow(matter: Matter) -> None:
    """A step was taken on it: what its room measures it by may stand otherwise."""
    if gauge := gauge_of(matter):
        gauge.follow(matter)


def keep_measured(reply: Reply, given: dict[str, Any]) -> str:
    """What was filled in with a reply besides its text, kept by the room. Returns it in words; raises Barred."""
    if (gauge := gauge_of(reply.matter)) is None:
        return ""
    gauge.keep(reply, given)
    return gauge.said([reply]).get(reply.pk, "")


def measured_words(matter: Matter, replies: Sequence[Reply]) -> dict[int, str]:
    """What was reported with these replies on the matter besides their texts, by their keys."""
    gauge = gauge_of(matter)
    return gauge.said(replies) if gauge and replies else {}


def answers_of(kind: str) -> Answering:
    """How matters of this kind are answered; raises LookupError where nobody waits for that."""
    if (answers := room_of(kind).answers) is None:
        raise LookupError(f"{kind} answers to no leader")
    return answers


def all_listed(room: Room, asked: Asked, most: int) -> list[int]:
    """The keys of all that the room's list shows under these conditions, on every page, at most so many; none where they make no
    sense."""
    table = room.ledger.ledger(asked)
    return list(table.data.data.values_list("pk", flat=True)[:most]) if table else []


def tone_of(kind: str, stage: str) -> str:
    """The colour of what a cover says of its state."""
    states = ROOMS[kind].flow.states.values()
    return next((state.tone for state in states if state.words == stage), "")


def keys_of(which: Callable[[Room], tuple[Step, ...]]) -> list[str]:
    """The keys of steps that every room declares: `keys_of(lambda room: room.sends)`."""
    return [step.key for room in ROOMS.values() for step in which(room)]


@contextmanager
def standing(room: Room) -> Iterator[None]:
    """One more room, as long as this lasts: for trying one out."""
    register(room)
    try:
        yield
    finally:
        del ROOMS[room.kind]
