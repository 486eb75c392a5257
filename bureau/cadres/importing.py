"""The register from a table: pasted, or the first sheet of a workbook. Every problem with its place; all rows or none."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction

from bureau.cadres.keeping import Held, appoint, enter, require_keeper
from bureau.jobs.barred import Barred
from bureau.notices.admin.entering import rows
from bureau.notices.admin.entering.kinds import Column, Kind, looked_up, picked
from bureau.notices.admin.entering.known import Known, Unread, chosen
from bureau.org.models import Cadre, Part, Person, Position, Rank, Unit

PLACES = {"title": "职务", "code": "干部编号", "person": "账号", "until": "免职日期"}


WRITTEN = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?(?: 00:00:00)?|月?)")


def day(words: str) -> date:
    """「2024-03-01」「2024.3.1」, as a sheet keeps a day, and of 「2024年3月」 the first. Raises Unread."""
    try:
        year, month, found = WRITTEN.fullmatch(words).groups()  # type: ignore[union-attr]
        return date(int(year), int(month), int(found or 1))
    except (AttributeError, ValueError):
        raise Unread(f"“{words}”不是日期，请写成 2024-03-01。") from None


def account(words: str) -> Person:
    found = Person.objects.filter(username=words, is_active=True).first()
    if found is None:
        raise Unread(f"没有“{words}”这个账号。")
    return found


def limited(words: str, limit: int) -> str:
    if len(words) > limit:
        raise Unread(f"最多{limit}字。")
    return words


def short(label: str, name: str, limit: int, **more: Any) -> Column:
    return Column(label, name, lambda words, known: {name: limited(words, limit)}, **more)


CADRES = Kind(
    Cadre,
    (
        short("姓名", "name", Cadre.NAME_LENGTH, must=True),
        looked_up("单位", "unit", Known.unit, must=True),
        short("职务", "title", Position.TITLE_LENGTH, must=True),
        picked("职级", "rank", partial(chosen, choices=Rank.choices), must=True),
        picked("班子位置", "part", partial(chosen, choices=Part.choices), usual=Part.STAFF),
        short("分管工作", "charge", Position.CHARGE_LENGTH),
        picked("任职日期", "since", day, must=True),
        picked("免职日期", "until", day, usual=None),
        short("干部编号", "code", 20),
        picked("账号", "person", account, usual=None),
    ),
    help=(
        f"职级填：{'、'.join(Rank.labels)}；班子位置填：{'、'.join(Part.labels)}。"
        "同一名干部有几个职务的，写成几行，干部编号相同。"
    ),
)


@dataclass
class Told:
    """What came of a table: how many cadres and positions; nothing where a row is wrong."""

    cadres: int = 0
    positions: int = 0


@transaction.atomic
def take_in(by: Person, table: rows.Table, rehearsing: bool) -> Told:
    """Each row by the verbs of the register; what is wrong stands at the row. Raises Refused."""
    require_keeper(by)
    told, known, units = Told(), Known(), {unit.pk: unit for unit in Unit.objects.all()}
    for row in table.rows:
        given = cells(row, known)
        if not row.problems:
            attempt(row, partial(one_row, by, given, units, told))
    wrong = any(row.problems for row in table.rows)
    transaction.set_rollback(rehearsing or wrong)
    return Told() if wrong else told


def cells(row: rows.Row, known: Known) -> dict[str, Any]:
    """What the row gives; a cell that cannot be read becomes a problem of its own."""
    given: dict[str, Any] = {}
    for column in CADRES.columns:
        words = row.words.get(column.name, "")
        if column.must and not words:
            row.problems[column.name] = f"请填写“{column.label}”。"
            continue
        try:
            given |= column.read(words, known) if words else {column.name: column.usual}
        except Unread as why:
            row.problems[column.name] = str(why)
    return given


def attempt(row: rows.Row, act: Callable[[], None]) -> None:
    try:
        with transaction.atomic():
            act()
    except Barred as why:
        row.problems[why.field if why.field in PLACES else ""] = str(why)


def one_row(by: Person, given: dict[str, Any], units: dict[int, Unit], told: Told) -> None:
    """A position of a cadre who is known by the code, else a new cadre. Raises Barred."""
    names = ("title", "rank", "part", "charge", "since", "until")
    held = Held(unit=units[given["unit"]], **{name: given[name] for name in names})
    known = Cadre.objects.filter(code=given["code"]).first() if given["code"] else None
    if known is None:
        enter(by, given["name"], held, given["person"], given["code"])
        told.cadres += 1
    elif known.name != given["name"]:
        raise Barred(f"干部编号{known.code}在名册里是另一个姓名，请核对。", field="code")
    else:
        appoint(by, known, held)
    told.positions += 1
