"""What can be done to the rows of an import: each takes all rows and the place of one, and gives the rows as they are then."""

from collections.abc import Iterator

from bureau.org.naming import Directory
from bureau.org.naming.units import SPLIT, of_word
from directives.rows import EMPTY, FIELDS, problem


def merge_up(rows: list[dict], place: int, cut: int | None = None) -> list[dict]:
    """The row becomes the end of the one above it; empty fields above are filled from it."""
    if not 0 < place < len(rows):
        return rows
    above, below = rows[place - 1], rows[place]
    both = {name: above.get(name) or below.get(name, "") for name in FIELDS}
    both["title"] = f"{above['title'].rstrip('。；')}；{below['title']}" if above["title"] else below["title"]
    both["passage"] = "\n".join(filter(None, [above["passage"], below["passage"]]))
    second_lead = below["lead"] if below["lead"] != above["lead"] else ""
    both["co"] = "、".join(filter(None, [above["co"], second_lead if above["lead"] else "", below["co"]]))
    doubts = {
        "read": [*above["read"], *below["read"], *other_date(above, below)],
        "checked": above["checked"] and below["checked"],
    }
    return [*rows[: place - 1], above | both | doubts, *rows[place + 1 :]]


def other_date(above: dict, below: dict) -> Iterator[dict]:
    """Two dates cannot both stay: the one that goes is named."""
    if above["due"] and below["due"] and above["due"] != below["due"]:
        sentence = f"并入的一项时限是{below['due']}，与{above['due']}不同，请核对。"
        yield problem("due", sentence) | {"value": above["due"]}


def cut_at(title: str, cut: int | None) -> int:
    """Where a text is parted: at the cursor, else after the first 。 or ；."""
    if cut is not None and 0 < cut < len(title):
        return cut
    return next((at + 1 for at, letter in enumerate(title[:-1]) if letter in "。；;"), len(title))


def split(rows: list[dict], place: int, cut: int | None = None) -> list[dict]:
    """Two rows from one: what stands behind the cut moves into the second; the rest is copied."""
    row = rows[place]
    at = cut_at(row["title"], cut)
    first, second = row["title"][:at].strip(), row["title"][at:].strip()
    return [*rows[:place], row | {"title": first}, row | {"title": second, "key": 0}, *rows[place + 1 :]]


def up(rows: list[dict], place: int, cut: int | None = None) -> list[dict]:
    """What stands before the cut becomes the end of the row above."""
    if not 0 < place < len(rows):
        return rows
    above, row = rows[place - 1], rows[place]
    at = cut_at(row["title"], cut)
    moved, left = row["title"][:at].strip(), row["title"][at:].strip()
    return [
        *rows[: place - 1],
        above | {"title": above["title"] + moved},
        row | {"title": left},
        *rows[place + 1 :],
    ]


def down(rows: list[dict], place: int, cut: int | None = None) -> list[dict]:
    """What stands behind the cut becomes the beginning of the row below."""
    if not 0 <= place < len(rows) - 1:
        return rows
    row, below = rows[place], rows[place + 1]
    at = cut_at(row["title"], cut)
    kept, moved = row["title"][:at].strip(), row["title"][at:].strip()
    return [
        *rows[:place],
        row | {"title": kept},
        below | {"title": moved + below["title"]},
        *rows[place + 2 :],
    ]


def drop(rows: list[dict], place: int, cut: int | None = None) -> list[dict]:
    return [*rows[:place], *rows[place + 1 :]]


def add(rows: list[dict], place: int, cut: int | None = None) -> list[dict]:
    """An empty row behind this one."""
    return [*rows[: place + 1], dict(EMPTY), *rows[place + 1 :]]


def take(row: dict, field: str, short: str, units: Directory) -> dict:
    """The row with this unit in place of the word in a field that names none."""
    words = [word for word in SPLIT.split(row[field]) if word]
    wrong = next((word for word in words if not of_word(word, units)), None)
    if field == "lead" or wrong is None:
        return row | {field: short if field == "lead" else "、".join([*words, short])}
    return row | {field: "、".join(dict.fromkeys(short if word == wrong else word for word in words))}


MENDS = {"merge": merge_up, "split": split, "up": up, "down": down, "drop": drop, "add": add}
MENDED = {
    "merge": "并入上一项",
    "split": "拆成两项",
    "up": "文字移到上一项",
    "down": "文字移到下一项",
    "drop": "去掉",
    "add": "加一项",
}
