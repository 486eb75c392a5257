"""水印: who looks and when, over a page of what few may see, so that a photograph of the screen tells whose screen it was."""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

FACE = "TypesetHeiTi.otf"
INK, SLANT = (90, 90, 90, 60), 24  # barely read over print, plain on a photograph; degrees
QUALITY = 85


def stamped(jpeg: bytes, words: str) -> bytes:
    """The picture, `words` written over all of it, as a JPEG of the same size."""
    page = Image.open(BytesIO(jpeg), formats=("JPEG",)).convert("RGBA")
    tile = slanted(words, size=max(14, page.width // 45))
    over = Image.new("RGBA", page.size)
    for top in range(0, page.height, tile.height):
        for left in range(0, page.width, tile.width):
            over.paste(tile, (left, top))
    out = BytesIO()
    Image.alpha_composite(page, over).convert("RGB").save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def slanted(words: str, size: int) -> Image.Image:
    face = font(size)
    _left, _top, right, bottom = face.getbbox(words)
    line = Image.new("RGBA", (int(right) + size * 2, int(bottom) + size * 2))
    ImageDraw.Draw(line).text((size, size), words, font=face, fill=INK)
    return line.rotate(SLANT, expand=True, resample=Image.Resampling.BICUBIC)


def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The county's own face; where no fonts were made yet, one that has letters and digits alone."""
    path: Path = settings.FONTS_DIR / "lean" / FACE
    return ImageFont.truetype(str(path), size) if path.exists() else ImageFont.load_default(size)
