"""Long documents: the same bytes from any process; nothing lost and no page without text on the way."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest

from bureau.press.typeset.render import render
from bureau.press.typeset.sheets import Annex, Chart, Insert, Strand, Table

from .drafts import BODY, COLUMNS, bulletin, notice, table

pytestmark = pytest.mark.slow
CHART = Chart("lines", ("1月", "2月"), (Strand("办结", (3, 4)), Strand("逾期", (None, 1), red=True)))
GROUPED = replace(table(6), groups=(("县水利局", 2), ("县财政局", 4)))
INSERTS = (Insert("【图1】", "图1", "情况", CHART), Insert("【表1】", "表1", "一览", GROUPED))
MIXED = bulletin(
    body=f"【图1】\n{BODY}\n【表1】", inserts=INSERTS, annexes=(Annex("甲", table(30)), Annex("乙", CHART))
)
SHEETS = {"mixed": MIXED, "letter": notice(annexes=(Annex("表", table(3)),))}
ANOTHER = """
import hashlib, os, pathlib, sys
import django
django.setup()
from bureau.press.typeset.render import render
from bureau.press.word import write
from tests.typeset.test_long_documents import SHEETS
faces = pathlib.Path(sys.argv[1])
for sheet in SHEETS.values():
    for make in (render, write):
        print(hashlib.sha256(make(sheet, faces)).hexdigest())
"""


def digests(faces, **environment) -> list[str]:
    """Of each sheet as PDF and as Word, from a process of its own."""
    own = os.environ | {"PYTHONPATH": os.getcwd(), "DJANGO_SETTINGS_MODULE": "bureau.settings"} | environment
    command = [sys.executable, "-c", ANOTHER, str(faces)]
    return subprocess.run(command, env=own, check=True, capture_output=True, text=True).stdout.split()


def test_another_process_in_another_place_and_order_gives_the_same_bytes(faces):
    here = digests(faces, PYTHONHASHSEED="0")
    there = digests(faces, PYTHONHASHSEED="4711", TZ="America/Lima", LANG="C", LC_ALL="C")
    assert len(here) == 2 * len(SHEETS)
    assert here == there
    assert len(set(here)) == len(here)


def test_what_was_set_before_changes_nothing(faces):
    first = hashlib.sha256(render(MIXED, faces)).hexdigest()
    render(bulletin(title="另一期", body="镕喆堃𠮷\n" * 30), faces)
    assert hashlib.sha256(render(MIXED, faces)).hexdigest() == first


def texts_of(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in opened]
    opened.close()
    return texts


def test_of_many_paragraphs_none_is_lost_or_out_of_order(faces):
    body = "\n".join(f"第{number:03}段：{BODY.splitlines()[0]}" for number in range(120))
    pages = texts_of(render(bulletin(body=body), faces))
    marks = [f"第{number:03}段" for number in range(120)]
    whole = "".join(pages)
    places = [whole.index(mark) for mark in marks]
    assert places == sorted(places)
    assert min(map(len, pages)) > 50


def test_of_four_hundred_rows_none_is_lost_and_each_page_has_its_head(faces):
    rows = tuple((f"{number:04}", "事项", "县水利局", "3月", "在办") for number in range(400))
    pages = texts_of(render(bulletin(body="见附件。", annexes=(Annex("表", Table(COLUMNS, rows)),)), faces))
    whole = "".join(pages)
    assert [row[0] in whole for row in rows] == [True] * 400
    assert all("议定事项" in page for page in pages if "县水利局" in page)
