"""The pages of a bulletin as pictures: of the issued file, or of a draft as it would be printed now."""

import hashlib
from io import BytesIO
from threading import Lock

import pypdfium2
from django.core.cache import cache
from django.utils import timezone
from PIL import Image

from bureau.press.printing import pdf_of
from reports import flow, personal
from reports.prints.bulletin import sheet_of

NARROW, WIDE = 780, 1240  # pixels: two for each of a phone, and to write on
TEN_MINUTES = 600  # seconds a draft that was set is kept
COLOURS = 32  # black, red and their shades: a quarter of the bytes
ONE_AT_A_TIME = Lock()  # PDFium knows nothing of threads


def printed(bulletin, person=None) -> bytes | None:
    """Its PDF as `person` is shown it; without one as it was issued. None while the press is at work on it. Raises
    PressProblem for a draft that cannot be set, FileNotFoundError where the store has lost the issued file."""
    if bulletin.state == flow.ISSUED:
        return personal.for_reader(bulletin, person) if person else personal.issued(bulletin)
    return None if bulletin.is_frozen else drafted(bulletin)


def drafted(bulletin) -> bytes:
    """Set once for all its pages: the same words give the same bytes."""
    key = f"drafted-{bulletin.pk}-{bulletin.version}-{timezone.localdate():%Y%m%d}"
    return cache.get_or_set(key, lambda: pdf_of(sheet_of(bulletin)), TEN_MINUTES)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def count(pdf: bytes) -> int:
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def leaf(pdf: bytes, number: int, width: int) -> Image.Image | None:
    """One page, counted from 1, this many pixels wide; None where there is no such page."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 1 <= number <= len(document):
                return None
            page = document[number - 1]
            return page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        finally:
            document.close()


def png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()
