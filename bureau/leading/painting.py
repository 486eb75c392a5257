"""Ink on a page: the strokes drawn over the picture of the page they were written on."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from bureau.leading.strokes import COLOURS, WIDTH, points
from reports.leaves import WIDE

FINE = 2  # drawn so many times larger, then made smaller: smooth edges
THIN, FIRM = 2.6, 0.42  # pixels of a stroke that was hardly pressed, and more of each degree
SHEET = (WIDE, WIDE)  # what is written on where there is no page


def blank() -> Image.Image:
    return Image.new("RGB", SHEET, "white")


def inked(page: Image.Image, strokes) -> Image.Image:
    """A new picture of the page with the ink on it."""
    scale = FINE * page.width / WIDTH
    ink = Image.new("RGBA", (page.width * FINE, page.height * FINE), (255, 255, 255, 0))
    brush = ImageDraw.Draw(ink)
    for stroke in strokes:
        draw(brush, [(x * scale, y * scale, firm) for x, y, firm in points(stroke)], COLOURS[stroke[0]])
    over = ink.resize(page.size, Image.Resampling.LANCZOS)
    return Image.alpha_composite(page.convert("RGBA"), over).convert("RGB")


def draw(brush, path, colour) -> None:
    """A round dot at each point, and a line from each to the next."""
    for place, (x, y, firm) in enumerate(path):
        half = FINE * (THIN + FIRM * firm) / 2
        brush.ellipse((x - half, y - half, x + half, y + half), fill=colour)
        if place:
            brush.line((path[place - 1][:2], (x, y)), fill=colour, width=max(1, round(2 * half)))


def upright(file) -> Image.Image:
    """A kept picture as it is to be looked at: turned as the camera was held, no wider than a page of ours."""
    with Image.open(file) as picture:
        turned = ImageOps.exif_transpose(picture).convert("RGB")
    turned.thumbnail((WIDE, 2 * WIDE))
    return turned


def jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
