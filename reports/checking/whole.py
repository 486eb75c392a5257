"""The text as a whole: title, length, what is still to be written, what was inserted (条例 2012; facts §6.2)."""

import re
from collections import Counter
from collections.abc import Iterator

from .finding import MUST, Draft, Finding

END = re.compile("[。，、；：！？]$")
KINDS = re.compile("(?:通报|报告|简报|函|通知|通知单|更正|情况|摘报)$")
MARK = re.compile(r"^【(?:表|图|照片)\d{1,3}】$")
BLANK = re.compile("【请[^】]*】")


def check(draft: Draft) -> Iterator[Finding]:
    yield from title(draft)
    yield from length(draft)
    yield from blanks(draft)
    yield from inserts(draft)


def title(draft: Draft) -> Iterator[Finding]:
    words = "".join(draft.title.split())
    if END.search(words):
        yield Finding(0, words[-6:], "标题末尾不用标点。", MUST)
    elif words and not KINDS.search(words):
        yield Finding(0, words[-6:], "标题末尾应是文种，如“通报”“报告”“函”。")


def length(draft: Draft) -> Iterator[Finding]:
    count = len("".join(draft.body.split()))
    if count > draft.longest:
        yield Finding(0, f"{count}字", f"正文超过{draft.longest}字的上限，请精简。")


def blanks(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.lines():
        for found in BLANK.finditer(line):
            yield Finding(number, found[0], "还没有写，请写好或者删去。", MUST)


def inserts(draft: Draft) -> Iterator[Finding]:
    standing = Counter(line for _number, line in draft.lines() if MARK.match(line))
    for mark in draft.inserts:
        if not standing[mark]:
            yield Finding(0, mark, "正文里没有这一行，它不会印出来；写上这一行，或者删去它。", MUST)
        elif standing[mark] > 1:
            yield Finding(0, mark, "正文里出现了不止一次。")
    for number, line in draft.lines():
        if MARK.match(line) and line not in draft.inserts:
            yield Finding(number, line, "没有这个表、图或照片，会照字面印出来。", MUST)
