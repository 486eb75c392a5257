"""A hotline's work orders (工单) out of an Excel table: each row as a complaint, or what is wrong with it and where."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import BinaryIO

from django.utils import timezone

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.sheets import grids
from bureau.org.models import Unit
from bureau.org.naming import Directory, fold, units
from bureau.pages.fields import YEARS
from bureau.vault.particulars import Particulars
from complaints.actions import Received, Told
from complaints.models import Cause, Channel, Complaint, IdentityMode, Reception
from complaints.reading import cause_in

MOST = 300  # rows at once
ABOVE = 10  # lines in which the head may stand below a title
HEADS = {
    "number": ("工单编号", "工单号", "编号"),
    "received": ("受理时间", "来电时间", "登记时间", "受理日期"),
    "name": ("诉求人", "来电人", "姓名", "联系人"),
    "phone": ("联系电话", "电话", "来电号码"),
    "enterprise": ("企业名称", "单位名称", "市场主体"),
    "facts": ("诉求内容", "工单内容", "反映内容", "内容"),
    "respondent": ("被投诉单位", "被反映单位", "涉及单位"),
    "place": ("发生地点", "事发地点", "地址", "地点"),
    "cause": ("事由", "诉求类别", "投诉类别"),
    "demand": ("诉求目的", "诉求", "请求"),
}
LABELS = {name: heads[0] for name, heads in HEADS.items()}
MUST = ("number", "received", "facts")
LONGEST = {
    "facts": Reception.WANTS_LENGTH,
    "place": Complaint.LENGTHS["place"],
    "demand": Complaint.LENGTHS["demand"],
    "number": 40,
}
MOMENTS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y-%m-%d",
    "%Y/%m/%d",
)
LATE = "12345工单批量转入"


@dataclass(frozen=True)
class Problem:
    """What is wrong, and in which column (a key of HEADS)."""

    column: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass
class Order:
    """One row: where it stands, its words by column, what is wrong with it."""

    place: str
    words: dict[str, object]
    problems: list[Problem] = field(default_factory=list)
    received: Received | None = None
    told: Told | None = None
    who: Particulars = field(default_factory=Particulars)

    def wrong(self, column: str, sentence: str) -> None:
        self.problems.append(Problem(column, sentence))

    def text(self, name: str) -> str:
        value = self.words.get(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()


def read(stream: BinaryIO) -> list[Order]:
    """The orders of the first sheet that has the head. Raises Refused where there is none, or too many."""
    for grid in grids(stream):
        if (found := headed(grid)) is not None:
            orders = list(found)
            if not orders:
                raise Refused("表头下面没有工单。")
            if len(orders) > MOST:
                raise Refused(f"共{len(orders)}件，一次最多导入{MOST}件，请分几次。")
            check(orders)
            return orders
    raise Refused(f"没有找到表头。第一行写列名，至少有：{'、'.join(LABELS[name] for name in MUST)}。")


def headed(grid: Grid) -> Iterable[Order] | None:
    """The rows below the head; None where the sheet has none."""
    by_head = {fold(head): name for name, heads in HEADS.items() for head in heads}
    for at, row in enumerate(grid.rows[:ABOVE]):
        columns = {column: by_head.get(fold(cell.words)) for column, cell in enumerate(row)}
        if set(MUST) <= set(columns.values()):
            return (
                Order(
                    grid.place(number),
                    {name: cells[column].value for column, name in columns.items() if name},
                )
                for number, cells in enumerate(grid.rows[at + 1 :], at + 1)
                if any(cell.words for cell in cells)
            )
    return None


def check(orders: list[Order]) -> None:
    """Fill in what each is to be registered as, or say what is wrong with it."""
    directory = units.directory()
    causes = {fold(cause.label): cause for cause in Cause.objects.filter(active=True)}
    numbers = [order.text("number") for order in orders]
    known = dict(Reception.objects.filter(order_number__in=numbers).values_list("order_number", "number"))
    seen: dict[str, str] = {}
    for order in orders:
        missing(order)
        number = order.text("number")
        if number in known:
            order.wrong("number", f"工单{number}已登记为{known[number]}，请删去这一行。")
        if number and number in seen:
            order.wrong("number", f"工单{number}与{seen[number]}重复，请删去其中一行。")
        seen.setdefault(number, order.place)
        at, unit, cause = moment(order), accused(order, directory), cause_of(order, causes)
        order.who = caller(order)
        told_by(order)
        if not order.problems and at and cause:
            order.received = Received(Channel.HOTLINE, at, late_reason=LATE, order_number=number)
            order.told = Told(
                cause,
                order.text("facts"),
                IdentityMode.ANONYMOUS if order.who == Particulars() else IdentityMode.CONFIDENTIAL,
                unit,
                place=order.text("place"),
                demand=order.text("demand"),
            )


def missing(order: Order) -> None:
    for name in MUST:
        if not order.text(name):
            order.wrong(name, f"没有填“{LABELS[name]}”。")
    for name, most in LONGEST.items():
        if (length := len(order.text(name))) > most:
            order.wrong(name, f"“{LABELS[name]}”最多{most}字，现在{length}字。")


def moment(order: Order) -> datetime | None:
    """When the hotline took it."""
    if not order.text("received"):
        return None
    value = order.words.get("received")
    found = value if isinstance(value, datetime) else parsed(value)
    if found is None or found.year < YEARS[0]:
        order.wrong("received", f"“{LABELS['received']}”不是日期时间：{order.text('received')[:20]}。")
        return None
    at = timezone.make_aware(found) if timezone.is_naive(found) else found
    if at > timezone.now():
        order.wrong("received", f"“{LABELS['received']}”晚于现在。")
    return at


def parsed(value: object) -> datetime | None:
    if isinstance(value, date):
        return datetime.combine(value, time())
    for form in MOMENTS:
        try:
            return datetime.strptime(str(value).strip(), form)
        except ValueError:
            continue
    return None


def accused(order: Order, directory: Directory) -> Unit | None:
    words = order.text("respondent")
    shorts, problems = units.named(words, directory, False) if words else ([], [])
    for problem in problems:
        order.wrong("respondent", f"“{LABELS['respondent']}”：{problem['sentence']}")
    if len(shorts) > 1:
        order.wrong("respondent", f"“{LABELS['respondent']}”只能写一家，涉及几家的登记后拆分。")
    return next(iter(units.rows_of(shorts)), None) if shorts and not problems else None


def cause_of(order: Order, causes: dict[str, Cause]) -> Cause | None:
    """As written, else as the keywords read it."""
    words = order.text("cause")
    if words and (cause := causes.get(fold(words))):
        return cause
    read = cause_in(order.text("facts"))
    if read:
        return next((cause for cause in causes.values() if str(cause.pk) == read.value), None)
    order.wrong("cause", f"没有读出事由，请在“{LABELS['cause']}”列填投诉事由表里的一种。")
    return None


def caller(order: Order) -> Particulars:
    who = Particulars(*(order.text(name) for name in ("name", "phone")))
    return replace(who, enterprise=order.text("enterprise"))


def told_by(order: Order) -> None:
    """Columns that others will read must not tell who called."""
    if order.who.phone and not (order.who.name or order.who.enterprise):
        order.wrong("name", f"有电话没有“{LABELS['name']}”，请补上称呼，或者把电话删去按匿名登记。")
        return
    for name in ("facts", "place", "demand"):
        if told := order.who.said_in(order.text(name)):
            order.wrong(name, f"“{LABELS[name]}”写出了诉求人的{'、'.join(told)}，请改写。")
