"""What finds a unit as somebody types: its names and their pinyin initials, each with and without the county. One index for the
page (`static/js/ranking.js` puts the best first) and for what was typed without scripts (`units.by_initials`)."""

from collections.abc import Iterator
from functools import lru_cache

from bureau.org.initials import initials

from .directory import UnitName
from .variants import stem, variants

COUNTY, ITS_LETTER = "县", "x"


@lru_cache(2_000)
def words_of(unit: UnitName) -> tuple[str, ...]:
    """Its own name comes first, then its initials, as they were mended by hand; then what else it is called."""
    return tuple(dict.fromkeys(word.lower() for word in (*own(unit), *others(unit)) if word))


def own(unit: UnitName) -> Iterator[str]:
    yield unit.short
    yield bare(unit.short)
    yield unit.initials
    if unit.short.startswith(COUNTY):
        yield unit.initials.removeprefix(ITS_LETTER)


def others(unit: UnitName) -> Iterator[str]:
    """Old and other names, the full one without its county, and the customary contractions."""
    customary = sorted(form for form in variants(unit.short) if not form.startswith(COUNTY))
    for name in (*map(bare, unit.aliases), stem(unit.name), *customary):
        yield name
        yield initials(name)


def bare(name: str) -> str:
    """「县水利局」 is 水利局 to everybody in the county."""
    return name.removeprefix(COUNTY)
