"""职责异议 of a lead and the bureau's word on it, as lines of a tale."""

from bureau.demo.tale import Act
from bureau.matters.parts import assignments, reassigning


def disputed(day: int, text: str) -> Act:
    return Act(day, lambda scene: assignments.dispute(scene.liaison(), scene.part(), text))


def upheld(day: int, remark: str) -> Act:
    """维持原交办."""
    return Act(day, lambda scene: reassigning.uphold(scene.person("director"), scene.reply(), remark))


def reassigned(day: int, lead: str, remark: str) -> Act:
    """改由 `lead` 牵头, by the date that stands."""

    def play(scene):
        unit = scene.cast.units[lead]
        return reassigning.reassign(scene.person("director"), scene.reply(), unit, remark=remark)

    return Act(day, play)
