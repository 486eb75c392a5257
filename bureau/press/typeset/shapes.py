"""Characters by their shape: where the edges of their strokes run, the same for a 仿宋 and a 宋 of one character."""

from collections.abc import Set
from heapq import nsmallest
from operator import sub

from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageFilter, ImageFont

from .sources import Source

_TYPE, _INNER, _CELL = 40, 28, 32  # pixels: of type, of a character fitted into its cell, of the cell
_GRID = 8  # parts of a cell in each direction
_EDGES = (
    (-1, 0, 1, -2, 0, 2, -1, 0, 1),
    (-1, -2, -1, 0, 0, 0, 1, 2, 1),
    (0, 1, 2, -1, 0, 1, -2, -1, 0),
    (-2, -1, 0, -1, 0, 1, 0, 1, 2),
)  # upright, level, and both slanting
_STRENGTH = [min(255, 2 * abs(level - 128)) for level in range(256)]
_LENGTH = len(_EDGES) * _GRID**2
_ROUGHLY, _LIKELY = 4, 12  # parts taken together for a rough look; how many it hands on
_EVEN = 64  # the mean to which each shape is brought: bold and light strokes count alike

Shapes = dict[int, bytes]
"""Code point → how strong the edges of each direction are in each part of the character."""


def shapes(source: Source, codes: Set[int]) -> Shapes:
    """Of these characters, as far as the face draws them."""
    with TTFont(source.path, fontNumber=source.number, lazy=True) as file:
        known = file.getBestCmap().keys() & codes
    font = ImageFont.truetype(str(source.path), _TYPE, source.number, layout_engine=ImageFont.Layout.BASIC)
    drawn = {code: cell for code in sorted(known) if (cell := _cell(font, chr(code)))}
    if not drawn:
        return {}
    sheet = Image.new("L", (_CELL, _CELL * len(drawn)))
    for place, cell in enumerate(drawn.values()):
        sheet.paste(cell, ((_CELL - _INNER) // 2, _CELL * place + (_CELL - _INNER) // 2))
    planes = [_plane(sheet, edges, len(drawn)) for edges in _EDGES]
    size = _GRID**2
    whole = (b"".join(plane[size * n : size * (n + 1)] for plane in planes) for n in range(len(drawn)))
    return {code: _evened(shape) for code, shape in zip(drawn, whole, strict=True) if any(shape)}


def apart(one: bytes, other: bytes) -> float:
    """0 for the same shape; two styles of one character are some 0.05 apart."""
    return sum(map(abs, map(sub, one, other))) / (255 * _LENGTH)


class Pile:
    """Many shapes, to find which of them is nearest to one: the likeliest roughly, the nearest of those exactly."""

    def __init__(self, known: Shapes):
        self._known, self._codes = known, list(known)
        self._sheet = _rough(b"".join(known.values()), len(known))

    def nearest(self, shape: bytes, besides: int = -1) -> int:
        """The code of the nearest shape, but for that of `besides`."""
        row = _rough(shape, 1).resize(self._sheet.size, Image.Resampling.NEAREST)
        differing = ImageChops.difference(row, self._sheet)
        means = differing.resize((1, len(self._codes)), Image.Resampling.BOX).tobytes()
        likely = nsmallest(_LIKELY, range(len(means)), key=means.__getitem__)
        codes = [code for place in likely if (code := self._codes[place]) != besides]
        return min(codes, key=lambda code: apart(shape, self._known[code]))


def _rough(shapes_in_a_row: bytes, count: int) -> Image.Image:
    whole = Image.frombytes("L", (_LENGTH, count), shapes_in_a_row)
    return whole.resize((_LENGTH // _ROUGHLY, count), Image.Resampling.BOX)


def _cell(font: ImageFont.FreeTypeFont, char: str) -> Image.Image | None:
    mask = font.getmask(char)
    box = mask.getbbox() if mask.size[0] and mask.size[1] else None
    if box is None:
        return None
    drawn = Image.frombytes("L", mask.size, bytes(mask)).crop(box)
    return drawn.resize((_INNER, _INNER), Image.Resampling.BILINEAR)


def _plane(sheet: Image.Image, edges: tuple[int, ...], count: int) -> bytes:
    """The edges of one direction in all characters of a sheet."""
    found = sheet.filter(ImageFilter.Kernel((3, 3), edges, scale=6, offset=128)).point(_STRENGTH)
    return (
        found.filter(ImageFilter.BoxBlur(1.5)).resize((_GRID, _GRID * count), Image.Resampling.BOX).tobytes()
    )


def _evened(shape: bytes) -> bytes:
    scale = _EVEN * len(shape) / sum(shape)
    return shape.translate(bytes(min(255, int(level * scale)) for level in range(256)))
