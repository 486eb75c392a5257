"""Characters and numerals: the same words typed in full or half width, with or without spaces."""

import re

from bureau.org.visible import visible

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMERAL = r"(?:\d+|[〇○零一二三四五六七八九十两]+)"

_FULL = dict(zip(",;:?!.", "，；：？！。", strict=True))


def tidy(words: str) -> str:
    """Words for showing: what nobody can see out, and no white space inside Chinese text."""
    words = re.sub(r"[\s\u3000]+", " ", visible(words)).strip()
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", words)


def widen(words: str) -> str:
    """Chinese sentences typed with half-width punctuation, in full width: 「完成排查,建立台账.」."""
    return re.sub(r"(?<=[\u4e00-\u9fff）)”》])\s*([,;:?!]|\.(?!\d))\s*", lambda m: _FULL[m[1]], words)


def numeral(sign: str) -> int:
    """The value of 「12」「十二」「二〇二六」「两」「③」."""
    if sign in CIRCLED:
        return CIRCLED.index(sign) + 1
    if sign.isdecimal():
        return int(sign)
    if "十" not in sign:
        return int("".join(str(DIGITS[digit]) for digit in sign))
    tens, _, ones = sign.partition("十")
    return (DIGITS[tens[-1]] if tens else 1) * 10 + (DIGITS[ones[0]] if ones[:1] in DIGITS else 0)
