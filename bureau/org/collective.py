"""Several units in few words: 「各乡镇」 for all of them."""

from bureau.org.models import Unit

TOWNSHIPS = "各乡镇"


def township_ids() -> frozenset[int]:
    """Every active township. One query: ask once per paper, not once per row."""
    towns = Unit.objects.filter(unit_class=Unit.Class.TOWNSHIP, active=True)
    return frozenset(towns.values_list("pk", flat=True))


def in_words(units, townships: frozenset[int]) -> str:
    """Short names in order, split by 、; all townships together stand as 「各乡镇」 where the first one stood."""
    units = list(units)
    if len(townships) < 2 or not townships <= {unit.pk for unit in units}:
        return "、".join(unit.short for unit in units)
    names = [TOWNSHIPS if unit.pk in townships else unit.short for unit in units]
    return "、".join(dict.fromkeys(names))
