"""A suggestion of the bureau on the stage, and what becomes of it, as lines of a tale."""

from dataclasses import dataclass
from datetime import timedelta

from bureau.demo.acts import signed
from bureau.demo.scene import Scene
from bureau.demo.tale import Act, flat
from bureau.matters.models import Matter
from directives.suggestions import actions
from directives.suggestions.models import Suggestion, To

APPROVER = "director"


@dataclass(frozen=True)
class Suggested:
    """What is suggested on the working day `day`. `to`: a unit's short name, a leader's login or a meeting's name. `on`: the
    title of the matter that it arose from. `answer_by`: a working day."""

    day: int
    title: str
    grounds: str
    text: str
    to: str
    kind: To = To.UNIT
    on: str = ""
    officer: str = "officer2"
    answer_by: int | None = None
    acts: tuple = ()


class SuggestedScene(Scene):
    model, verbs = Suggestion, actions

    def __init__(self, cast, days, tale: Suggested, place: float):
        super().__init__(cast, days, tale, tale.officer, place)

    @property
    def acts(self) -> list:
        return [Act(self.tale.day, SuggestedScene.enter), *flat(self.tale.acts)]

    def enter(self) -> None:
        """Raised and put up for approval."""
        tale = self.tale
        about = Matter.objects.get(title=tale.on) if tale.on else None
        made = actions.register(self.officer, self.advice(), about)
        self.pk = made.pk
        actions.propose(self.officer, made)

    def advice(self) -> actions.Advice:
        tale = self.tale
        named = {
            To.UNIT: lambda: {"unit": self.cast.units[tale.to]},
            To.LEADER: lambda: {"recipient": self.person(tale.to)},
            To.MEETING: lambda: {"meeting": tale.to},
        }
        due = None if tale.answer_by is None else self.days.day(tale.answer_by)
        return actions.Advice(
            title=tale.title, grounds=tale.grounds, text=tale.text, answer_by=due, **named[tale.kind]()
        )


def sent(day: int, signs: bool = True) -> tuple[Act, ...]:
    """审定并发出; a unit signs on the same day."""
    approved = Act(day, lambda scene: actions.approve(scene.person(APPROVER), scene.record))
    return (approved, signed(day)) if signs else (approved,)


def answered(day: int, verdict: str, text: str) -> Act:
    """By the unit; by its head where it countersigns."""

    def play(scene):
        who = scene.head() if scene.part().unit.countersigns else scene.liaison()
        return actions.answer(who, scene.record, verdict, text)

    return Act(day, play)


def noted(day: int, verdict: str, text: str) -> Act:
    """What a meeting or a leader said, written down by the desk."""
    return Act(day, lambda scene: actions.note_answer(scene.officer, scene.record, verdict, text))


def adopted(day: int, title: str, number: str = "") -> Act:
    """The paper that took it up, of the day before; its number may hold `{year}`."""

    def play(scene):
        dated = scene.days.day(day) - timedelta(days=1)
        return actions.adopt(scene.officer, scene.record, title, dated, number.format(year=dated.year))

    return Act(day, play)


def ended(day: int, remark: str) -> Act:
    return Act(day, lambda scene: actions.close(scene.officer, scene.record, remark))
