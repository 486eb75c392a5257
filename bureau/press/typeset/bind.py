"""Issued files laid over and bound, without setting them again: what was issued stays as it is.

What is laid over is no archive copy any more (PDF/A); the file that was issued is."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter


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


def count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def written(made: PdfWriter) -> bytes:
    out = BytesIO()
    made.write(out)
    return out.getvalue()
