"""Who hears a table is told whose head a cell is: of a column or of a row."""

import io
from collections import Counter

from pypdf import PdfReader

from bureau.press.typeset.render import render

from .drafts import annexed, notice


def heads(pdf: bytes) -> Counter:
    """How many TH of each scope the PDF's structure has."""
    found: Counter = Counter()

    def walk(item):
        item = item.get_object()
        if isinstance(item, list):
            for inner in item:
                walk(inner)
        elif hasattr(item, "keys"):
            if item.get("/S") == "/TH":
                found[item["/A"].get("/Scope")] += 1
            if not isinstance(item.get("/K", 0), int):
                walk(item["/K"])

    walk(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_heads_of_an_annex_are_those_of_columns(faces):
    assert heads(render(annexed(4), faces)).keys() == {"/Column"}


def test_labels_of_a_letter_are_heads_of_rows(faces):
    assert heads(render(notice(), faces)).keys() == {"/Row"}
