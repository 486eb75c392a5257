"""One page of a PDF, or a picture, drawn as a JPEG. Run by its path as a program of its own, with the file on its
standard input, so that what a forged file does to its reader it does to nobody else.

`drawing.py count KIND` says how many pages there are; `drawing.py draw KIND PAGE WIDTH` writes one.
"""

import resource
import sys
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Drawn
    from pypdfium2 import PdfDocument

MEMORY = 2 * 1024**3  # bytes
TALLEST = 3  # times its width: what is longer is drawn smaller
WHITE = (255, 255, 255)


def pages(content: bytes) -> "PdfDocument":
    """Imported here: a picture needs no PDFium."""
    import pypdfium2

    return pypdfium2.PdfDocument(content)


def page(content: bytes, number: int, width: int) -> "Drawn":
    one = pages(content)[number - 1]
    scale = min(width / one.get_width(), TALLEST * width / one.get_height())
    return one.render(scale=scale).to_pil()


def picture(content: bytes, width: int) -> "Drawn":
    """Upright as the camera was held, never larger than it is."""
    from PIL import Image, ImageOps

    found = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
    found.draft("RGB", (width, TALLEST * width))
    upright = ImageOps.exif_transpose(found)
    upright.thumbnail((width, TALLEST * width))
    return upright


def on_white(drawn: "Drawn") -> "Drawn":
    """What one sees through is white, as paper is."""
    from PIL import Image

    clear = drawn.convert("RGBA")
    paper = Image.new("RGB", clear.size, WHITE)
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def main(act: str, kind: str, number: str = "1", width: str = "1") -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if sys.stdin.seekable():
        sys.stdin.buffer.seek(0)
    content = sys.stdin.buffer.read()
    if act == "count":
        sys.stdout.write(str(len(pages(content)) if kind == "pdf" else 1))
        return
    drawn = page(content, int(number), int(width)) if kind == "pdf" else picture(content, int(width))
    on_white(drawn).save(sys.stdout.buffer, "JPEG", quality=82)


if __name__ == "__main__":
    main(*sys.argv[1:])
