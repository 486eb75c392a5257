"""A leader's handwriting, legible: the strokes of a few signs, each on a square of a hundred by a hundred."""

SIGNS = {
    "五": ("20,18 80,15", "50,16 46,50 40,85", "26,50 68,46 64,84", "12,87 50,85 90,88"),
    "日": ("28,15 28,88", "28,16 72,14 71,88", "29,50 70,49", "29,86 70,85"),
    "内": ("20,32 21,90", "20,32 80,30 79,88 70,82", "50,10 48,42 30,70", "49,44 66,64"),
    "查": (
        "20,22 80,20",
        "50,6 50,50",
        "48,24 36,38 16,50",
        "52,24 66,38 86,48",
        "34,55 35,80",
        "34,55 66,54 65,80",
        "35,67 65,66",
        "35,79 65,78",
        "12,93 90,91",
    ),
    "清": (
        "14,16 24,25",
        "8,42 18,50",
        "8,88 17,74 27,60",
        "42,17 86,15",
        "46,29 80,28",
        "63,6 63,42",
        "38,43 92,41",
        "48,53 47,76 40,93",
        "48,53 79,52 78,91 69,85",
        "49,65 77,64",
        "48,77 77,76",
    ),
}
RED, FIRM = "r", (4, 7, 5, 2)


def written(words: str, left: int, top: int, size: int) -> list[list]:
    """The strokes of these signs in a row, in the measure of a page 4000 wide (`bureau.leading.strokes`)."""
    return [
        stroke(line, left + round(1.15 * size * place), top, size / 100)
        for place, sign in enumerate(words)
        for line in SIGNS[sign]
    ]


def stroke(line: str, left: int, top: int, scale: float) -> list:
    """Its first point where it stands, every later one beside the one before it."""
    spots = [tuple(map(int, spot.split(","))) for spot in line.split()]
    points = [(left + round(x * scale), top + round(y * scale)) for x, y in spots]
    found, before = [RED], (0, 0)
    for (x, y), firm in zip(points, FIRM, strict=False):
        found += [x - before[0], y - before[1], firm]
        before = (x, y)
    return found
