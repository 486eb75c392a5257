"""Who enters for a leader, who is away today, and what was entered in a leader's name."""

from datetime import timedelta

from django.utils import timezone

from bureau.demo.cast import Cast
from bureau.demo.clock import Days
from bureau.demo.tale import Act
from bureau.matters import replies
from bureau.org import arranging
from bureau.org.deputies import acting
from bureau.org.models import Deputy

LEADER, OFFICE = "magistrate", "县政府办"  # the office's liaison enters for its leader
AWAY, STANDS_IN = "officer2", "officer1"
SINCE = timedelta(days=180)
WORKING_DAYS = 4  # of the absence, the first of them today or the next working day


def name_the_secretary() -> None:
    """Before the story begins."""
    cast = Cast()
    Deputy.objects.create(
        kind=Deputy.Kind.SECRETARY,
        principal=cast.people[LEADER],
        deputy=cast.liaison(OFFICE),
        starts=timezone.localdate() - SINCE,
        reason="县长办公室指定",
        arranged_by=cast.people["system"],
    )


def go_away(days: Days) -> None:
    """An officer is away from today on."""
    people = Cast().people
    until = days.day(WORKING_DAYS)
    arranging.arrange(
        people[AWAY], people[AWAY], people[STANDS_IN], days.today, until, "参加市督查业务培训班"
    )


def granted_by_word(day: int, until: int, remark: str, authority: str) -> Act:
    """延期 decided by the leader, entered by the secretary; the leader has not confirmed it yet."""

    def play(scene):
        secretary = scene.cast.liaison(OFFICE)
        leader = acting(secretary, scene.person(LEADER), authority)
        return replies.grant_extension(leader, scene.reply(), scene.days.day(until), remark)

    return Act(day, play)
