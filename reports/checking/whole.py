"""The text as a whole: title, length, what is still to be written, what was inserted (条例 2012; facts §6.1, §6.2)."""

import re
from collections import Counter
from collections.abc import Iterator

from .finding import MUST, Draft, Finding

END = re.compile("[。，、；：！？]$")
PAUSE = re.compile("[，。；：！？]")
NAMED = re.compile("“[^“”]*”|《[^《》]*》")
KINDS = re.compile("(?:通报|报告|简报|函|通知|通知单|更正|情况|摘报|意见|纪要|批复)$")
MARK = re.compile(r"【(?:表|图|照片)\d{1,3}】")
BLANK = re.compile("【请[^【】]{0,200}】")
WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f.,:%'/_+\-]*")


def check(draft: Draft) -> Iterator[Finding]:
    yield from title(draft)
    yield from too_long(draft)
    yield from blanks(draft)
    yield from fields(draft)
    yield from inserts(draft)


def title(draft: Draft) -> Iterator[Finding]:
    words = "".join(draft.title.split())
    if END.search(words):
        yield Finding(0, words[-6:], "标题末尾不用标点。", MUST)
    elif words and draft.ends_with_kind and not KINDS.search(words):
        yield Finding(0, words[-6:], "标题末尾应是文种，如“通报”“报告”“函”。")
    if draft.ends_with_kind and (pause := PAUSE.search(NAMED.sub("", words)[:-1])):
        yield Finding(0, pause[0], "标题里除书名号、引号、括号和顿号外不用标点。")


def too_long(draft: Draft) -> Iterator[Finding]:
    if (count := length(draft.body)) > draft.longest:
        yield Finding(0, f"{count}字", f"正文超过{draft.longest}字的上限，请精简。")


def length(text: str) -> int:
    """字数 as word processors count it: each Chinese character and mark is one, and so is each run of figures or Latin."""
    return len("".join(WORD.sub("字", text).split()))


def blanks(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.lines():
        for found in BLANK.finditer(line):
            yield Finding(number, found[0], "还没有写，请写好或者删去。", MUST)


def fields(draft: Draft) -> Iterator[Finding]:
    """Where they still stand as typed; a field of a unit that leads nothing here was filled with 0."""
    for words in draft.unknown:
        number = next((number for number, line in draft.lines() if f"{{{words}}}" in line), 0)
        yield Finding(
            number, f"{{{words}}}", "不是数据字段，或者这个单位没有牵头的事项；请改正或者删去。", MUST
        )


def inserts(draft: Draft) -> Iterator[Finding]:
    standing = Counter(line for _number, line in draft.lines() if MARK.fullmatch(line))
    for mark in draft.inserts:
        if not standing[mark]:
            yield Finding(
                0, mark, "正文里没有单独成行的这个标记，它不会印出来；写上这一行，或者删去它。", MUST
            )
        elif standing[mark] > 1:
            yield Finding(0, mark, "正文里出现了不止一次。")
    for number, line in draft.lines():
        for found in MARK.finditer(line):
            if found[0] != line:
                yield Finding(number, found[0], "要单独成行，才是它的位置；否则照字面印出来。", MUST)
            elif line not in draft.inserts:
                yield Finding(number, line, "没有这个表、图或照片，会照字面印出来。", MUST)
