"""Numbers as a county writes them: 「60个」「六十」「60,000」「２.１万亩」「清偿率≥80%」「不少于800个」「控制在5%以内」."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bureau.org.naming import fold

from .words import DIGITS

SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
SMALL = {"十": 10, "百": 100, "千": 1000}
LATIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HAN = r"[〇零一二三四五六七八九十百千两]+(?:点[〇零一二三四五六七八九]+)?"
UNIT = r"[^\d\s,，。；;、:：()（）<>≤≥~～+-]{0,9}?"
AMOUNT = re.compile(
    rf"(?P<part>百分之|千分之)?(?:(?P<latin>{LATIN})|(?P<han>{HAN}))(?P<scale>[千百]?[万亿]|千(?!米|克|瓦|伏))?"
)
WHOLE = re.compile(rf"(?P<amount>{AMOUNT.pattern})(?P<unit>{UNIT})")
LEAST = r"≥|>=|不少于|不低于|不得少于|不得低于|至少|不小于|达到?|超过|突破|力争|确保|完成|新增|实现"
MOST = r"≤|<=|不超过|不高于|不多于|不大于|不得超过|不得高于|至多|最多|控制在|压减[至到]|压缩[至到]|降[至到]|减[至到]"
BOUND = re.compile(rf"(?P<least>(?:{LEAST})+)|(?P<most>(?:{MOST})+)")
AFTER_LEAST, AFTER_MOST = re.compile(r"(?:及)?以上"), re.compile(r"(?:及)?(?:以内|以下|之内)")


@dataclass(frozen=True)
class Quantity:
    """`value` in `unit` (empty: none was said), and which side of it is meant where the words say so: `least`, `most`."""

    value: Decimal
    unit: str = ""
    side: str = ""

    @property
    def scale(self) -> tuple[Decimal, str]:
        """What one of its unit is: 万亩 are 10000 亩."""
        if self.unit[:1] in SCALES:
            return SCALES[self.unit[0]], self.unit[1:]
        return Decimal(1), self.unit


def quantity(words: str) -> Quantity | None:
    """The one quantity that these words are; None where they are anything else."""
    folded = fold(words).rstrip("。.;")
    bound = BOUND.match(folded)
    rest = folded[bound.end() :] if bound else folded
    side = "most" if bound and bound["most"] else "least" if bound else ""
    for pattern, meant in ((AFTER_LEAST, "least"), (AFTER_MOST, "most")):
        if (found := pattern.search(rest)) and found.end() == len(rest):
            rest, side = rest[: found.start()], side or meant
    match = WHOLE.fullmatch(rest)
    return replace(read(match), side=side) if match else None


def read(match: re.Match[str]) -> Quantity:
    """The quantity of a match of WHOLE: 「2.1万亩」 are 2.1 in 万亩, as one goes on counting."""
    value = Decimal(match["latin"].replace(",", "")) if match["latin"] else han(match["han"])
    scale, unit = match["scale"] or "", match["unit"]
    if match["part"]:
        return Quantity(value, {"百分之": "%", "千分之": "‰"}[match["part"]] + unit)
    for small, times in SMALL.items():
        if scale.startswith(small):
            value, scale = value * times, scale[1:]
    return Quantity(value, scale + unit)


def han(signs: str) -> Decimal:
    """「六十」「一百二十」「二点一」「一千〇五」."""
    whole, _, decimals = signs.partition("点")
    total, digit = 0, 0
    if not any(sign in SMALL for sign in whole):
        total = int("".join(str(DIGITS[sign]) for sign in whole))
        whole = ""
    for sign in whole:
        if sign in SMALL:
            total, digit = total + (digit or 1) * SMALL[sign], 0
        else:
            digit = DIGITS[sign]
    tail = "".join(str(DIGITS[sign]) for sign in decimals)
    return Decimal(f"{total + digit}.{tail}" if tail else total + digit)


def in_unit(amount: Quantity, unit: str) -> Decimal | None:
    """The same in another unit: 18000亩 are 1.8 in 万亩. A bare number is in that unit; so is 「1.8万」 of 万亩. None where it
    is a number of something else."""
    if amount.unit in ("", unit):
        return amount.value
    (times, bare), (wanted, of) = amount.scale, Quantity(Decimal(0), unit).scale
    return amount.value * times / wanted if bare in ("", of) else None


def shown(value: Decimal) -> str:
    """「60」「2.1」「0.05」: no idle zeros, no powers of ten."""
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
