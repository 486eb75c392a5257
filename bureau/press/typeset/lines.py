"""Breaks runs of text into lines of one measure, each with the letter-spacing that makes it end flush."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from .kinsoku import allowed_breaks, loose_breaks
from .metrics import Metrics
from .words import unsplit

_ROUNDING = 0.01  # pt
_TIGHTEST = 0.045  # em taken from each gap of a squeezed line: 29 characters where 28 belong
_LOOSEST = 0.25  # em added to each gap; a line that would need more stays ragged
_KEPT_TOGETHER = 0.2  # em added to each gap, at most, to keep a figure with its word
_FILLED = 0.65  # of a ragged line, at least, when a word is kept whole for the next
_UNSEEN = (
    0.02  # em; a spacing this small may stand between figures too, which spares an element for each of them
)
_PREFER_STRETCH = (
    1.2  # squeezing costs more than stretching, so 28 cells are exceeded only to avoid a gappy line
)


@dataclass(frozen=True)
class Run:
    """Text in one role of face."""

    text: str
    role: str


@dataclass(frozen=True)
class Piece(Run):
    """The part of a run on one line, spaced or (Latin in a line that is spaced visibly) set solid."""

    solid: bool


@dataclass(frozen=True)
class Line:
    """One composed line; `spacing` in pt follows each character that is not solid."""

    text: str
    pieces: tuple[Piece, ...]
    spacing: float


@dataclass(frozen=True)
class Setting:
    """How text is set, all in pt: type size, measure, natural spacing, indent of the first and of other lines."""

    size: float
    measure: float
    spacing: float = 0.0
    first: float = 0.0
    rest: float = 0.0
    flush: bool = True


def compose(runs: Sequence[Run], setting: Setting, metrics: Metrics) -> list[Line]:
    """Lines whose texts, joined, equal the text of the runs."""
    return _Composer(runs, setting, metrics).lines()


class _Composer:
    def __init__(self, runs: Sequence[Run], setting: Setting, metrics: Metrics):
        self._setting = setting
        self._text = "".join(run.text for run in runs)
        self._roles = [run.role for run in runs for _ in run.text]
        widths = map(metrics.width, self._text, self._roles)
        self._solid = list(accumulate((width * setting.size for width in widths), initial=0.0))
        self._wides = list(accumulate((not char.isascii() for char in self._text), initial=0))
        self._breaks = allowed_breaks(self._text) if self._text else []
        self._better = self._better_breaks() if self._text else []

    def _better_breaks(self) -> list[int]:
        """Where no figure is parted from its word; in a cell, whose lines are ragged anyway, no word either."""
        loose = loose_breaks(self._text)
        if self._setting.flush:
            return loose
        inside = unsplit(self._text)
        return [offset for offset in loose if offset not in inside]

    def lines(self) -> list[Line]:
        lines, start = [], 0
        while start < len(self._text):
            end, spacing = self._next(start)
            lines.append(self._line(start, end, spacing))
            start = end
        return lines

    def _next(self, start: int) -> tuple[int, float]:
        """The best end for a line from `start`, and its spacing."""
        natural, end = self._setting.spacing, len(self._text)
        if self._natural_width(start, end) <= self._room(start):
            return end, natural
        end, spacing = self._chosen(start, self._better)
        widest = natural + _KEPT_TOGETHER * self._setting.size
        torn = not self._setting.flush and self._natural_width(start, end) < _FILLED * self._room(start)
        if end not in self._better or self._spacing(start, end) > widest or torn:
            return self._chosen(start, self._breaks)
        return end, spacing

    def _chosen(self, start: int, breaks: list[int]) -> tuple[int, float]:
        """Among these breaks: the line squeezed to the next one, or stretched from the last that fits; ragged where it
        would gape."""
        natural = self._setting.spacing
        under, over = self._around(start, breaks)
        loose, tight = self._spacing(start, under), self._spacing(start, over)
        squeezable = over > under and tight >= natural - _TIGHTEST * self._setting.size
        if squeezable and (natural - tight) * _PREFER_STRETCH < loose - natural:
            return over, tight
        return under, loose if loose <= natural + _LOOSEST * self._setting.size else natural

    def _around(self, start: int, breaks: list[int]) -> tuple[int, int]:
        """The last of the breaks that fits and the next one; a cut anywhere where nothing fits."""
        index = bisect_right(breaks, start)
        over = under = breaks[index]
        while self._natural_width(start, over) <= self._room(start) and over < len(self._text):
            index += 1
            under, over = over, breaks[index]
        if self._natural_width(start, under) > self._room(start):
            under = self._cut_anywhere(start)
        return under, over

    def _cut_anywhere(self, start: int) -> int:
        fits = start + 1
        while fits < len(self._text) and self._natural_width(start, fits + 1) <= self._room(start):
            fits += 1
        return fits

    def _room(self, start: int) -> float:
        return self._setting.measure - (self._setting.rest if start else self._setting.first) + _ROUNDING

    def _seen(self, start: int, end: int) -> int:
        """The end without the blanks that hang unseen at a line's end."""
        while end > start + 1 and self._text[end - 1] == " ":
            end -= 1
        return end

    def _gaps(self, start: int, end: int) -> int:
        return self._wides[max(end - 1, start)] - self._wides[start]

    def _natural_width(self, start: int, end: int) -> float:
        end = self._seen(start, end)
        return self._solid[end] - self._solid[start] + self._setting.spacing * self._gaps(start, end)

    def _spacing(self, start: int, end: int) -> float:
        end = self._seen(start, end)
        gaps = self._gaps(start, end)
        if not self._setting.flush or not gaps:
            return self._setting.spacing
        return (self._room(start) - _ROUNDING - (self._solid[end] - self._solid[start])) / gaps

    def _line(self, start: int, end: int, spacing: float) -> Line:
        even = self._even_spacing(start, end, spacing)
        if abs(even) <= _UNSEEN * self._setting.size:
            return Line(self._text[start:end], self._pieces(start, end, part_latin=False), even)
        return Line(self._text[start:end], self._pieces(start, end, part_latin=True), spacing)

    def _even_spacing(self, start: int, end: int, spacing: float) -> float:
        """The spacing that makes the line as wide when figures are spaced like ideographs."""
        every = self._seen(start, end) - start - 1
        return spacing * self._gaps(start, self._seen(start, end)) / every if every else spacing

    def _pieces(self, start: int, end: int, part_latin: bool) -> tuple[Piece, ...]:
        offsets = range(start, self._seen(start, end))
        kinds = groupby(offsets, lambda at: (self._roles[at], part_latin and self._text[at].isascii()))
        spans = ((role, solid, list(group)) for (role, solid), group in kinds)
        return tuple(Piece(self._text[span[0] : span[-1] + 1], role, solid) for role, solid, span in spans)
