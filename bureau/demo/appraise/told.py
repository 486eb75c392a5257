"""What was measured at each unit: invented, the same at every run, and no two series alike."""

from decimal import Decimal

CENT = Decimal("0.01")


def value(code: str, place: int, half: bool) -> dict:
    """What the rule of this indicator asks for, of the `place`th unit."""
    turn = (place * 37 + sum(map(ord, code)) * 11 + (0 if half else 5)) % 100
    shown = Decimal(turn) / 100
    if code == "1.3":
        return {"counts": {"petition": "1" if turn > 80 else "0", "accident": "0"}}
    low, high = RANGES.get(code, (Decimal(90), Decimal(100)))
    return {"value": f"{(low + (high - low) * shown).quantize(CENT).normalize():f}"}


RANGES = {
    "2.1": (Decimal(86), Decimal(104)),
    "2.2": (Decimal(80), Decimal(110)),
    "2.3": (Decimal(88), Decimal(98)),
    "3.1": (Decimal(78), Decimal(98)),
    "3.2": (Decimal(84), Decimal(97)),
    "3.3": (Decimal(85), Decimal(96)),
}
