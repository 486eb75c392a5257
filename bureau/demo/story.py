"""Four months of meetings and of leaders' words, played through the verbs in the order in which they happened; what was over before
them is written at once (`bureau.demo.past`)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils import timezone

from bureau.demo import clock
from bureau.demo.advice import ADVICE
from bureau.demo.appraise.year import appraised
from bureau.demo.attended import ATTENDED, AttendedScene
from bureau.demo.blame import CASES
from bureau.demo.blamed import BlamedScene
from bureau.demo.cast import Cast
from bureau.demo.complained import ComplainedScene, MetScene
from bureau.demo.decided import DecidedScene
from bureau.demo.papers import PAPERS
from bureau.demo.past import writing as past
from bureau.demo.scene import Scene
from bureau.demo.suggested import SuggestedScene
from bureau.demo.tale import Act
from bureau.demo.told import MET, TOLD
from bureau.demo.visited import VisitedScene
from bureau.demo.visits import VISITS
from bureau.demo.words import WORDS
from bureau.demo.written import WrittenScene
from bureau.notices import watch
from bureau.notices.sweep import sweep
from bureau.org.calendar import current_calendar
from bureau.org.worktime import local
from directives.actions import open_nodes
from directives.falling_behind import tell_of_falling_behind
from directives.minutes import ask_for_minutes
from instructions.chasing import open_chases

SINCE = -16  # the working day on which the clock of notices began; of what is older nobody was told
LATELY = 5  # working days whose notices come day by day; before them, every third: nobody looks so closely
DAYS_WORK = 0.94  # of a day's working time; what is told of the day comes after it


@dataclass(frozen=True)
class Event:
    moment: datetime
    act: Act
    scene: Scene | None


def tell() -> list[Scene]:
    """Play every tale of every paper and every leader's word; returns the scenes as they ended."""
    cast, days = Cast(), clock.Days(timezone.localdate(), current_calendar())
    past.write(cast, days)
    scenes = [
        *_decided(cast, days),
        *_written(cast, days),
        *_told(cast, days),
        *_raised(cast, days),
        *_visited(cast, days),
        *_blamed(cast, days),
    ]
    told = [event for scene in scenes for event in _events(scene)] + _appraised(cast, days)
    events = sorted(told, key=lambda event: event.moment)
    by_day = {
        day: list(group) for day, group in groupby(events, key=lambda event: local(event.moment).date())
    }
    for number in range(min(event.act.day for event in events), 0):
        evening = days.moment(number, DAYS_WORK)
        _play_day(by_day.get(days.day(number), []), evening)
        with clock.at(evening):
            _tell(number)
    return scenes


def _decided(cast: Cast, days: clock.Days) -> list[Scene]:
    return [
        DecidedScene(cast, days, paper, place) for paper in PAPERS for place in range(1, len(paper.tales) + 1)
    ]


def _written(cast: Cast, days: clock.Days) -> list[Scene]:
    return [
        WrittenScene(cast, days, tale, place / (len(WORDS) + 1)) for place, tale in enumerate(WORDS, start=1)
    ]


def _told(cast: Cast, days: clock.Days) -> list[Scene]:
    told = [
        ComplainedScene(cast, days, tale, place / (len(TOLD) + 1)) for place, tale in enumerate(TOLD, start=1)
    ]
    return [*told, *(MetScene(cast, days, tale, 0.5) for tale in MET)]


def _raised(cast: Cast, days: clock.Days) -> list[Scene]:
    """What the bureau suggested, and the meetings it attended."""
    raised = [
        SuggestedScene(cast, days, tale, place / (len(ADVICE) + 1))
        for place, tale in enumerate(ADVICE, start=1)
    ]
    return [*raised, *(AttendedScene(cast, days, tale, 0.9) for tale in ATTENDED)]


def _visited(cast: Cast, days: clock.Days) -> list[Scene]:
    return [
        VisitedScene(cast, days, tale, place / (len(VISITS) + 1))
        for place, tale in enumerate(VISITS, start=1)
    ]


def _blamed(cast: Cast, days: clock.Days) -> list[Scene]:
    return [
        BlamedScene(cast, days, tale, place / (len(CASES) + 1)) for place, tale in enumerate(CASES, start=1)
    ]


def _appraised(cast: Cast, days: clock.Days) -> list[Event]:
    """What no scene tells: the schemes, the half-year and the year of the whole county."""
    return [
        Event(days.moment(number, share), Act(number, lambda _scene, play=play: play()), None)
        for number, share, play in appraised(cast, days)
    ]


def _events(scene: Scene) -> list[Event]:
    """The tale's acts spread over each day's working time, in their order; scenes in theirs."""
    acts = scene.acts
    numbers = [act.day for act in acts]
    if numbers != sorted(numbers) or numbers[-1] >= 0:
        raise ValueError(f"acts out of order or not before today: {scene.tale.title} {numbers}")
    events = []
    for day, group in groupby(acts, key=lambda act: act.day):
        of_day = list(group)
        for turn, act in enumerate(of_day):
            share = DAYS_WORK * (turn + scene.place) / len(of_day)
            events.append(Event(scene.days.moment(day, share), act, scene))
    return events


def _tell(number: int) -> None:
    """The sweep, where there is one on that working day."""
    if number == SINCE:
        watch.arm_quietly()
    if number >= SINCE and (number % 3 == 0 or number >= -LATELY):
        sweep()
        ask_for_minutes()
        tell_of_falling_behind()


def _play_day(events: list[Event], evening: datetime) -> None:
    """A day's acts, and at its end the next nodes of long-term items and the next regular answers."""
    for event in events:
        with clock.at(event.moment):
            event.act.play(event.scene)
    with clock.at(evening):
        open_nodes()
        open_chases()
