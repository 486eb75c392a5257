"""When a decision of long ago came how far: in time, but for a few; a few came back once."""

from dataclasses import dataclass
from datetime import datetime

from bureau.demo.decided import DecidedScene

EVERY = 25  # decisions: of so many one was late, another one sent back
LATE, BACK = 7, 13
DAYS_WORK = 0.9  # of a day's working time


@dataclass(frozen=True)
class Course:
    """Working days before today, as `Act.day`; all acts of a day come at the same share of it. `back`: the day on which a first report
    was sent back, if it was."""

    scene: DecidedScene
    paper: int
    told: int
    parts: int
    reported: int
    back: int | None
    finished: int
    closed: int

    def at(self, day: int, turn: int = 0) -> datetime:
        """`turn`: who does it on that day, one after the other."""
        share = self.scene.place * DAYS_WORK
        return self.scene.days.moment(day, share + (DAYS_WORK - share) * turn / 10)


def course(scene: DecidedScene, number: int) -> Course:
    """Of the decision with this number among all of long ago."""
    paper, due = scene.paper.date, scene.tale.due
    late, back = number % EVERY == LATE, number % EVERY == BACK
    finished = due + 4 if late else due - 2 - 5 * number % 11
    reported = finished - 6 if back else finished
    return Course(
        scene,
        paper,
        told=paper + 5 + number % 3,
        parts=reported - 2,
        reported=reported,
        back=reported + 1 if back else None,
        finished=finished,
        closed=finished + 2,
    )
