"""What the system proposes as clues, by rules that the county edits. A person takes or dismisses each with a reason; none names anybody
but a unit, and none is filed by itself."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from accountability.models import Answered, Case, ClueRule
from accountability.policy import require_desk
from accountability.unnamed import require_unnamed
from bureau.jobs.barred import Barred
from bureau.matters import rooms
from bureau.matters.access.visibility import seen_by
from bureau.matters.models import Assignment, Entry, Matter, Phase, Secrecy
from bureau.matters.rooms import Sign
from bureau.notices.models import Kind
from bureau.org.models import Person, Unit
from bureau.org.posts import Function
from bureau.urging.models import Urging

Key = ClueRule.Key
MOST = 200  # of one rule at a time
WORDS = {
    Key.RETURNS: "办理结果被退回{amount}次",
    Key.OVERDUE: "逾期{amount}日没有办结",
    Key.RED_CARD: "已发红牌督办{amount}次",
    Key.SUBSTANTIATED: "一年内查实的投诉{amount}件",
    Key.FALSE_REPORT: "报完成以后核查没有整改{amount}次",
}


@dataclass(frozen=True)
class Proposal:
    """A matter and a unit, with why."""

    rule: str
    matter: Matter
    unit: Unit
    amount: int

    @property
    def why(self) -> str:
        return WORDS[Key(self.rule)].format(amount=self.amount)


def proposed(person: Person) -> list[Proposal]:
    """Of what this person may hear of, what nobody has answered yet, the latest matter first."""
    told = [sign for room in rooms.rooms() for sign in room.signs()]
    known = set(Answered.objects.values_list("rule", "matter", "unit"))
    left = [sign for rule in ClueRule.objects.filter(active=True) for sign in reaching(rule, told, known)]
    matters = read_for_clues(person).in_bulk({sign.matter for sign in left})
    units = Unit.objects.in_bulk({sign.unit for sign in left})
    found = [
        Proposal(sign.kind, matters[sign.matter], units[sign.unit], sign.amount)
        for sign in left
        if sign.matter in matters
    ]
    return sorted(found, key=lambda one: (-one.matter.pk, one.rule))


def read_for_clues(person: Person) -> QuerySet[Matter]:
    """The desk hears of what stands open in the other rooms of the bureau; of what is sealed only what they see anyway."""
    if not person.sits_at(Function.ACCOUNTABILITY):
        return Matter.objects.visible_to(person)
    return Matter.objects.filter(Q(secrecy=Secrecy.NORMAL) | seen_by(person))


def reaching(rule: ClueRule, told: Iterable[Sign], known: Container[tuple[str, int, int]]) -> Iterator[Sign]:
    """What reaches the rule's number, the first `MOST`; what comes behind is proposed when those are answered. `told`: what the rooms
    say of themselves (`Room.signs`); `known`: what was answered."""
    count = SIGNS.get(Key(rule.key))
    found = count(rule.threshold) if count else (sign for sign in told if sign.kind == rule.key)
    left = (
        one for one in found if one.amount >= rule.threshold and (rule.key, one.matter, one.unit) not in known
    )
    return islice(left, MOST)


def returned(threshold: int) -> Iterator[Sign]:
    """Matters whose result came back so often, at the unit that leads."""
    keys = rooms.keys_of(lambda room: room.returns)
    rows = Entry.objects.filter(step__in=keys, matter__phase=Phase.RUNNING).order_by()
    counted = dict(
        rows.values("matter")
        .annotate(amount=Count("pk"))
        .filter(amount__gte=threshold)
        .values_list("matter", "amount")
    )
    for matter, unit in leads(counted):
        yield Sign(Key.RETURNS, matter, unit, counted[matter])


def overdue(threshold: int) -> Iterator[Sign]:
    """Matters that are so many days late, at the unit that leads."""
    now = timezone.now()
    late = Matter.objects.filter(
        phase=Phase.RUNNING, finished_at=None, due_at__lt=now - timedelta(days=threshold)
    )
    answered = Answered.objects.filter(rule=Key.OVERDUE).values("matter")
    first = late.exclude(pk__in=answered).order_by("due_at").values_list("pk", "due_at")[:MOST]
    days = {key: (now - due).days for key, due in first if due}
    for matter, unit in leads(days):
        yield Sign(Key.OVERDUE, matter, unit, days[matter])


def leads(matters: dict[int, int]) -> list[tuple[int, int]]:
    """(matter, unit) of those that have a lead."""
    found = Assignment.objects.filter(matter__in=matters, role=Assignment.Role.LEAD)
    return list(found.values_list("matter", "unit"))


def red_cards(_threshold: int) -> Iterator[Sign]:
    issued = Urging.objects.filter(kind=Kind.RED).exclude(state=Urging.State.WITHDRAWN).order_by()
    rows = issued.values("matter", unit=F("assignment__unit")).annotate(amount=Count("pk"))
    return (Sign(Key.RED_CARD, row["matter"], row["unit"], row["amount"]) for row in rows)


SIGNS: dict[Key, Callable[[int], Iterator[Sign]]] = {
    Key.RETURNS: returned,
    Key.OVERDUE: overdue,
    Key.RED_CARD: red_cards,
}


@transaction.atomic
def dismiss(person: Person, proposal: Proposal, reason: str) -> Answered:
    """不作线索, with the reason; it is not proposed again. Raises Refused, Barred where somebody was faster or it names somebody."""
    require_unnamed([proposal.unit], {"reason": "不作线索的理由"}, reason=reason)
    return answer(person, proposal, reason)


def answer(person: Person, proposal: Proposal, reason: str, case: Case | None = None) -> Answered:
    require_desk(person)
    row, made = Answered.objects.get_or_create(
        rule=proposal.rule,
        matter=proposal.matter,
        unit=proposal.unit,
        defaults={"reason": reason, "by": person, "case": case},
    )
    if not made:
        raise Barred("这一条刚刚已经有人办理。")
    return row


def find(person: Person, rule: str, matter: int, unit: int) -> Proposal | None:
    """The one that is meant, if it is still proposed to this person."""
    return next(
        (one for one in proposed(person) if (one.rule, one.matter.pk, one.unit.pk) == (rule, matter, unit)),
        None,
    )
