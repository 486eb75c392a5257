"""Pending duties become notices: a transaction for each batch, that marks what it told."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce

from bureau.matters.models import Duty
from bureau.notices.ladder import ORDER
from bureau.notices.models import News, Notice, is_urgent
from bureau.notices.pending import Owed, Pending
from bureau.notices.posting import post
from bureau.notices.recipients import heard_by, listeners


@dataclass
class Swept:
    """What a round did, or, `dry`, would do. `failures`: a sentence for each duty or holder that could not be told."""

    dry: bool = False
    notices: int = 0
    people: set[int] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)

    def count(self, notices) -> None:
        self.notices += len(notices)
        self.people.update(notice.person_id for notice in notices)


@transaction.atomic
def tell(owed: Owed, pending: Pending, swept: Swept) -> None:
    """As many queries for a batch as for one duty, and one for each person who might hear of any.

    Who sweeps at the same moment holds other rows: a locked duty is theirs, and told when the lock is gone.
    """
    duties = pending.among(owed)
    if not swept.dry:
        duties = duties.select_for_update(skip_locked=True, of=("self",))
    rows = duties.values_list("pk", "matter", "urgency", "due_at", "told_at", "rung", named=True)
    duties = list(filter(pending.tells, rows))
    if not duties:
        return
    heard = who_hears(duties, listeners(owed, pending.deputies))
    notices = Notices(pending, duties).of(heard)
    if not swept.dry:
        post(notices)
        mark([duty for duty in duties if duty.pk in heard], pending)
    swept.count(notices)
    swept.failures += unheard([duty.pk for duty in duties if duty.pk not in heard])


def who_hears(duties, people) -> dict[int, list[int]]:
    """Duty → the people who hear of it, where there is somebody. So many queries per person, however many the duties."""
    heard, these = defaultdict(list), Duty.objects.filter(pk__in=[duty.pk for duty in duties])
    for person in people:
        for key, _due_at in heard_by(person, these):
            heard[key].append(person.pk)
    return dict(heard)


class Notices:
    """What there is to say of some duties, and what was said of them before."""

    def __init__(self, pending: Pending, duties):
        self.pending, self.duties = pending, duties
        said = Notice.objects.filter(duty__in=[duty.pk for duty in duties]).order_by("pk")
        self.said = list(said.values_list("duty", "person", "news", "due_at"))
        self.known = {(duty, person): due_at for duty, person, _news, due_at in self.said}  # as last told

    def of(self, heard: dict[int, list[int]]) -> list[Notice]:
        found = (
            (duty, person, self.news(duty, person))
            for duty in self.duties
            for person in heard.get(duty.pk, ())
        )
        made = [self.notice(duty, person, news) for duty, person, news in found if news]
        said = set(self.said)
        return [n for n in made if (n.duty_id, n.person_id, n.news, n.due_at) not in said]

    def notice(self, duty, person: int, news: str) -> Notice:
        return Notice(
            person_id=person,
            news=news,
            matter_id=duty.matter,
            duty_id=duty.pk,
            due_at=duty.due_at,
            urgent=is_urgent(news, duty.urgency),
            at=self.pending.now,
        )

    def news(self, duty, person: int) -> str:
        """New before anything else: a duty that opens late is told once, not as late as well. Empty for who knows of
        it already, where others have to be told: it went over to their unit."""
        if duty.told_at is not None:
            return News(self.pending.reached(duty))
        if (duty.pk, person) not in self.known:
            return News.NEW
        return News.MOVED if self.known[duty.pk, person] != duty.due_at else ""


def mark(duties, pending: Pending) -> None:
    """Told, up to the rung they have reached."""
    by_rung = defaultdict(list)
    for duty in duties:
        by_rung[ORDER.get(pending.reached(duty), 0)].append(duty.pk)
    for rung, keys in by_rung.items():
        Duty.objects.filter(pk__in=keys).update(rung=rung, told_at=Coalesce("told_at", Value(pending.now)))


def unheard(keys: list[int]) -> list[str]:
    """A sentence each for the operations page: no title, no content."""
    duties = Duty.objects.filter(pk__in=keys).select_related("matter", "holder_unit", "holder_person")
    return [
        f"{duty.matter.number or '未编号事项'}“{duty}”（{duty.holder_words}）没有可以告知的人。"
        for duty in (duties.order_by("pk") if keys else ())
    ]
