"""Typed figures against the ledger: 「办结7件」 where the ledger says 6, 「占30%」 where 6 of 22 are 27%."""

import re
from collections.abc import Iterator

from .finding import MUST, Draft, Finding

COUNTED = (
    ("总数", re.compile(r"(?:纳入督查的)?(?:议定)?事项共(\d+)[项件]")),
    ("已办结", re.compile(r"(?<!按期)(?<!按时)(?<!未)(?:已办结|已经办结|办结)(\d+)[项件]")),
    ("正在办理", re.compile(r"正在办理(\d+)[项件]")),
    ("逾期未办结", re.compile(r"逾期未办结(\d+)[项件]")),
    ("按期办结", re.compile(r"按期办结(\d+)[项件]")),
)
SHARED = (
    ("已办结占比", re.compile(r"(?:已办结|已经办结|(?<!按期)(?<!未)办结)\d+[项件]，占(?:总数的)?(\d+)%")),
    ("正在办理占比", re.compile(r"正在办理\d+[项件]，占(?:总数的)?(\d+)%")),
    ("逾期未办结占比", re.compile(r"逾期未办结\d+[项件]，占(?:总数的)?(\d+)%")),
    ("按期办结率", re.compile(r"按期办结率(?:为|达)?(\d+)%")),
)


def check(draft: Draft) -> Iterator[Finding]:
    if not draft.figures.get("总数"):
        return
    for number, line in draft.lines():
        for unit, rules in (("", COUNTED), ("%", SHARED)):
            for name, said in rules:
                yield from compared(number, line, name, said, draft.figures.get(name), unit)


def compared(number: int, line: str, name: str, said, ledger, unit: str) -> Iterator[Finding]:
    for found in said.finditer(line):
        if ledger is not None and int(found[1]) != ledger:
            sentence = f"台账里的{name}是{ledger}{unit}，请核对；写成“{{{name}}}”就随台账更新。"
            yield Finding(number, found[0], sentence, MUST)
