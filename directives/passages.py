"""The paper of an import as the clerk sees it beside its items: lines of parts, each with what became of it.

A line is `{"place", "parts"}`, a part `{"words", "fate", "reason", "item"}`; `item` is the key of a row, None where it is none.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from bureau.org.keys import place_of
from directives.reading import Reading
from directives.reading.items import Fate

DROPPED = "核对时认定不是事项"


def kept(reading: Reading) -> list[dict]:
    """Every passage of the paper; the rows have the numbers of its items as keys, from 1 on."""
    keys = {item.ordinal: at for at, item in enumerate(reading.items, start=1)}
    lines: dict[int, dict] = {}
    for one in reading.passages:
        line = lines.setdefault(one.line, {"place": one.place, "parts": []})
        part = {
            "words": one.words,
            "fate": one.fate.value,
            "reason": one.reason,
            "item": keys.get(one.item or 0),
        }
        line["parts"].append(part)
    return list(lines.values())


def part_at(lines: Sequence[dict], place: str) -> dict | None:
    """The part that 「line-part」 names."""
    line, _, part = place.partition("-")
    at, number = place_of(line), place_of(part)
    if at is None or number is None or at >= len(lines) or number >= len(lines[at]["parts"]):
        return None
    return lines[at]["parts"][number]


def given(lines: list[dict], place: str, **values: Any) -> list[dict]:
    """The lines with other values in that part."""
    at, number = map(int, place.split("-"))
    parts = [part | values if n == number else part for n, part in enumerate(lines[at]["parts"])]
    return [*lines[:at], lines[at] | {"parts": parts}, *lines[at + 1 :]]


def without(lines: list[dict], keys: Iterable[int]) -> list[dict]:
    """What was read of rows that are gone is no item any more."""
    gone = set(keys)
    return [
        line
        | {
            "parts": [
                part | {"fate": Fate.BACKGROUND.value, "reason": DROPPED, "item": None}
                if part["item"] in gone
                else part
                for part in line["parts"]
            ]
        }
        if any(part["item"] in gone for part in line["parts"])
        else line
        for line in lines
    ]


def passed_on(lines: list[dict], old: int, new: int) -> list[dict]:
    """What was read of one row belongs to another."""
    return [
        line | {"parts": [part | {"item": new} if part["item"] == old else part for part in line["parts"]]}
        if any(part["item"] == old for part in line["parts"])
        else line
        for line in lines
    ]


def counts(lines: Sequence[dict]) -> dict[str, int]:
    """How many parts with words there are of each fate."""
    found = dict.fromkeys((fate.value for fate in Fate), 0)
    for part in (part for line in lines for part in line["parts"]):
        found[part["fate"]] += any(sign.isalnum() for sign in part["words"])
    return found


def beside(lines: Sequence[dict], keys: Sequence[int], first: bool, last: bool) -> tuple[int, int]:
    """From where to where the lines go beside rows with these keys; the first page begins at the top, the last ends below."""
    wanted = set(keys)
    with_them = [at for at, line in enumerate(lines) if any(part["item"] in wanted for part in line["parts"])]
    start = 0 if first or not with_them else with_them[0]
    end = len(lines) if last or not with_them else with_them[-1] + 1
    return start, end
