"""Where a Chinese line may end: the rules for marks in GB/T 15834—2011 §5.1, whole numbers, whole document numbers."""

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


def allowed_breaks(text: str) -> list[int]:
    """Offsets where `text` may be cut, ascending; the last is its end."""
    inside = {offset for whole in _WHOLE.finditer(text) for offset in range(whole.start() + 1, whole.end())}
    marks = (offset for offset in range(1, len(text)) if offset not in inside and _may_cut(text, offset))
    return [*marks, len(text)]


def _may_cut(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if after == " ":
        return False
    if before == " ":
        return True
    return after not in NEVER_FIRST and before not in NEVER_LAST and not _is_latin_pair(before, after)


def _is_latin_pair(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
