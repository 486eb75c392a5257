"""Where a Chinese line may end: the rules for marks in GB/T 15834—2011 §5.1, whole numbers, whole document numbers; and
where it should not: between a figure and what it counts, a year and 年, 第 and its number."""

import re

NEVER_FIRST = frozenset("、，。；：！？）》」』】〕〗〉］｝”’％‰℃·・～…—,.;:!?)]}%")
NEVER_LAST = frozenset("（《「『【〔〖〈［｛“‘￥＄￡([{$￥№")
_WHOLE = re.compile(
    r"〔\d{4}〕\d+号"
    r"|\d{1,2}月\d{1,2}日"
    r"|[0-9]+(?:[.,:：/-][0-9]+)*[%％‰℃]?"
    r"|[A-Za-z][A-Za-z.'&_-]*"
    r"|—{2}|…{2}"
)
_COUNTED = (
    "[多余几]?(?:万|亿|万亿)?(?:个百分点|个工作日|个季度|个月|平方公里|平方米|立方米|公里|公顷|公斤|千瓦时|千瓦|兆瓦|小时|分钟|季度"
    "|年度|美元|人次|户次|元|个|项|件|次|家|户|人|名|位|条|处|起|座|套|亩|米|吨|倍|天|日|周|月|年|期|号|批|轮|届|分|岁|页|份|台"
    "|辆|间|所|类|种|宗|例|口|栋|块|枚|只|头|株|场|篇|章|节|款|度|级|层|线|万|亿)"
)
_TOGETHER = re.compile(
    rf"\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?"
    rf"|[\u4e00-\u9fff]{{2,6}}〔\d{{4}}〕\d+号"
    rf"|第[0-9一二三四五六七八九十百千]+(?:{_COUNTED})?"
    rf"|[0-9]+(?:[.,][0-9]+)*(?:[—～-][0-9]+(?:[.,][0-9]+)*)?{_COUNTED}"
    rf"|[Nn][Oo]\.\s?[0-9A-Za-z-]+"
)


def allowed_breaks(text: str) -> list[int]:
    """Offsets where `text` may be cut, ascending; the last is its end."""
    inside = {offset for whole in _WHOLE.finditer(text) for offset in range(whole.start() + 1, whole.end())}
    marks = (offset for offset in range(1, len(text)) if offset not in inside and _may_cut(text, offset))
    return [*marks, len(text)]


def loose_breaks(text: str) -> list[int]:
    """Those of the allowed breaks that part no figure from its word: taken wherever the line is not stretched too far."""
    inside = {
        offset for whole in _TOGETHER.finditer(text) for offset in range(whole.start() + 1, whole.end())
    }
    return [offset for offset in allowed_breaks(text) if offset not in inside]


def _may_cut(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if after == " ":
        return False
    if before == " ":
        return True
    return after not in NEVER_FIRST and before not in NEVER_LAST and not _is_latin_pair(before, after)


def _is_latin_pair(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
