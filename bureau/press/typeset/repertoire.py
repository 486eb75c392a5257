"""What characters a built face keeps: ASCII, GBK with its symbols, the rare ideographs beyond GBK, or signs alone."""

from functools import cache

_SIGNS = (range(0x2070, 0x20D0), range(0x2600, 0x27C0))  # ₂ € ☐ ✓ and their kin
_SYMBOLS = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2000, 0x2070),
    *_SIGNS,
    range(0x2100, 0x2300),
    range(0x2460, 0x2670),
    range(0x3000, 0x3130),
    range(0x3200, 0x3400),
    range(0xFF00, 0xFFF0),
)
_IDEOGRAPHS = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x33480))


@cache
def repertoire(name: str) -> frozenset[int]:
    """Code points of 「ascii」, 「gbk」, 「rare」 (ideographs that GBK lacks) or 「signs」."""
    return {"ascii": _ascii, "gbk": _gbk, "rare": _rare, "signs": _signs}[name]()


def _ascii() -> frozenset[int]:
    return frozenset(range(0x20, 0x7F))


def _gbk() -> frozenset[int]:
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    decoded = (pair.decode("gbk", "ignore") for pair in pairs)
    return frozenset(ord(char) for char in decoded if len(char) == 1).union(*_SYMBOLS)


def _rare() -> frozenset[int]:
    return frozenset().union(*_IDEOGRAPHS) - _gbk()


def _signs() -> frozenset[int]:
    return frozenset().union(*_SIGNS)
