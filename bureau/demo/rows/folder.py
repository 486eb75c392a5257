"""One matter on its way through the house: its rows as the verbs would have written them, with a true chain.

Nothing is asked of the policy and nothing is saved; `rows` are copied in bulk. Keys come from `keys`.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain, count

from bureau.demo.rows.copying import Row, copy_in, count_on
from bureau.demo.rows.terms import by_limit, on_paper
from bureau.matters import seals, timeline
from bureau.matters.flow import Step, sentence
from bureau.matters.models import Assignment, Duty, Entry, Matter, Reply
from bureau.org.posts import Function
from bureau.org.worktime import local
from directives import flow
from directives.models import Directive

TABLES = (Matter, Directive, Assignment, Reply, Duty, Entry)


class Keys:
    """The next key of each table, in an empty database."""

    def __init__(self):
        self.counters = defaultdict(lambda: count(1))

    def __call__(self, model) -> int:
        return next(self.counters[model])


def copy(folders: Sequence["Folder"]) -> None:
    """Into an empty database, or behind other folders of the same keys."""
    for model in TABLES:
        copy_in(model, chain.from_iterable(folder.rows[model] for folder in folders))


def go_on_behind() -> None:
    """After the last folder."""
    count_on([model for model in TABLES if model is not Directive])


class Folder:
    def __init__(self, keys: Keys, officer, cover: dict, record: dict):
        self.keys, self.officer, self.rows = keys, officer, defaultdict(list)
        kind = Function.DIRECTIVES.value
        self.matter = self.add(
            Matter, kind=kind, officer_id=officer.pk, entry_count=0, chain_head="", **cover
        )
        self.matter.pk = self.matter.id  # as the register names it
        self.directive = Row(matter_id=self.matter.id, **{"stages": "[]", **record})
        self.rows[Directive].append(self.directive)

    def add(self, model, **values) -> Row:
        row = Row(id=self.keys(model), **values)
        self.rows[model].append(row)
        return row

    @property
    def parts(self) -> list[Row]:
        return self.rows[Assignment]

    @property
    def owed(self) -> list[Row]:
        return [duty for duty in self.rows[Duty] if duty.done_at is None]

    def turn(self, state: str, **cover) -> None:
        """The record and the cover, as they stand after the last step."""
        shown = flow.STATES[state]
        self.directive.state = state
        vars(self.matter).update(phase=str(shown.phase), stage=shown.words, **cover)

    def plan(self, units) -> None:
        """The first unit leads."""
        for place, unit in enumerate(units):
            role = "co" if place else "lead"
            self.add(Assignment, matter_id=self.matter.id, unit_id=unit.pk, role=role, unit=unit)

    def tell(self, step: Step, actor, at: datetime, part: Row | None = None, **facts) -> None:
        entry = self.add(
            Entry,
            matter_id=self.matter.id,
            assignment_id=part and part.id,
            seq=self.matter.entry_count + 1,
            actor_id=actor.pk,
            actor_words=actor.signature,
            step=step.key,
            sentence=sentence(step, actor, facts),
            facts=facts,
            audience=str(step.audience),
            at=at,
        )
        entry.digest = timeline.digest(entry, self.matter.chain_head)
        entry.facts = json.dumps(facts, ensure_ascii=False)
        self.matter.entry_count, self.matter.chain_head = entry.seq, entry.digest

    def owe(self, step: str, at: datetime, due: date | None = None, done_at=None, **holder) -> None:
        """`due`: the day on the paper, else the limits table says. `done_at`: empty while it is owed."""
        due_at, basis = on_paper(due) if due else by_limit(self.matter.urgency, step, local(at).date())
        self.add(
            Duty,
            matter_id=self.matter.id,
            step=str(step),
            opened_at=at,
            due_at=due_at,
            original_due_at=due_at,
            basis=basis,
            done_at=done_at,
            **holder,
        )

    def reply(self, part: Row, author, kind: str, text: str, at: datetime, **more) -> None:
        """Sent; `more`: how it was judged, how far it had come."""
        words = {"kind": kind.value, "text": text, "state": Reply.State.SENT.value}
        self.add(Reply, assignment_id=part.id, author_id=author.pk, at=at, sent_at=at, **words | more)

    def seal(self) -> None:
        """Over the whole timeline, once the matter has its place in the register."""
        matter = self.matter
        matter.seal = seals.of_cover(
            matter.id, matter.entry_count, matter.chain_head, matter.place, matter.link
        )


def accepted(judge, at: datetime) -> dict:
    """Of a reply."""
    return {"state": Reply.State.ACCEPTED.value, "judged_by_id": judge.pk, "judged_at": at}
