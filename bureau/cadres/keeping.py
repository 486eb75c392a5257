"""The verbs of the register. Each leaves a line that names nobody (审计记录)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from bureau.org.models import Cadre, Person, Position, Unit
from bureau.org.names import keeps_register
from bureau.org.noting import note

PREFIX, DIGITS = "G", 4


@dataclass(frozen=True)
class Held:
    """任职, as it is entered."""

    unit: Unit
    title: str
    rank: str
    part: str
    since: date
    charge: str = ""
    until: date | None = None


def require_keeper(by: Person) -> None:
    """Raises Refused."""
    if not keeps_register(by):
        raise Refused("干部名册由问责专员、考核员和局领导登记。")


@transaction.atomic
def enter(by: Person, name: str, held: Held, person: Person | None = None, code: str = "") -> Cadre:
    """登记干部 with the position that they hold; without a `code` the next one. Raises Refused, Barred."""
    require_keeper(by)
    code = code or next_code()
    if Cadre.objects.filter(code=code).exists():
        raise Barred(f"干部编号{code}已经有了，请核对。", field="code")
    check_account(person)
    cadre = Cadre(code=code, person=person)
    cadre.name = name
    cadre.save()
    add(cadre, held)
    note(by, f"登记{cadre}")
    return cadre


@transaction.atomic
def mend(by: Person, cadre: Cadre, name: str, person: Person | None) -> None:
    """改正姓名和账号. Raises Refused, Barred."""
    require_keeper(by)
    check_account(person, cadre)
    cadre.name, cadre.person = name, person
    cadre.version += 1
    cadre.save(update_fields=["sealed", "person", "version"])
    note(by, f"修改{cadre}")


@transaction.atomic
def appoint(by: Person, cadre: Cadre, held: Held) -> Position:
    """登记任职: one more. Raises Refused, Barred."""
    require_keeper(by)
    if cadre.status != Cadre.Status.SERVING:
        raise Barred(f"这名干部已{cadre.get_status_display()}，不能再登记任职。")
    position = add(cadre, held)
    note(by, f"登记{cadre}任{position}")
    return position


@transaction.atomic
def end(by: Person, position: Position, until: date) -> None:
    """免职: `until` is the last day. Raises Refused, Barred."""
    require_keeper(by)
    if until < position.since:
        raise Barred(f"“免职日期”不能早于任职日期（{position.since:%Y-%m-%d}）。", field="until")
    if position.until:
        raise Barred("这个职务已经登记免职。")
    position.until = until
    position.save(update_fields=["until"])
    note(by, f"登记{position.cadre}不再任{position}")


@transaction.atomic
def leave(by: Person, cadre: Cadre, status: str, on: date) -> None:
    """退休, 调离, 去世: every position ends with that day. Raises Refused, Barred."""
    require_keeper(by)
    if cadre.status != Cadre.Status.SERVING:
        raise Barred("这名干部已经登记离开。")
    if later := cadre.positions.filter(since__gt=on).first():
        raise Barred(f"“离开日期”早于任{later}的日期（{later.since:%Y-%m-%d}）。", field="on")
    cadre.positions.filter(Q(until=None) | Q(until__gt=on)).update(until=on)
    cadre.status, cadre.ended_on = status, on
    cadre.version += 1
    cadre.save(update_fields=["status", "ended_on", "version"])
    note(by, f"登记{cadre}{cadre.get_status_display()}")


def add(cadre: Cadre, held: Held) -> Position:
    """Raises Barred where it makes no sense."""
    if held.until and held.until < held.since:
        raise Barred("“免职日期”不能早于任职日期。", field="until")
    same = cadre.positions.filter(unit=held.unit, title=held.title)
    if same.filter(Q(until=None) | Q(until__gte=held.since)).exists():
        raise Barred(f"已经登记任{held.unit.short}{held.title}。", field="title")
    return Position.objects.create(cadre=cadre, **vars(held))


def check_account(person: Person | None, cadre: Cadre | None = None) -> None:
    """An account is one person's. Raises Barred."""
    taken = Cadre.objects.filter(person=person).exclude(pk=cadre.pk if cadre else 0) if person else None
    if taken and taken.exists():
        raise Barred("这个账号已经是另一名干部的。", field="person")


def next_code() -> str:
    """The next code of the form G0001; of codes that came from elsewhere none is counted."""
    own = Cadre.objects.filter(code__regex=rf"^{PREFIX}\d{{{DIGITS}}}$").order_by("-code")
    last = own.values_list("code", flat=True).first()
    return f"{PREFIX}{int(last[1:]) + 1 if last else 1:0{DIGITS}d}"
