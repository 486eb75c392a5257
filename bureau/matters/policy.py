"""Who may take which step: asked by the button and asked again by the verb.

A rule looks at the person and the record and answers `Yes()` or `No("为什么不行")`; each step names its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal

from django.db import transaction
from django.db.models import QuerySet

from bureau.jobs.barred import Barred
from bureau.matters import cover, rooms
from bureau.matters.access.visibility import keeps_away
from bureau.matters.flow import NotNow, Record, Step, bind, stored
from bureau.matters.models import Assignment, Secrecy
from bureau.matters.saying import Said, gathered, said, says
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post


@dataclass(frozen=True)
class Yes:
    def __bool__(self) -> Literal[True]:
        return True


@dataclass(frozen=True)
class No:
    """A refusal that can say why. `shown`: worth a word on the page, because the person would expect the button."""

    reason: str
    shown: bool = False

    def __bool__(self) -> Literal[False]:
        return False


Verdict = Yes | No
Rule = Callable[..., Verdict]


class Refused(Barred):
    """The policy said no."""


def may(who: Person | Actor, step: Step, record: Record) -> Verdict:
    """Whether `who` (a person or an actor) may take `step` on `record` now."""
    if record.state not in step.frm:
        return No(f"当前状态不能“{step.label}”。")
    return step.rule(Actor.of(who), record)


def require(actor: Actor, step: Step, record: Record) -> None:
    """Queue for the matter, read it anew, ask the policy; inside the verb's transaction.

    Raises NotNow where somebody was faster, Refused with the reason where `may` says no.
    """
    cover.queue(record.matter)
    if any(stored(one).values_list("state", flat=True).get() != one.state for one in with_parents(record)):
        raise NotNow.for_step(step)
    verdict = may(actor, step, record)
    if isinstance(verdict, No):
        raise Refused(verdict.reason)


def with_parents(record: Record) -> Iterator[Record]:
    """The record, and what it is a part of and moves within (`parent`): a rule that asks how that stands must not ask an old copy."""
    one: Any = record
    while one is not None:
        yield one
        one = getattr(one, "parent", None)


def takes(step: Step) -> Callable:
    """The verb of a step: in one transaction it is asked whether the actor may take it on the record, which is held
    until the end; what its room measures follows. Called with a person it is handed that person as the actor. Raises what `require` raises."""

    def of(verb: Callable) -> Callable:
        @wraps(verb)
        @transaction.atomic
        def taken(who: Person | Actor, record: Record, *args: object, **facts: object) -> object:
            actor = Actor.of(who)
            require(actor, step, record)
            done = verb(actor, record, *args, **facts)
            rooms.follow(record.matter)
            return done

        return bind(step, taken)

    return of


# --- rules that rooms share -------------------------------------------------------------------------
@said("{desk}")
def desk(person: Actor, record: Record) -> Verdict:
    """The function's desk; a sealed matter is its officer's and the director's."""
    matter = record.matter
    if not person.sits_at(matter.kind):
        return No("这一步由督查局办理。")
    if matter.secrecy == Secrecy.SEALED and not (
        matter.officer_id == person.pk or person.holds(Post.DIRECTOR)
    ):
        return No("限阅事项由经办督查员或局领导办理。")
    if matter.secrecy == Secrecy.SEALED and keeps_away(person, matter):
        return No("本人须回避本事项。", shown=True)
    return Yes()


@said("督查局各岗位")
def of_the_bureau(person: Actor, record: object) -> Verdict:
    """Whatever desk they sit at."""
    return Yes() if person.of_the_bureau else No("这一步由督查局办理。")


@said()
def always(person: Actor, record: object) -> Yes:
    return Yes()


@said("系统自动")
def by_the_system(person: Actor, record: object) -> No:
    """Of a step that follows from something else, by itself."""
    return No("这一步由系统办理。")


@said("局领导")
def director(person: Actor, record: object) -> Verdict:
    return Yes() if person.holds(Post.DIRECTOR) else No("这一步由局领导办理。")


@said("承办单位联络员、负责人")
def of_unit(person: Actor, assignment: Assignment) -> Verdict:
    """Those who answer for the assignment's unit, or for the one that it was merged into."""
    if person.answers_for_unit and assignment.unit_id in person.own_units:
        return Yes()
    return No("这一步由承办单位办理。")


@said("承办单位负责人")
def head_of_unit(person: Actor, assignment: Assignment) -> Verdict:
    if of_unit(person, assignment) and person.holds(Post.HEAD):
        return Yes()
    return No("这一步由承办单位负责人办理。")


def lines_of_matter(record: Any) -> QuerySet:
    return record.matter.entries.all()


def who_took(*steps: Step, lines: Callable[[Any], QuerySet] = lines_of_matter) -> Rule:
    """Whoever took one of those steps last, or in whose name it was taken: they alone take it back. `lines`: where it
    was written down of a record."""
    keys = [step.key for step in steps]

    def rule(person: Actor, record: Record) -> Verdict:
        taken = lines(record).filter(step__in=keys).order_by("-pk")
        took = taken.values_list("actor", flat=True).first()
        return Yes() if took in person.hands else No(f"由“{steps[0].label}”的人撤回。")

    return says(rule, Said(only=(f"限“{steps[0].label}”的本人",)))


def who_took_last(*steps: Step, among: Callable[[], Sequence[Step]]) -> Rule:
    """The same, as long as nobody has taken another of the steps `among` since."""
    keys = [step.key for step in steps]

    def rule(person: Actor, record: Record) -> Verdict:
        lines = lines_of_matter(record).filter(step__in=[step.key for step in among()]).order_by("-pk")
        step, took = lines.values_list("step", "actor").first() or ("", None)
        if step not in keys:
            return No("此后又有办理，不能再撤回。")
        return Yes() if took in person.hands else No(f"由“{steps[0].label}”的人撤回。")

    return says(rule, Said(only=(f"限“{steps[0].label}”的本人", "此后没有其他办理")))


def every(*rules: Rule) -> Rule:
    """All rules must say yes; the first no is the answer."""

    def rule(person: Actor, record: Record) -> Verdict:
        return next((verdict for check in rules if not (verdict := check(person, record))), Yes())

    return gathered(rule, rules)
