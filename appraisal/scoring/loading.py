"""A document out of a file: UTF-8, JSON, numbers kept digit for digit. What cannot be read is a sentence."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from .faults import Fault, Refused

MOST = 20 * 1024 * 1024  # bytes; a county of 100 units and 40 indicators has one or two million


def load(path: Path) -> Any:
    """Raises Refused."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST + 1)
    except OSError as wrong:
        raise refused(f"打不开文件 {path}：{wrong.strerror or wrong}") from wrong
    if len(raw) > MOST:
        raise refused(f"文件太大，最多 {MOST // 1024 // 1024} MB")
    try:
        return parse(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise refused("文件不是 UTF-8 编码的文字，请另存为 UTF-8") from wrong


def parse(text: str) -> Any:
    """Raises Refused. A name that stands twice is told: JSON would keep the last and lose the others without a word."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_constant, object_pairs_hook=_pairs)
    except json.JSONDecodeError as wrong:
        raise refused(f"文件不是 JSON：第 {wrong.lineno} 行第 {wrong.colno} 个字符处读不下去") from wrong
    except RecursionError as wrong:
        raise refused("文件套得太深") from wrong
    except Refused:
        raise
    except (ValueError, ArithmeticError) as wrong:
        raise refused("文件里有读不了的数") from wrong


def _constant(written: str) -> Any:
    raise refused(f"文件里的 {written} 不是数")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise refused(f"同一处写了两个「{twice}」")
    return found


def refused(sentence: str) -> Refused:
    return Refused([Fault((), sentence)])
