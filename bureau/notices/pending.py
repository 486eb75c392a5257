"""Which open duties have something to tell that was not told yet: the new, and those that reached a rung."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from django.db.models import F, Q

from bureau.matters.access.visibility import NOTHING
from bureau.matters.models import Duty
from bureau.notices.ladder import ORDER, TOLD, Ladder
from bureau.notices.recipients import deputies_on

MOST = 1000


class Holder(NamedTuple):
    """Who has to take a step: keys and the post, as a duty has them."""

    holder_unit: int | None
    holder_post: str
    holder_person: int | None


Owed = dict[Holder, list[int]]  # of each holder the keys of some duties


class Pending:
    """At one moment. What is new is told on any day, a rung on working days only."""

    def __init__(self, now):
        self.now, self.ladder = now, Ladder(now)
        self.deputies = deputies_on(self.ladder.today)
        self.works = self.ladder.calendar.is_workday(self.ladder.today)

    def batches(self) -> Iterator[Owed]:
        """Such duties, MOST at a time, one holder's side by side. One query, of which two halves read an index each;
        what is read stays with the server, for a county that was never told of anything has a million."""
        columns = (*Holder._fields, "pk")
        new, behind = (
            Duty.objects.open().filter(half).order_by().values_list(*columns)
            for half in (self.new(), self.behind())
        )
        rows = new.union(behind, all=True).order_by(*columns).iterator(chunk_size=MOST)
        while batch := list(islice(rows, MOST)):
            owed = defaultdict(list)
            for *holder, key in batch:
                owed[Holder(*holder)].append(key)
            yield owed

    def among(self, owed: Owed):
        """Of these duties those that are still open, each with the `urgency` of its matter; `tells` asks the rest."""
        keys = [key for keys in owed.values() for key in keys]
        return Duty.objects.open().filter(pk__in=keys).annotate(urgency=F("matter__urgency")).order_by("pk")

    def tells(self, duty) -> bool:
        """Whether one of `among`, under lock, has something to tell. Asked of the row: the database would read whatever
        is late to find those of a batch."""
        return duty.told_at is None or (self.works and duty.rung < ORDER.get(self.reached(duty), 0))

    def new(self) -> Q:
        return Q(told_at__isnull=True, opened_at__lte=self.now)

    def behind(self) -> Q:
        """Told of, and a higher rung reached than the one marked."""
        if not self.works:
            return NOTHING
        reached, until = NOTHING, {}
        for urgency, kind in product(self.ladder.offsets, TOLD):
            until[kind, urgency] = self.ladder.until(urgency, kind)
            reached |= Q(matter__urgency=urgency, rung__lt=ORDER[kind], due_at__lte=until[kind, urgency])
        return Q(told_at__isnull=False) & near(until) & reached

    def reached(self, duty) -> str:
        """The rung that one of `among` stands on now; empty before the first."""
        return self.ladder.reached(duty.due_at, duty.urgency)


def near(until: dict) -> Q:
    """The same for the most urgent of all: without the matter, so that an index answers it (`duty_to_remind`)."""
    found = NOTHING
    for rung in range(len(TOLD)):
        latest = max(moment for (kind, _urgency), moment in until.items() if ORDER[kind] > rung)
        found |= Q(rung__lt=len(TOLD), rung=rung, due_at__lte=latest)
    return found
