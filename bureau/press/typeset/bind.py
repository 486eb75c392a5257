"""Issued files laid over and bound, without setting them again: what was issued stays as it is.

What is laid over is no archive copy any more (PDF/A); the file that was issued is."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


@dataclass(frozen=True)
class Bound:
    """A part of a volume: what its outline calls it, and its pages."""

    title: str
    pdf: bytes


def overlay(pdf: bytes, sheets: bytes) -> bytes:
    """`pdf` with page 1 of `sheets` below the words of its first page, and page 2 below those of each other one."""
    first, *rest = PdfReader(BytesIO(sheets)).pages
    other = rest[0] if rest else first
    made = PdfWriter(clone_from=BytesIO(pdf))
    for number, page in enumerate(made.pages):
        page.merge_page(first if number == 0 else other, over=False)
    return written(made)


def bind(parts: Sequence[Bound]) -> bytes:
    """One after another, each listed in the outline with its own outline below it."""
    made = PdfWriter()
    for part in parts:
        made.append(BytesIO(part.pdf), outline_item=part.title)
    return written(made)


def numbered(pdf: bytes) -> bytes:
    """With a running number at the upper outer corner of each page, whatever number the page has of its own."""
    made = PdfWriter(clone_from=BytesIO(pdf))
    for number, page in enumerate(made.pages, 1):
        right = float(page.mediabox.right) - 60
        top = float(page.mediabox.top) - 40
        page.merge_page(folio(page, number, right, top))
    return written(made)


def folio(page: PageObject, number: int, x: float, y: float) -> PageObject:
    """An empty page of the same size with the number alone; x, y in points."""
    made = PageObject.create_blank_page(width=page.mediabox.width, height=page.mediabox.height)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Times-Roman"),
        }
    )
    fonts = DictionaryObject({NameObject("/Folio"): font})
    made[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    words = DecodedStreamObject()
    words.set_data(f"BT /Folio 12 Tf {x:.1f} {y:.1f} Td ({number}) Tj ET".encode())
    made[NameObject("/Contents")] = words
    return made


def count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def written(made: PdfWriter) -> bytes:
    out = BytesIO()
    made.write(out)
    return out.getvalue()
