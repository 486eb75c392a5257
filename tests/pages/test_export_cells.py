"""A cell of an exported ledger: text stays text in Excel, also after somebody pressed F2 and Enter in it."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from bureau.pages.export import cell, styles


def written(value):
    book = Workbook(write_only=True)
    styles(book)
    sheet = book.create_sheet("台账")
    sheet.append([cell(sheet, value)])
    out = BytesIO()
    book.save(out)
    return load_workbook(out).active["A1"]


@pytest.mark.parametrize("words", ["=1+1", "+86", "-2+3", "@SUM(A1)", "\tcmd"])
def test_what_could_be_taken_for_a_formula_is_marked_as_text(words):
    found = written(words)
    assert (found.value, found.data_type, found.quotePrefix) == (words, "s", True)


@pytest.mark.parametrize("value", ["水库隐患排查", "〔2026〕5号", "", 12, 3.5])
def test_anything_else_is_as_it_was(value):
    assert not written(value).quotePrefix
