"""Steps and flows: a move is declared once, with its right and its form, and `Flow.take` is the only writer of state.

RETURN = Step("walks.return", "退回重办", frm=("reviewing",), to="running", rule=desk,
              sentence="{actor} 退回重办：{reason}", asks=(REASON,))
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, cast

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import timeline
from bureau.matters.lineage import changing
from bureau.matters.models import Assignment, Audience, Entry, Matter, Tiding
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.asks import Ask


class NotNow(Barred):
    """Somebody was faster, or the thing is in another state."""

    @classmethod
    def for_step(cls, step: "Move") -> "NotNow":
        return cls(f"这件事的状态刚刚有了变化，现在不能“{step.label}”。请看过最新情况再办。")


class Record(Protocol):
    """What steps move: a room's record, a part of a matter, a reply, a paper."""

    @property
    def pk(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def matter(self) -> Matter: ...


@dataclass(frozen=True)
class State:
    """What a state of a room shows on the cover, and in which colour. `waits_for`: the post whose turn it is, of what
    the bureau's desk is asked to look at."""

    words: str
    phase: str
    tone: str = ""  # of its tag: yellow waits, blue goes on, outline stands still
    waits_for: str = ""


@dataclass(frozen=True, eq=False)  # a step is itself, however much another looks like it
class Move:
    """A change of state. By itself it comes along with another step, whose line tells of both. `to=None` stays."""

    key: str
    label: str
    frm: tuple[str, ...]
    to: str | None

    @property
    def name(self) -> str:
        return self.key.rsplit(".", 1)[-1]


@dataclass(frozen=True, eq=False)
class Step(Move):
    """A move that a person makes: all that is said of it stands here, and its verb says `@takes(STEP)`.

    `rule(actor, record)`: who may, `Yes()` or `No("为什么不行")`. `asks`: the fields of its form. `initial(record)`:
    what they are filled with. `hint`: what will happen, said above the form; `confirm`: asked once more. `tells`: the
    units hear of it although they owe nothing for it. `offered`: as a button on the record's page. `batch`: the post
    that may take it on many records at once; empty: nobody. `does`: what is owed and done by it: keys of dues, or a kind
    of reply that answers them. `takes_back`: the steps that are undone by it (撤回). `leads`: the states that its verb may
    choose where `to` is None. `within`: dues whose time it keeps, beside those it `does`. `paper`: what comes of it on paper. `measured`: the kind of reply that is sent by it, with which its
    form also asks for what the room measures (`bureau.matters.gauge`)."""

    sentence: str
    rule: Callable
    asks: tuple[Ask, ...] = ()
    audience: str = Audience.ALL
    tone: str = "plain"  # primary, plain, danger: how its button looks
    hint: str = ""
    confirm: str = ""
    initial: Callable = lambda record: {}
    tells: bool = False
    offered: bool = True
    batch: str = ""
    does: tuple[str, ...] = ()
    takes_back: tuple["Step", ...] = ()
    leads: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    paper: str = ""
    measured: str = ""

    @property
    def verb(self) -> Callable:
        """What takes it: `verb(actor, record, **facts)`, bound by `policy.takes` or `bind`."""
        return VERBS[self.key]

    @property
    def chips(self) -> tuple[str, ...]:
        """Words offered for the first field."""
        return getattr(self.asks[0], "chips", ()) if self.asks else ()


VERBS: dict[str, Callable] = {}


def bind(step: Step, verb: Callable) -> Callable:
    """This verb takes the step. Raises ImproperlyConfigured where another one does."""
    if step.key in VERBS:
        raise ImproperlyConfigured(f"two verbs take the step {step.key}")
    VERBS[step.key] = verb
    return verb


def bound_to(*steps: Step) -> Callable:
    """For a verb that asks the policy by itself, because it has no record yet, or several."""

    def of(verb: Callable) -> Callable:
        for step in steps:
            bind(step, verb)
        return verb

    return of


@dataclass(frozen=True)
class Flow:
    """The steps of one kind of record in the order of its buttons, and the states they turn on its cover. A flow
    without states turns no cover. `url_name` takes the record's key and the step's name."""

    url_name: str
    steps: tuple[Step, ...]
    states: dict[str, State] = field(default_factory=dict)

    def get(self, name: str) -> Step | None:
        """The step of that name that is offered as a button."""
        return next((step for step in self.offered if step.name == name), None)

    @property
    def offered(self) -> list[Step]:
        return [step for step in self.steps if step.offered]

    def complete(self) -> None:
        """Raises ImproperlyConfigured where a step has no verb: asked when the application starts."""
        if missing := [step.key for step in self.steps if step.key not in VERBS]:
            raise ImproperlyConfigured(f"no verb takes {', '.join(missing)}")

    def take(
        self,
        step: Step,
        record: Record,
        actor: Actor | Person | None,
        *,
        at: datetime | None = None,
        assignment: Assignment | None = None,
        changes: dict | None = None,
        cover_changes: dict | None = None,
        **facts: object,
    ) -> Entry:
        """Move `record` by `step` and write the line; raises NotNow when the record is not where the step starts.

        Inside the verb's transaction, which holds the cover (`policy.require`). `changes` go into the record with
        its state, `cover_changes` onto the cover with its phase. `facts` fill the step's sentence and are kept on
        the line. Returns the Entry.
        """
        if not transaction.get_connection().in_atomic_block:
            raise transaction.TransactionManagementError("a step is taken inside its verb's transaction")
        move(step, record, **(changes or {}))
        words, before, at = told(facts), record.matter.phase, at or timezone.now()
        entry = timeline.write(
            record.matter,
            step.key,
            sentence(step, actor, words),
            actor=actor,
            assignment=assignment,
            audience=step.audience,
            at=at,
            facts=words,
            turned=self.turned(record, cover_changes or {}),
        )
        changing.turned(record.matter, before, at)
        if step.tells:
            Tiding.objects.create(entry=entry)
        return entry

    def begin(
        self, step: Step, records: Sequence[Record], actor: Actor | Person, *, at: datetime, **facts: object
    ) -> None:
        """The first step of many records that were created in this transaction: all in the state they begin in."""
        words = told(facts)
        timeline.begin(
            [record.matter for record in records],
            step.key,
            sentence(step, actor, words),
            actor=actor,
            audience=step.audience,
            at=at,
            facts=words,
        )

    def turned(self, record: Record, changes: dict) -> dict:
        """What the cover shows of the state the record is in now."""
        if not self.states:
            return {}
        state = self.states[record.state]
        return {"phase": state.phase, "stage": state.words, **changes}


def move(step: Move, record: Record, **changes: object) -> None:
    """Compare and set: the record's state and `changes`, or NotNow. Alone only for a record that moves along
    with another one's step, whose line tells of both."""
    values = {"state": step.to or record.state, **changes}
    check_declared(step, record.state, values["state"])
    if hasattr(record, "version"):
        values["version"] = F("version") + 1
    rows = stored(record).filter(state=record.state, state__in=step.frm)
    if record.state not in step.frm or rows.update(**values) != 1:
        raise NotNow.for_step(step)
    for name in ("state", *changes):
        setattr(record, name, values[name])


def check_declared(step: Move, state: str, to: object) -> None:
    """Raises ImproperlyConfigured where a verb moves its record otherwise than its step says, and the rule book with it."""
    if to not in (step.to or state, *getattr(step, "leads", ())):
        raise ImproperlyConfigured(f"{step.key} does not say that it leads to {to}")


def stored(record: Record) -> QuerySet:
    """The record's row, as a query."""
    return cast(type[Model], type(record))._base_manager.filter(pk=record.pk)


def move_all(step: Move, parts: Sequence[Assignment], **changes: object) -> None:
    """The same for parts of a matter, in one update, by a step that leads to another state. Raises NotNow where one
    of them stands elsewhere."""
    rows = Assignment._base_manager.filter(pk__in=[part.pk for part in parts], state__in=step.frm)
    values = {"state": step.to, **changes}
    if rows.update(**values, version=F("version") + 1) != len(parts):
        raise NotNow.for_step(step)
    for part in parts:
        vars(part).update(values)


def told(facts: dict) -> dict[str, str]:
    """Facts as a line keeps them: words, and only those that say something."""
    return {name: str(value) for name, value in facts.items() if value not in (None, "")}


def sentence(step: Step, actor: Actor | Person | None, words: dict) -> str:
    """The line of the timeline. A trailing 「：」 with nothing behind it is dropped."""
    known = Gaps(words, actor=actor.signature if actor else "系统")
    return step.sentence.format_map(known).rstrip("：，、 ")


class Gaps(dict):
    """Facts that were not given leave no trace in the sentence."""

    def __missing__(self, name: str) -> str:
        return ""
