"""One row of what came back, by the verbs of its steps: rehearsed, or done."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters import cover, policy
from bureau.matters.actions import version
from bureau.matters.reimport.columns import Columns
from bureau.matters.reimport.declared import Change
from bureau.matters.reimport.given import faults, filled, heads_of
from bureau.org.actor import Actor

NO_STEP = "现在没有可以改这一栏的办理步骤。"
OTHERWISE = 3  # of all reasons the last
GONE = "您已经看不到这件事项了。"


class Faulty(Barred):
    """A row that cannot be taken: pairs of a column's label (empty: of the whole row) and a sentence. `of`: the change whose verb
    said no, where one did."""

    def __init__(self, faults: list[tuple[str, str]], of: Change | None = None) -> None:
        super().__init__(" ".join(f"“{label}”：{words}" if label else words for label, words in faults))
        self.faults, self.of = faults, of


class Rehearsed(Exception):
    """What was done is undone: it was only tried."""


@dataclass(frozen=True)
class Wish:
    """What one row asks for: the words of its cells by key, which of them are to be taken, and why."""

    pk: int
    cells: Mapping[str, str]
    changed: Sequence[str]
    why: str


def rehearse(columns: Columns, wish: Wish) -> None:
    """Nothing stays of it. Raises Faulty."""
    with suppress(Rehearsed), transaction.atomic():
        take(columns, wish)
        raise Rehearsed


def take(columns: Columns, wish: Wish, seen: str = "") -> None:
    """All of a row or none of it. Raises Faulty; Moved where the record is not as it was `seen`."""
    with transaction.atomic():
        cover.lock(wish.pk)
        record = current(columns, wish.pk)
        if seen and version(record) != seen:
            raise Moved
        for (change, actor), changed in steps_for(columns, record, wish):
            take_one(columns, change, actor, wish, changed)


class Moved(Barred):
    """Somebody else changed it since it was shown."""


def current(columns: Columns, pk: int) -> Any:
    """The record as its reader sees it. Raises Faulty."""
    found = columns.room.record.objects.visible_to(columns.rights).filter(pk=pk).first()
    if found is None:
        raise Faulty([("", GONE)])
    return found


def steps_for(columns: Columns, record: Any, wish: Wish) -> list[tuple[tuple[Change, Actor], list[str]]]:
    """The changes that take the cells, in their order and by whom, each with its columns. Raises Faulty where one may not be
    changed now."""
    found: dict[tuple[Change, Actor], list[str]] = {}
    wrong = []
    for key in wish.changed:
        taken = change_for(columns, record, key)
        if isinstance(taken, str):
            wrong.append((columns.labels[key], taken))
        else:
            found.setdefault(taken, []).append(key)
    if wrong:
        raise Faulty(wrong)
    return sorted(found.items(), key=lambda one: columns.changes.index(one[0][0]))


def change_for(columns: Columns, record: Any, key: str) -> tuple[Change, Actor] | str:
    """What changes that column of the record now, and in whose name: their own, where that may be; else why nothing does."""
    reasons = [(OTHERWISE, NO_STEP)]
    for actor, change in product(columns.actors_on(record.matter), columns.changes):
        if key not in change.columns or not change.is_for(actor, columns.room.kind):
            continue
        subject = change.on(actor, record)
        verdict = policy.may(actor, change.step, subject) if subject else policy.No(change.instead)
        if isinstance(verdict, policy.Yes):
            return change, actor
        reasons.append((telling(change, subject), verdict.reason or NO_STEP))
    return min(reasons, key=lambda one: one[0])[1]


def telling(change: Change, subject: Any) -> int:
    """How much a refusal tells: of a step that could be taken now by somebody; of one with its way out; of any other."""
    if subject is not None and subject.state in change.step.frm:
        return 0
    return 1 if subject is None and change.instead else 2


def take_one(columns: Columns, change: Change, actor: Actor, wish: Wish, changed: list[str]) -> None:
    """Raises Faulty, located by the column where the step says by which field."""
    subject, labels = change.on(actor, current(columns, wish.pk)), columns.labels
    try:
        form = filled(change, subject, wish.cells, changed, wish.why)
        if not form.is_valid():
            raise Faulty(faults(change, form, labels))
        change.take(change.step, actor, subject, form)
    except Faulty:
        raise
    except Barred as barred:
        raise Faulty([(place_of(change, barred, labels), str(barred))], of=change) from barred


def place_of(change: Change, barred: Barred, labels: Mapping[str, str]) -> str:
    """The label of the column that a refusal names, by its key or by the field."""
    return labels.get(barred.field) or heads_of(change, labels).get(barred.field, "")


def follow_refusal(columns: Columns, faulty: Faulty) -> None:
    """What a room does when one was refused."""
    if faulty.of and isinstance(faulty.__cause__, Barred):
        faulty.of.refused(columns.person, faulty.__cause__)
