"""What units hand to their own people and what these report, as lines of a tale. People by login, dates as working days."""

from bureau.demo.tale import Act
from bureau.matters.inside import giving, reporting
from bureau.matters.inside.states import OPEN
from bureau.matters.models import InnerTask
from bureau.pages.colleagues import Share


def broken_down(day: int, *shares: tuple[str, int, str]) -> Act:
    """内部分解 by the lead: `shares` are login, date and task."""

    def play(scene):
        given = [Share(scene.person(login), text, scene.days.day(due)) for login, due, text in shares]
        return giving.break_down(scene.liaison(), scene.part(), given)

    return Act(day, play)


def handed_on(day: int, login: str, due: int, text: str = "") -> Act:
    """内部转办 by the lead."""

    def play(scene):
        person = scene.person(login)
        return giving.hand_on(scene.liaison(), scene.part(), person, scene.days.day(due), text)

    return Act(day, play)


def told_inside(day: int, login: str, text: str, files: tuple[str, ...] = ()) -> Act:
    """报告办理情况."""

    def play(scene):
        open_tasks = InnerTask.objects.select_related("assignment__matter", "assignment__unit", "duty")
        task = open_tasks.get(assignment=scene.part(), person__username=login, state=OPEN)
        return reporting.report(scene.person(login), task, text, scene.keep(files, text))

    return Act(day, play)
