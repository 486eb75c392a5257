"""退单（职责异议） of a unit and the bureau's word on it, as lines of a tale. A unit not named is the lead."""

from bureau.demo.tale import Act
from bureau.matters.parts import assignments, letting_go, reassigning


def disputed(day: int, text: str, proposed: str = "", unit: str = "") -> Act:
    """`proposed`: the unit that should have it instead."""

    def play(scene):
        instead = scene.cast.units[proposed] if proposed else None
        return assignments.dispute(scene.liaison(unit), scene.part(unit), text, instead)

    return Act(day, play)


def upheld(day: int, remark: str, unit: str = "") -> Act:
    """维持原交办."""
    return Act(day, lambda scene: reassigning.uphold(scene.person("director"), scene.reply(unit), remark))


def reassigned(day: int, lead: str, remark: str) -> Act:
    """改由 `lead` 牵头, by the date that stands."""

    def play(scene):
        unit = scene.cast.units[lead]
        return reassigning.reassign(scene.person("director"), scene.reply(), unit, remark=remark)

    return Act(day, play)


def let_go(day: int, unit: str, co: str, remark: str) -> Act:
    """同意退单: `co` helps in its place."""

    def play(scene):
        other = scene.cast.units[co]
        return letting_go.let_go(scene.person("director"), scene.reply(unit), other, remark)

    return Act(day, play)
