"""Whether what a table calls its sum is the sum of its rows."""

import re
from decimal import Decimal, InvalidOperation

TOTAL, PART = re.compile("^(?:合\\s*计|总\\s*计|共\\s*计)"), re.compile("^小\\s*计")
RATE = re.compile("率|占比|比例|排名|序号|年度|增速|增幅|%|％")


def wrong_sums(heads: list[str], rows: list[list[str]]) -> list[str]:
    """A sentence for each column whose sum is another than that of its rows; rates and ranks are not added."""
    totals = [row for row in rows if kind(row) == "total"]
    if len(totals) != 1:
        return []
    parts = [row for row in rows if kind(row) == "part"]
    added = parts or [row for row in rows if kind(row) == "row"]
    return [
        sentence
        for place, head in enumerate(heads)
        if not RATE.search(head) and (sentence := differing(head, place, totals[0], added))
    ]


def sums_of(insert) -> list[str]:
    """The same of an insert; of what is no table of the drafter's own nothing."""
    if "own" not in insert.spec:
        return []
    return wrong_sums([label for label, _align in insert.data["columns"]], insert.data["rows"])


def kind(row: list[str]) -> str:
    """「total」 of 合计, 「part」 of 小计, else 「row」."""
    words = next((cell for cell in row[:2] if cell and not cell.isdecimal()), "")
    return "total" if TOTAL.match(words) else "part" if PART.match(words) else "row"


def differing(head: str, place: int, total: list[str], rows: list[list[str]]) -> str:
    said, values = number(total[place]), [number(row[place]) for row in rows]
    known = [value for value in values if value is not None]
    if said is None or not known or "%" in total[place]:
        return ""
    right = sum(known, Decimal(0))
    return f"“{head}”一栏的合计写的是{said:,}，各行相加是{right:,}，请核对。" if right != said else ""


def number(cell: str) -> Decimal | None:
    try:
        return Decimal(cell.replace(",", "").replace("，", "").strip())
    except InvalidOperation:
        return None
