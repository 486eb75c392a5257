"""Who enters for a leader, who is away today, and what was entered in a leader's name."""

from datetime import timedelta

from django.utils import timezone

from bureau.demo.cast import Cast
from bureau.demo.clock import Days
from bureau.demo.tale import Act
from bureau.matters.parts import replies
from bureau.org import arranging
from bureau.org.deputies import acting
from bureau.org.models import Deputy

SECRETARIES = {
    "magistrate": ("magistrate-office", "县长办公室指定"),
    "secretary": ("secretary-office", "县委办公室指定"),
}
AWAY, STANDS_IN = "officer2", "officer1"
SINCE = timedelta(days=180)
WORKING_DAYS = 4  # of the absence, the first of them today or the next working day


def name_the_secretaries() -> None:
    """Before the story begins."""
    people = Cast().people
    Deputy.objects.bulk_create(
        Deputy(
            kind=Deputy.Kind.SECRETARY,
            principal=people[leader],
            deputy=people[secretary],
            starts=timezone.localdate() - SINCE,
            reason=reason,
            arranged_by=people["system"],
        )
        for leader, (secretary, reason) in SECRETARIES.items()
    )


def go_away(days: Days) -> None:
    """An officer is away from today on."""
    people = Cast().people
    until = days.day(WORKING_DAYS)
    arranging.arrange(
        people[AWAY], people[AWAY], people[STANDS_IN], days.today, until, "参加市督查业务培训班"
    )


def in_the_name_of(cast: Cast, leader: str, authority: str):
    """The leader, acting through their secretary on this word of theirs."""
    secretary, _ = SECRETARIES[leader]
    return acting(cast.people[secretary], cast.people[leader], authority)


def granted_by_word(day: int, until: int, remark: str, authority: str) -> Act:
    """延期 decided by the magistrate, entered by the secretary; the magistrate has not confirmed it yet."""

    def play(scene):
        leader = in_the_name_of(scene.cast, "magistrate", authority)
        return replies.grant_extension(leader, scene.reply(), scene.days.day(until), remark)

    return Act(day, play)
