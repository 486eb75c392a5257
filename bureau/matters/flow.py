"""Steps and flows: a move is declared once, as data, and `Flow.take` is the only writer of state.

RETURN = Step("directives.return", "退回重办", frm=("reviewing",), to="running",
              sentence="{actor} 退回重办：{reason}", asks=("reason",))
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import timeline
from bureau.matters.models import Audience, Tiding


class NotNow(Barred):
    """Somebody was faster, or the thing is in another state."""

    @classmethod
    def for_step(cls, step: "Step"):
        return cls(f"这件事的状态刚刚有了变化，现在不能“{step.label}”。请看过最新情况再办。")


@dataclass(frozen=True)
class State:
    """What a state of a room shows on the cover."""

    words: str
    phase: str


@dataclass(frozen=True)
class Step:
    """A legal move. `to=None` stays in the same state. `asks` names the fields its form asks for (forms.py)."""

    key: str
    label: str
    frm: tuple[str, ...]
    to: str | None
    sentence: str
    asks: tuple[str, ...] = ()
    audience: str = Audience.ALL
    tone: str = "plain"  # primary, plain, danger: how its button looks
    hint: str = ""  # what will happen, said above the form
    tells: bool = False  # the units hear of it although they owe nothing for it

    @property
    def name(self) -> str:
        return self.key.rsplit(".", 1)[-1]


@dataclass
class Flow:
    """The states of one kind of record and the cover they turn. A flow without states turns no cover."""

    states: dict[str, State] = field(default_factory=dict)

    def take(
        self,
        step: Step,
        record,
        actor,
        *,
        at=None,
        assignment=None,
        changes=None,
        cover_changes=None,
        **facts,
    ):
        """Move `record` by `step` and write the line; raises NotNow when the record is not where the step starts.

        Inside the verb's transaction, which holds the cover (`policy.require`). `changes` go into the record with
        its state, `cover_changes` onto the cover with its phase. `facts` fill the step's sentence and are kept on
        the line. Returns the Entry.
        """
        if not transaction.get_connection().in_atomic_block:
            raise transaction.TransactionManagementError("a step is taken inside its verb's transaction")
        move(step, record, **(changes or {}))
        words = told(facts)
        entry = timeline.write(
            record.matter,
            step.key,
            sentence(step, actor, words),
            actor=actor,
            assignment=assignment,
            audience=step.audience,
            at=at or timezone.now(),
            facts=words,
            turned=self.turned(record, cover_changes or {}),
        )
        if step.tells:
            Tiding.objects.create(entry=entry)
        return entry

    def begin(self, step: Step, records, actor, *, at, **facts) -> None:
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

    def turned(self, record, changes: dict) -> dict:
        """What the cover shows of the state the record is in now."""
        if not self.states:
            return {}
        state = self.states[record.state]
        return {"phase": state.phase, "stage": state.words, **changes}


def move(step: Step, record, **changes) -> None:
    """Compare and set: the record's state and `changes`, or NotNow. Alone only for a record that moves along
    with another one's step, whose line tells of both."""
    values = {"state": step.to or record.state, **changes}
    if hasattr(record, "version"):
        values["version"] = F("version") + 1
    rows = type(record)._base_manager.filter(pk=record.pk, state=record.state, state__in=step.frm)
    if record.state not in step.frm or rows.update(**values) != 1:
        raise NotNow.for_step(step)
    for name in ("state", *changes):
        setattr(record, name, values[name])


def move_all(step: Step, parts, **changes) -> None:
    """The same for parts of a matter, in one update, by a step that leads to another state."""
    rows = type(parts[0])._base_manager.filter(pk__in=[part.pk for part in parts], state__in=step.frm)
    values = {"state": step.to, **changes}
    if rows.update(**values, version=F("version") + 1) != len(parts):
        raise NotNow.for_step(step)
    for part in parts:
        vars(part).update(values)


def told(facts: dict) -> dict[str, str]:
    """Facts as a line keeps them: words, and only those that say something."""
    return {name: str(value) for name, value in facts.items() if value not in (None, "")}


def sentence(step: Step, actor, words: dict) -> str:
    """The line of the timeline. A trailing 「：」 with nothing behind it is dropped."""
    known = Gaps(words, actor=actor.signature if actor else "系统")
    return step.sentence.format_map(known).rstrip("：，、 ")


class Gaps(dict):
    """Facts that were not given leave no trace in the sentence."""

    def __missing__(self, name):
        return ""
