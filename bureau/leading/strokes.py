"""Handwriting as it travels and as it is kept: a JSON list of strokes, `["k", x, y, f, dx, dy, f, …]`.

"k" is black, "r" red; the first point stands where it is on a page that is WIDTH wide, every later one beside the one
before it; `f` is how firmly it was pressed, 0 to 9. Whatever does not look like this is refused in words."""

import json

from django.core.exceptions import ValidationError

WIDTH = 4_000
TALLEST = 2 * WIDTH  # no page of ours is taller
LONGEST = 60_000  # characters, some hundred written words
MOST_STROKES, MOST_POINTS = 800, 10_000
COLOURS = {"k": (25, 25, 25), "r": (190, 25, 25)}
UNREADABLE = "手写内容没有传完整，请再提交一次；仍然不行的，请改为上传照片。"
TOO_MUCH = "手写内容太多，一次最多写一百来个字，请分两次写，或者上传照片。"


def read(text: str) -> list[list]:
    """The strokes of a posted form; [] where nothing was written. Raises ValidationError."""
    try:
        found = json.loads(text or "[]")
    except (ValueError, RecursionError) as fault:
        raise ValidationError(UNREADABLE) from fault
    if not isinstance(found, list) or not all(map(is_stroke, found)):
        raise ValidationError(UNREADABLE)
    if len(found) > MOST_STROKES or sum(map(len, found)) > 3 * MOST_POINTS:
        raise ValidationError(TOO_MUCH)
    if not all(on_the_page(x, y) for stroke in found for x, y, _firm in points(stroke)):
        raise ValidationError(UNREADABLE)
    return found


def is_stroke(one) -> bool:
    """A colour and one or more points of three whole numbers."""
    if not isinstance(one, list) or len(one) < 4 or len(one) % 3 != 1:
        return False
    whole = all(type(number) is int for number in one[1:])
    return (
        isinstance(one[0], str) and one[0] in COLOURS and whole and all(0 <= firm <= 9 for firm in one[3::3])
    )


def points(stroke) -> list[tuple[int, int, int]]:
    """Each point where it stands on the page, and how firmly it was pressed."""
    x, y, found = 0, 0, []
    for across, down, firm in zip(*[iter(stroke[1:])] * 3, strict=True):
        x, y = x + across, y + down
        found.append((x, y, firm))
    return found


def on_the_page(x: int, y: int) -> bool:
    return 0 <= x <= WIDTH and 0 <= y <= TALLEST
