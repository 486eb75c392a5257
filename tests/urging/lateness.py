"""Units that are late, and what is done about it."""

from datetime import date, timedelta

from django.utils import timezone

from bureau.matters.models import Duty
from bureau.matters.parts import assignments
from bureau.notices.ladder import Ladder
from bureau.notices.models import Kind
from bureau.urging import actions
from bureau.urging.proposals import proposed
from directives import actions as directives
from tests.county import report

DUE = date(
    2026, 11, 24
)  # the Tuesday after; of a general matter the rungs are Wednesday 25, Friday 27, December 3
SLIP, LETTER, RED = "2026-11-25T10:00:00+08:00", "2026-11-27T10:00:00+08:00", "2026-12-03T10:00:00+08:00"


class Late:
    """A directive that is due on Tuesday; the first answer was given, so the result alone is late from then on."""

    def __init__(self, county, clock, to=None, **words):
        self.county, self.clock = county, clock
        self.directive = county.directive("running", to=to, due=DUE, urgency="normal", **words)
        assignments.reply(county.liaison(self.part.unit), self.part, "已排查十二座", 30)

    @property
    def part(self):
        return self.county.part(self.directive)

    @property
    def duty(self):
        owed = Duty.objects.select_related("matter", "assignment__unit")
        return owed.get(matter=self.directive.pk, step="report", done_at=None)

    def at(self, moment: str):
        self.clock.move_to(moment, tick=False)
        return self

    def slip(self, **words):
        return actions.issue(self.county.officer, self.duty, Kind.SLIP, **words)

    def letter(self, **words):
        return actions.issue(self.county.officer, self.duty, Kind.LETTER, **words)

    def red(self, **words):
        words = {"talk_at": timezone.now() + timedelta(days=2), "talk_place": "县行政中心3楼会议室", **words}
        return actions.issue(self.county.director, self.duty, Kind.RED, **words)

    def return_twice(self):
        for reason in ("无佐证", "仍无佐证"):
            report(self.county, self.directive)
            directives.send_back(self.county.officer, self.directive, reason)


def places(person) -> list[tuple]:
    """(step, place in the ladder) of what is proposed to this person now."""
    return [(duty.step, duty.reached) for duty in proposed(person, Ladder())]
