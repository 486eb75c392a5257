"""Batches of other systems: a hotline's work orders are registered by the verbs of their Excel table; a document's items become
an import that a clerk checks. All of a batch or nothing."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from openpyxl import Workbook

from bureau.files import store
from bureau.interface.models import Client
from bureau.interface.wrong import Problem, Wrong
from bureau.notices.alarms import tell
from bureau.notices.models import News
from bureau.org.models import Person
from bureau.org.naming import Directory, units
from bureau.pages.export import plain
from complaints.actions.importing import register_orders
from complaints.models import Reception
from complaints.orders import Order, check
from directives.actions import importing
from directives.models import Intake, Source
from directives.rows import EMPTY, LABELS, as_date, problems

HEAD = {"title": "公文标题", "number": "文号", "organ": "发文机关"}
COLUMNS = ("title", "lead", "co", "due", "target", "leader", "category", "remark")
OF_THE_CLERK = {"lead", "co"}
"""What a clerk settles: which unit a word means."""


def take_orders(person: Person, given: list[dict[str, str]]) -> list[str]:
    """Registered; the numbers of the register in their order. Raises Wrong, and what the desk's verb raises."""
    orders = [Order(f"第{at}件", dict(words)) for at, words in enumerate(given, 1)]
    check(orders)
    wrong = [
        Problem(one.column, one.sentence, at) for at, order in enumerate(orders, 1) for one in order.problems
    ]
    if wrong:
        raise Wrong(wrong)
    register_orders(person, orders)
    numbers = [order.text("number") for order in orders]
    entered = dict(Reception.objects.filter(order_number__in=numbers).values_list("order_number", "number"))
    return [entered[number] for number in numbers]


def take_document(client: Client, head: dict[str, str], items: list[dict[str, str]]) -> Intake:
    """Put before the clerk in whose name the client asks. Raises Wrong."""
    if wrong := [*wrong_head(head), *wrong_items(items, units.directory())]:
        raise Wrong(wrong)
    head = {
        "kind": Source.Kind.OTHER.value,
        "organ": head["organ"],
        "title": head["title"],
        "number": head["number"],
        "date": head["dated"],
    }
    kept = store.keep(ContentFile(table(items), name=f"{head['title'][:60]}.xlsx"))
    intake = importing.take_given(client.person, head, items, kept)
    words = f"“{client.name}”转来一份公文，共{len(items)}项，请核对后登记。"
    about = {"news": News.PAPER, "words": words, "url": intake.get_absolute_url(), "at": timezone.now()}
    tell([client.person], f"intake:{intake.pk}", **about)
    return intake


def wrong_head(head: dict[str, str]) -> list[Problem]:
    found = [] if head["title"] else [Problem("title", "没有填“公文标题”。")]
    found += [
        Problem(name, f"“{label}”最多{Source.LENGTHS[name]}字，现在{len(head[name])}字。")
        for name, label in HEAD.items()
        if len(head[name]) > Source.LENGTHS[name]
    ]
    if as_date(head["dated"]) is None:
        found.append(Problem("dated", "“成文日期”不是一个存在的日期，请写成 2026-11-30。"))
    return found


def wrong_items(items: list[dict[str, str]], known: Directory) -> list[Problem]:
    return [
        Problem(one["field"], f"“{one['label']}”：{one['sentence']}", at)
        for at, item in enumerate(items, 1)
        for one in problems(EMPTY | item, known)
        if one["field"] not in OF_THE_CLERK
    ]


def table(items: list[dict[str, Any]]) -> bytes:
    """What was sent as a task table, so that the clerk can look at it and the register keeps it."""
    book, out = Workbook(), BytesIO()
    sheet = book.active
    sheet.append([LABELS[name] for name in COLUMNS])
    for item in items:
        sheet.append([plain(item[name]) for name in COLUMNS])
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"
    book.save(out)
    return out.getvalue()
