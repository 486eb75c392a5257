"""Composed lines as HTML: one element per line, exact letter-spacing, everything escaped."""

import re
from collections.abc import Iterable, Sequence
from math import ceil

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .faces import BIAOSONG, FANG
from .kinsoku import allowed_breaks
from .levels import Paragraph
from .lines import Line, Piece, Run, Setting, compose
from .measure import BODY, UNINDENTED
from .metrics import Metrics
from .tidy import tidy, tidy_lines
from .titles import title_lines
from .words import unsplit

_ROUNDING = 0.5  # pt kept free, so that rounding in the layout never wraps a composed line
_LONGEST_NAME, _WITHIN_WORD = 10, 1.6  # characters; how far from the middle a cut may be to spare a word
_TAGS = {1: "h2", 2: "h3", 3: "h4", 4: "h5"}


class Blocks:
    """Makes HTML blocks from text, with the widths of the faces in use; `names` stay whole in titles."""

    def __init__(self, metrics: Metrics, names: tuple[str, ...] = ()):
        self.metrics, self.names = metrics, names

    def lines(self, runs: Sequence[Run], setting: Setting, role: str = FANG) -> SafeString:
        """The runs composed; `role` is the face that the surrounding element already has."""
        return join(self.separate_lines(runs, setting, role))

    def separate_lines(self, runs: Sequence[Run], setting: Setting, role: str = FANG) -> list[SafeString]:
        """As `lines`, each by itself."""
        return [_line(line, role) for line in compose(runs, setting, self.metrics)]

    def paragraph(self, paragraph: Paragraph, last: bool = False) -> SafeString:
        """A paragraph of the body, indented two characters; a heading is listed in the outline. The `last` of a text does
        not leave its last line alone on a page."""
        tag = _TAGS[paragraph.level] if paragraph.stands_alone else "p"
        label = paragraph.runs[0].text.rstrip("。") if paragraph.is_heading else ""
        attributes = format_html(' data-level="{}" data-label="{}"', paragraph.level, label) if label else ""
        return format_html(
            "<{} class=indent{}>{}</{}>", tag, attributes, self._indented(paragraph.runs, last), tag
        )

    def _indented(self, runs: Sequence[Run], last: bool) -> SafeString:
        lines = compose(runs, BODY, self.metrics)
        classes = ["line"] * len(lines)
        if last and len(lines) > 1:
            classes[-1] = "line held"
        classes[0] += " in"
        return join(_line(line, FANG, css) for line, css in zip(lines, classes, strict=True))

    def ragged(self, text: str, size: float, width: float, role: str) -> str:
        """Lines of a cell `width` pt wide, divided but not spaced out, one under the other."""
        setting = Setting(size, width - _ROUNDING, flush=False)
        parts = (part for line in tidy_lines(text) for part in self._names_in_rows(line, setting, role))
        composed = (compose([Run(part, role)], setting, self.metrics) for part in parts)
        return "\n".join(line.text.rstrip() for lines in composed for line in lines)

    def _names_in_rows(self, text: str, setting: Setting, role: str) -> list[str]:
        """A list of short names divided between names; a name wider than the column in two halves; other text whole."""
        names = re.findall("[^、]+、?", text)
        if any(len(name) > _LONGEST_NAME for name in names):
            return [text]
        rows = [""]
        for part in (half for name in names for half in self._halves(name, setting, role)):
            if rows[-1] and not self._fits(rows[-1] + part, setting, role):
                rows.append("")
            rows[-1] += part
        return rows

    def _fits(self, text: str, setting: Setting, role: str) -> bool:
        return self.metrics.text_width(text, role) * setting.size <= setting.measure

    def _halves(self, name: str, setting: Setting, role: str) -> list[str]:
        """The name, or where it does not fit its halves, between words where that is not far from the middle."""
        if self._fits(name, setting, role):
            return [name]
        inside, middle = unsplit(name), len(name.rstrip("、")) / 2
        cuts = [
            offset
            for offset in allowed_breaks(name)[:-1]
            if self._fits(name[:offset], setting, role) and self._fits(name[offset:], setting, role)
        ]
        if not cuts:
            return [name]
        cut = min(cuts, key=lambda offset: abs(offset - middle) + _WITHIN_WORD * (offset in inside))
        return [name[:cut], name[cut:]]

    def head(self, text: str, size: float, width: float, role: str) -> str:
        """A table head; one that needs several lines is divided evenly."""
        count = self.ragged(text, size, width, role).count("\n") + 1
        even = ceil(len(text) / count) * size + 2 * _ROUNDING
        return self.ragged(text, size, min(width, even) if count > 1 else width, role)

    def flush_left(self, text: str, css: str, setting: Setting = UNINDENTED) -> SafeString:
        """Plain lines from the left edge."""
        return join(block("p", css, self.lines([Run(line, FANG)], setting)) for line in tidy_lines(text))

    def title(self, text: str, tag: str = "h1") -> SafeString:
        """A centred title in lines of at most 20 characters that split no word."""
        lines = join(block("span", "line", line) for line in title_lines(text, self.names))
        return format_html('<{} class="title" data-label="{}">{}</{}>', tag, tidy(text), lines, tag)

    def width(self, text: str, role: str = BIAOSONG) -> float:
        """Width of a text in em."""
        return self.metrics.text_width(text, role)


def block(tag: str, css: str, *content: str) -> SafeString:
    """An element of one class; plain strings in it are escaped."""
    return format_html('<{} class="{}">{}</{}>', tag, css, join(content), tag)


def join(parts: Iterable[str]) -> SafeString:
    """Parts one after another; plain strings among them are escaped."""
    return format_html_join("", "{}", ((part,) for part in parts))


def _line(line: Line, role: str, css: str = "line") -> SafeString:
    spacing = f"{line.spacing:.3f}pt"
    pieces = join(_piece(piece, role) for piece in line.pieces)
    return format_html('<span class="{}" style="letter-spacing:{}">{}</span>', css, spacing, pieces)


def _piece(piece: Piece, role: str) -> str:
    classes = " ".join(([] if piece.role == role else [piece.role]) + (["solid"] if piece.solid else []))
    return block("span", classes, piece.text) if classes else piece.text
