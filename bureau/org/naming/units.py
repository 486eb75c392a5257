"""The units in the tables as the reader's directory, and from typed words back to units."""

import re
from collections.abc import Iterable

from bureau.org.models import Unit
from bureau.org.naming import Directory, UnitName
from bureau.org.naming.picking import words_of

SPLIT = re.compile(r"[、，,；;\s]+")
ZONE = re.compile("开发区|经开区|高新区|园区|集中区")


def directory() -> Directory:
    """Every active unit by all its names, with the groups that a paper may name. One query."""
    units = Unit.objects.filter(active=True).exclude(unit_class=Unit.Class.BUREAU)
    return grouped(known(unit) for unit in units)


def grouped(names: Iterable[UnitName]) -> Directory:
    """These units, with the groups that a paper may name: 「各乡镇」「各园区」 are those of that class."""
    units = list(names)
    return Directory(units, {"各乡镇": townships(units), "各园区": zones(units)})


def known(unit: Unit) -> UnitName:
    aliases = tuple(filter(None, unit.aliases.split("、")))
    return UnitName(unit.short, unit.name, unit.unit_class, aliases, unit.initials, unit.supervisable)


def townships(units: list[UnitName]) -> list[str]:
    return [unit.short for unit in units if unit.klass == Unit.Class.TOWNSHIP]


def zones(units: list[UnitName]) -> list[str]:
    return [unit.short for unit in units if unit.klass == Unit.Class.ZONE and ZONE.search(unit.name)]


def named(text: str, units: Directory, handling: bool = True) -> tuple[list[str], list[dict]]:
    """Short names that the words name, in order and each once; and, for every word that names none, or names who may not
    be given a task where that is asked (`handling`), `{"sentence", "suggestions"}`."""
    found, problems = {}, []
    for word in filter(None, SPLIT.split(text)):
        shorts = of_word(word, units)
        found |= dict.fromkeys(shorts)
        problems += [] if shorts else [unknown(word, units)]
        problems += [exempt(short) for short in shorts if handling and not units.units[short].supervisable]
    return list(found), problems


def of_word(word: str, units: Directory) -> tuple[str, ...]:
    """By any of its names, as a group, or by its pinyin initials."""
    return by_initials(word.lower(), units) if word.isascii() else units.find(word).units


def by_initials(word: str, units: Directory) -> tuple[str, ...]:
    """The unit with these initials; else the only one that is called so in letters, or whose initials end so: everybody says slj
    for 县水利局, and nobody xslj. None where several are."""
    known = units.units.values()
    if exact := tuple(unit.short for unit in known if unit.initials == word)[:1]:
        return exact
    found = tuple(unit.short for unit in known if word in words_of(unit) or unit.initials.endswith(word))
    return found if len(found) == 1 else ()


def unknown(word: str, units: Directory) -> dict:
    match = units.find(word)
    if match.is_vague:
        return {"sentence": f"“{word}”没有指明是哪些单位，请逐一写明。", "suggestions": []}
    near = list(match.suggestions)
    hint = f"是否指{'、'.join(near)}？" if near else "请核对单位名称。"
    return {"sentence": f"没有叫“{word}”的单位，{hint}", "suggestions": near}


def exempt(short: str) -> dict:
    return {"sentence": f"{short}不是政府督查的对象，不能作为承办单位。", "suggestions": []}


def rows_of(shorts) -> list[Unit]:
    """The units of these short names, in that order."""
    by_short = {unit.short: unit for unit in Unit.objects.filter(short__in=shorts)}
    return [by_short[short] for short in shorts]
