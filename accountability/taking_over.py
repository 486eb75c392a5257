"""交接: who takes over from somebody that checks or investigates does so in their place, unless they have to keep out."""

from typing import Any

from django.utils import timezone

from accountability.aside import kept_out, stop_reading
from accountability.models import Case
from accountability.owing import follow_team
from accountability.reading import let_read
from accountability.states import CHECKING, INVESTIGATING
from accountability.ties import ties
from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.posts import Function


def take_over(matter: Matter, leaver: Person, successor: Person) -> None:
    """While the work goes on; what was reported keeps the names of who found it. Raises Barred, by the kind of matter."""
    if matter.kind != Function.ACCOUNTABILITY:
        return
    case = Case.objects.select_related("matter__officer").get(pk=matter.pk)
    if kept_out([successor.pk], case):
        raise Barred(f"{successor.signature}须回避{matter.number}，请另选接办人。", field=matter.kind)
    if case.state == CHECKING:
        replace(case, case.checkers, "初核人员", leaver, successor)
    elif case.state == INVESTIGATING:
        replace(case, case.investigators, "调查人员", leaver, successor)


def replace(case: Case, team: Any, what: str, leaver: Person, successor: Person) -> None:
    """One of them by another, who reads the case from now on; who left reads it no more."""
    if not team.filter(pk=leaver.pk).exists():
        return
    if why := ties(successor, case):
        told = f"{successor.signature}不能接任{case.matter.number}的{what}（{'；'.join(why)}）"
        raise Barred(f"{told}，请另选接办人，或者先在该案里另派人员。", field=case.matter.kind)
    team.remove(leaver)
    team.add(successor)
    follow_team(case, timezone.now())
    stop_reading(case, leaver)
    let_read(case.matter, [successor], what)
