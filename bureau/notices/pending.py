"""Which open duties have something to tell that was not told yet: the new, and those that reached a rung."""

from itertools import product

from django.db.models import Q

from bureau.matters.access.visibility import NOTHING
from bureau.matters.models import Duty
from bureau.notices.ladder import ORDER, TOLD, Ladder
from bureau.notices.recipients import deputies_on

HOLDER = ("holder_unit", "holder_post", "holder_person")


class Pending:
    """At one moment. What is new is told on any day, a rung on working days only."""

    def __init__(self, now):
        self.now, self.ladder = now, Ladder(now)
        self.deputies = deputies_on(self.ladder.today)
        self.works = self.ladder.calendar.is_workday(self.ladder.today)

    def holders(self) -> list[dict]:
        """Who holds such duties: the values of HOLDER. The two halves read an index each."""
        new, behind = (Duty.objects.open().filter(part).order_by() for part in (self.new(), self.behind()))
        return list(new.values(*HOLDER).union(behind.values(*HOLDER)))

    def of(self, holder: dict):
        """That holder's pending duties, by id."""
        return Duty.objects.open().filter(self.new() | self.behind(), **holder).order_by("pk")

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
        """The rung it stands on now; empty before the first."""
        return self.ladder.reached(duty.due_at, duty.matter.urgency)


def near(until: dict) -> Q:
    """The same for the most urgent of all: without the matter, so that an index answers it (`duty_to_remind`)."""
    found = NOTHING
    for rung in range(len(TOLD)):
        latest = max(moment for (kind, _urgency), moment in until.items() if ORDER[kind] > rung)
        found |= Q(rung__lt=len(TOLD), rung=rung, due_at__lte=latest)
    return found
