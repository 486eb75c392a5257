"""The ledger as a workbook that may come back: the customary columns, those that may be changed marked, and a sealed copy on a
hidden sheet."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter

from bureau.matters.reimport.columns import MARK, WHY, Columns, told
from bureau.matters.reimport.declared import Change
from bureau.matters.reimport.seal import Base, Sealed
from bureau.matters.tables import MatterTable
from bureau.pages.export import THIN, WIDTHS, cell, nothing_left_lying, styles
from bureau.pages.tables import CHUNK

MOST_ROWS = 5_000
HIDDEN, LEGEND = "导回底稿（勿删）", "填写说明"
HOW = (
    f"标题带“{MARK}”的栏可以改，改完保存，回到台账点“改后导回”上传；先给您看改动，确认以后才改。",
    "行可以排序、筛选、删去，栏可以移动、删去；没有改的、删去的都不动系统里的事项。",
    "不要改“识别码”，不要删隐藏的工作表，不要把表格复制到别的文件里；新增的行不读取，新事项请在系统里登记。",
    f"“{WHY}”按行填写，下面注明要写理由的改动必填。",
    "日期写成 2026-03-05、2026年3月5日、2026.3.5 都可以。导出以后系统里又有变化的，导回时逐件列出，由您决定用哪一个。",
)


def write(
    columns: Columns,
    table: MatterTable,
    total: int,
    name: str,
    out: Any,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """The `total` rows of the table into the binary file `out`; no more than a few hundred rows are held at a time."""
    book = Workbook(write_only=True)
    styles(book)
    book.add_named_style(changeable_head())
    sheet, legend, hidden = (book.create_sheet(one) for one in (name, LEGEND, HIDDEN))
    hidden.sheet_state = "hidden"
    base = Base(columns.room.kind, columns.person.signature, timezone.now(), tuple(columns.labels.values()))
    set_widths(sheet, columns, total)
    explain(legend, columns)
    with nothing_left_lying(sheet), nothing_left_lying(legend), nothing_left_lying(hidden):
        heads = columns.heads()
        sheet.append([cell(sheet, one, "ledger-change" if MARK in one else "ledger-head") for one in heads])
        for row in base.head():
            hidden.append([cell(hidden, one) for one in row])
        for done, (record, cells) in enumerate(all_rows(columns, table)):
            step(done, total)
            sheet.append([cell(sheet, one) for one in (*cells.values(), "", record.pk)])
            sealed = Sealed(record.pk, tuple(told(one) for one in cells.values()))
            hidden.append([cell(hidden, one) for one in base.row(sealed)])
        book.save(out)


def all_rows(columns: Columns, table: MatterTable) -> Iterator:
    records = table.records()
    while chunk := list(islice(records, CHUNK)):
        yield from columns.rows(table, chunk)


def set_widths(sheet: Any, columns: Columns, total: int) -> None:
    sheet.freeze_panes = "A2"
    for place, key in enumerate((*columns.labels, "why", "code"), 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(key, 24 if key == "why" else 14)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns.labels) + 2)}{total + 1}"


def changeable_head() -> NamedStyle:
    """Its words say it too: a printer has no colours."""
    centre = Alignment(wrap_text=True, vertical="center", horizontal="center")
    style = NamedStyle("ledger-change", font=Font(name="宋体", bold=True), border=THIN, alignment=centre)
    style.fill = PatternFill("solid", fgColor="FFF2CC")
    return style


def explain(sheet: Any, columns: Columns) -> None:
    """What may be changed, by which step, and when."""
    for place, width in enumerate((34, 24, 40, 14), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for words in HOW:
        sheet.append([cell(sheet, words)])
    sheet.append([])
    heads = ("可改的栏", "办的是哪一步", "在什么状态", "改动理由")
    sheet.append([cell(sheet, one, "ledger-head") for one in heads])
    states = columns.room.flow.states
    for change in columns.changes:
        names = "、".join(columns.labels[key] for key in change.columns if key in columns.labels)
        when = "、".join(states[one].words for one in change.step.frm if one in states) or "承办单位在办期间"
        sheet.append([cell(sheet, one) for one in (names, change.step.label, when, why_asked(change))])


def why_asked(change: Change) -> str:
    if not change.why:
        return "不用填"
    return "必填" if any(ask.name == change.why and ask.required for ask in change.step.asks) else "有就填"
