"""The PDF as a file: archival, searchable, outlined, the same each time, the same in two renderers."""

import re
import subprocess
import sys

import pytest
from PIL import Image, ImageChops

from bureau.press.typeset.render import render

from .drafts import annexed, bulletin, ledger, notice


@pytest.fixture(scope="module")
def pdf(faces, tmp_path_factory):
    path = tmp_path_factory.mktemp("printed") / "通报.pdf"
    path.write_bytes(render(annexed(5), faces))
    return path


def shell(*command) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_the_same_sheet_gives_the_same_bytes(faces):
    assert render(annexed(5), faces) == render(annexed(5), faces)


def test_another_text_gives_other_bytes(faces):
    assert render(bulletin(copies=1), faces) != render(bulletin(copies=2), faces)


def test_it_says_that_it_is_pdf_a_2a_and_is_tagged(pdf):
    record = shell("pdfinfo", "-meta", str(pdf))
    assert re.search(r"pdfaid:part\W+2\b.*pdfaid:conformance\W+A\b", record, re.S)
    assert re.search(r"Tagged:\s+yes", shell("pdfinfo", str(pdf)))


def test_title_and_date_are_in_the_record(pdf):
    record = shell("pdfinfo", "-isodates", str(pdf))
    assert re.search(r"Title:\s+关于县政府第5次常务会议议定事项落实情况的通报", record)
    assert re.search(r"CreationDate:\s+2026-03-18", record)


def test_every_face_is_embedded_as_a_subset_with_unicode(pdf):
    lines = shell("pdffonts", str(pdf)).splitlines()[2:]
    assert len(lines) >= 5
    assert all(re.search(r"\byes yes yes\b", line) for line in lines)
    assert all("+Typeset-" in line for line in lines)


def test_headings_and_annexes_are_in_the_outline(pdf):
    outline = shell("mutool", "show", str(pdf), "outline")
    for heading in ("关于县政府第5次常务会议", "一、总体情况", "（一）压实责任，清单推进", "落实情况表"):
        assert heading in outline


def test_text_can_be_found_and_copied(pdf):
    text = shell("pdftotext", "-raw", str(pdf), "-").replace("\n", "")
    assert "县科工局牵头，会同县财政局、县住建局建立拖欠中小企业账款台账，逐户销号，清偿率达到82.6%……" in text


@pytest.mark.parametrize("sheet", [bulletin(), notice(), ledger(5)], ids=["bulletin", "notice", "ledger"])
def test_poppler_and_mupdf_draw_the_same_page(sheet, faces, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(render(sheet, faces))
    shell(
        "pdftoppm",
        "-r",
        "50",
        "-gray",
        "-png",
        "-singlefile",
        "-f",
        "1",
        str(file),
        str(tmp_path / "poppler"),
    )
    shell("mutool", "draw", "-q", "-r", "50", "-c", "gray", "-o", str(tmp_path / "mupdf.png"), str(file), "1")
    poppler, mupdf = (Image.open(tmp_path / name).convert("L") for name in ("poppler.png", "mupdf.png"))
    coarse = [image.resize((40, 56), Image.Resampling.BOX) for image in (poppler, mupdf)]
    darkest = ImageChops.difference(*coarse).getextrema()[1]
    assert darkest < 50
    assert coarse[1].getextrema()[0] < 150


LEFT_AT_THE_END = """
import atexit, gc, sys

@atexit.register  # before all others, so that it comes last
def left():
    print(sum(type(one).__name__ == "FontConfiguration" for one in gc.get_objects()))

from bureau.press.typeset.render import render
from tests.typeset.drafts import bulletin

render(bulletin(), sys.argv[1])
"""


@pytest.mark.slow
def test_no_fonts_outlive_the_library_that_frees_them(faces):
    assert shell(sys.executable, "-c", LEFT_AT_THE_END, str(faces)) == "0\n"
