"""What the engine makes of a period, unit by unit: with the arithmetic of each point, and as the bytes that are kept."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from appraisal.document import document_of
from appraisal.models import Period, Scheme
from appraisal.scoring import Refused, score
from bureau.jobs.barred import Barred

TOLD = 5


@dataclass(frozen=True)
class Row:
    """One indicator. `score`: None while its value is missing."""

    code: str
    name: str
    full: Decimal
    score: Decimal | None
    how: str
    depth: int
    status: str
    rule: str
    steps: tuple[str, ...]

    @property
    def lost(self) -> Decimal:
        """The points that are missing to the full mark."""
        return Decimal() if self.score is None else max(self.full - self.score, Decimal())


@dataclass(frozen=True)
class Added:
    """One adjustment as it was counted. `points`: with its sign."""

    on: str
    label: str
    points: str
    words: str


@dataclass(frozen=True)
class Line:
    """One unit. `total`: None while values are missing; `rank`: None where it is not ranked, else among `ranked` units."""

    unit: int
    name: str
    total: Decimal | None
    rank: int | None
    ranked: int
    grade: str
    why: str
    base: Decimal
    bonus: Decimal
    deduction: Decimal
    missing: tuple[str, ...]
    rows: tuple[Row, ...]
    adjustments: tuple[Added, ...]
    adjusting: tuple[str, ...]


@dataclass(frozen=True)
class Reckoned:
    """`lines`: by the unit's key; `missing`: sentences; `counted`: series → units; `kept`: scheme's key → inputs and outputs as text."""

    lines: Mapping[int, Line]
    missing: tuple[str, ...]
    counted: Mapping[str, int]
    kept: Mapping[int, tuple[str, str]]
    ties: tuple[str, ...]

    def bytes_of(self, scheme: int) -> tuple[str, str]:
        return self.kept[scheme]


def reckon(period: Period) -> Reckoned:
    """Raises Barred that says what the engine refuses."""
    schemes = period.schemes.order_by("series")
    return reckon_documents([(scheme, document_of(period, scheme)) for scheme in schemes])


def reckon_documents(found: Sequence[tuple[Scheme, Mapping[str, Any]]]) -> Reckoned:
    """Of these documents, whatever stands in the database. Raises Barred."""
    lines: dict[int, Line] = {}
    counted: dict[str, int] = {}
    kept: dict[int, tuple[str, str]] = {}
    ties: list[str] = []
    for scheme, document in found:
        outputs = scored(document)
        kept[scheme.pk] = canonical(document), canonical(outputs)
        counted[scheme.series] = len(outputs["subjects"])
        lines |= {int(raw["key"]): line_of(raw) for raw in outputs["subjects"]}
        ties += [tie_words(scheme.series, tie, lines) for tie in outputs["ties"] if tie["at_the_line"]]
    missing = tuple(f"{line.name}：{'、'.join(line.missing)}" for line in lines.values() if line.missing)
    return Reckoned(lines, missing, counted, kept, tuple(ties))


def scored(document: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return score(dict(document))
    except Refused as refused:
        raise Barred("；".join(map(str, refused.faults[:TOLD]))) from refused


def canonical(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tie_words(series: str, tie: Mapping[str, Any], lines: Mapping[int, Line]) -> str:
    names = "、".join(lines[int(key)].name for key in tie["keys"])
    return f"{series}：{names}同为第{tie['rank']}名，正在一等比例的边上，由审定人决定"


def line_of(raw: Mapping[str, Any]) -> Line:
    """A unit's line, of what the engine says now or said when it was kept."""
    found = tuple(rows(raw["items"]))
    names = {row.code: f"{row.code} {row.name}" for row in found}
    return Line(
        unit=int(raw["key"]),
        name=raw["name"],
        total=points(raw["total"]),
        rank=raw["rank"],
        ranked=raw["ranked"],
        grade=raw["grade"] or "",
        why=raw["grade_why"],
        base=Decimal(raw["base"] or 0),
        bonus=Decimal(raw["bonus"] or 0),
        deduction=Decimal(raw["deduction"] or 0),
        missing=tuple(names[key] for key in raw["missing"]),
        rows=found,
        adjustments=tuple(map(added, raw["adjustments"])),
        adjusting=tuple(raw["adjusting"]),
    )


def points(raw: str | None) -> Decimal | None:
    return None if raw is None else Decimal(raw)


def rows(items: list[dict[str, Any]], depth: int = 0) -> Iterator[Row]:
    for raw in items:
        steps = tuple(raw["steps"])
        yield Row(
            code=raw["key"],
            name=raw["name"],
            full=Decimal(raw["full"]),
            score=points(raw["score"]),
            how="；".join(steps),
            depth=depth,
            status=raw["status"],
            rule=raw["rule"],
            steps=steps,
        )
        yield from rows(raw.get("items") or [], depth + 1)


def added(raw: Mapping[str, Any]) -> Added:
    on, _, words = raw["note"].partition(" ")
    counted = Decimal(raw["counted"])
    return Added(on, raw["name"], f"{'+' if counted > 0 else ''}{raw['counted']}", words)
