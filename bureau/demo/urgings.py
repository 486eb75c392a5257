"""What the bureau issues to units that are late, and what these answer, as lines of a tale. A unit not named is the lead."""

from bureau.demo.tale import Act
from bureau.matters.deadlines import dues
from bureau.notices.ladder import Ladder
from bureau.notices.models import Kind
from bureau.urging import actions
from bureau.urging.models import Urging
from bureau.urging.proposals import proposed

PLACE = "县行政中心3楼督查局会议室"


def slip(day: int, remark: str = "", unit: str = "", step: str = dues.REPORT) -> Act:
    """催办单 by the officer."""
    return Act(day, lambda scene: actions.issue(scene.officer, late(scene, unit, step), Kind.SLIP, remark))


def letter(day: int, remark: str = "", unit: str = "", step: str = dues.REPORT) -> Act:
    """督办函（黄牌） by the officer."""
    return Act(day, lambda scene: actions.issue(scene.officer, late(scene, unit, step), Kind.LETTER, remark))


def red_card(day: int, talk: int, remark: str = "") -> Act:
    """红牌 by the director, to the lead; the talk is on the working day `talk`."""

    def play(scene):
        duty, at = late(scene, "", dues.REPORT), scene.days.moment(talk, 0.4).replace(minute=0, second=0)
        return actions.issue(scene.person("director"), duty, Kind.RED, remark, at, PLACE)

    return Act(day, play)


def waived(day: int, kind: str, reason: str, unit: str = "", step: str = dues.REPORT) -> Act:
    return Act(day, lambda scene: actions.waive(scene.officer, late(scene, unit, step), kind, reason))


def paper_answered(day: int, text: str, unit: str = "") -> Act:
    """By the unit's head where it wants that."""

    def play(scene):
        paper = last(scene, unit)
        head = paper.assignment.unit.countersigns
        person = scene.head(unit) if head else scene.liaison(unit)
        return actions.answer(person, paper, text)

    return Act(day, play)


def talked(day: int, text: str) -> Act:
    return Act(day, lambda scene: actions.record_talk(scene.officer, last(scene), text))


def withdrawn(day: int, reason: str, unit: str = "") -> Act:
    return Act(day, lambda scene: actions.withdraw(scene.person("director"), last(scene, unit), reason))


def late(scene, unit: str, step: str):
    """The duty as the page proposes it to the officer."""
    return proposed(scene.officer, Ladder()).get(assignment=scene.part(unit), step=step)


def last(scene, unit: str = "") -> Urging:
    """The unit's newest paper, as it stands."""
    return Urging.objects.with_all().filter(assignment=scene.part(unit)).first()
