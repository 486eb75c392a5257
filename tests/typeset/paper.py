"""Measures printed pages in millimetres from the paper's top left corner."""

from dataclasses import dataclass

MM = 25.4 / 72


@dataclass(frozen=True)
class Row:
    """Characters on one baseline."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    fonts: frozenset[str]

    @property
    def cells(self) -> float:
        return sum(0.5 if char.isascii() else 1 for char in self.text)


def rows(page, size=None) -> list[Row]:
    """The lines of a page from top to bottom, all or of one type size in pt."""
    lines: dict[float, list] = {}
    for char in page.chars:
        if size is None or abs(char["size"] - size) < 0.3:
            lines.setdefault(round(char["matrix"][5], 1), []).append(char)
    return [_row(lines[key], page) for key in sorted(lines, reverse=True)]


def _row(chars, page) -> Row:
    chars = sorted(chars, key=lambda char: char["x0"])
    return Row(
        text="".join(char["text"] for char in chars),
        left=chars[0]["x0"] * MM,
        right=chars[-1]["x1"] * MM,
        baseline=(float(page.height) - chars[0]["matrix"][5]) * MM,
        size=chars[0]["size"],
        fonts=frozenset(char["fontname"].split("+")[-1] for char in chars),
    )


def body_rows(page) -> list[Row]:
    """Lines of 16 pt inside the type area."""
    return [row for row in rows(page, 16) if 37 < row.baseline < 263]


def row_of(page, text: str) -> Row:
    """The line that holds `text`."""
    return next(row for row in rows(page) if text in row.text)


def red_rules(page) -> list[tuple[float, float, float]]:
    """Left, right and top of the red horizontal lines, from top to bottom."""
    shapes = (*page.rects, *page.lines, *page.curves)
    red = [shape for shape in shapes if _is_red(shape) and shape["width"] * MM > 100 and shape["height"]]
    return sorted(((s["x0"] * MM, s["x1"] * MM, s["top"] * MM) for s in red), key=lambda rule: rule[2])


def _is_red(shape) -> bool:
    colour = shape["non_stroking_color"] if shape.get("fill") else shape["stroking_color"]
    return len(colour or ()) == 3 and colour[0] > 0.8 and max(colour[1:]) < 0.2
