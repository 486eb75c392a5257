"""What a kept file says, as a search finds it: of a Word file, a workbook, a PDF and a scan."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image
from weasyprint import HTML

from bureau.files import wording
from bureau.files.sniff import FileKind
from bureau.files.texts import Unreadable, words_of

ROAD = "县交通运输局已拆除收费设施，退还车主通行费"


def saved(save: Callable[[BytesIO], object]) -> BytesIO:
    file = BytesIO()
    save(file)
    file.seek(0)
    return file


@pytest.fixture
def kept(tmp_path):
    """A file as the store opens it: one that a program can be given."""

    def keep(file: BytesIO):
        path = tmp_path / "file"
        path.write_bytes(file.getvalue())
        return path.open("rb")

    return keep


def letter() -> BytesIO:
    document = Document()
    said = document.add_paragraph("县交通运输局已拆除")
    said.add_run("收费设施").bold = True
    document.add_table(1, 1).cell(0, 0).text = "退还车主通行费"
    return saved(document.save)


def workbook() -> BytesIO:
    book = Workbook()
    book.active.append(["收费站", None, 3])
    hidden = book.create_sheet("底稿")
    hidden.append(["不给人看"])
    hidden.sheet_state = "hidden"
    return saved(book.save)


def printed(body: str) -> BytesIO:
    return BytesIO(HTML(string=f"<style>@page {{ size: 60mm 80mm }}</style>{body}").write_pdf())


def scan() -> BytesIO:
    return saved(lambda file: Image.new("RGB", (40, 40), "white").save(file, "PDF"))


def test_a_word_file_says_what_stands_in_its_paragraphs_and_tables(kept):
    assert words_of(kept(letter()), FileKind.DOCX).split() == ["县交通运输局已拆除收费设施", "退还车主通行费"]


def test_a_workbook_says_what_stands_in_the_sheets_one_sees(kept):
    assert words_of(kept(workbook()), FileKind.XLSX).strip() == "收费站 3"


def test_a_sentence_of_a_pdf_is_whole_where_its_lines_break(kept):
    assert ROAD in words_of(kept(printed(f"<p>{ROAD}</p>")), FileKind.PDF)


def test_every_page_of_a_pdf_is_read(kept):
    words = words_of(kept(printed("<p>第一页<p style='break-before: page'>第二页")), FileKind.PDF)
    assert "第一页" in words
    assert "第二页" in words


def test_a_scan_says_nothing(kept):
    assert words_of(kept(scan()), FileKind.PDF).strip() == ""


@pytest.mark.parametrize("kind", [FileKind.DOCX, FileKind.XLSX, FileKind.PDF])
def test_what_is_not_what_it_says_is_unreadable(kept, kind):
    with pytest.raises(Unreadable):
        words_of(kept(BytesIO(b"no such file")), kind)


def test_a_long_file_is_read_up_to_so_many_characters(kept):
    document = Document()
    for _ in range(12):
        document.add_paragraph("粮" * (wording.MOST // 10))
    assert words_of(kept(saved(document.save)), FileKind.DOCX).count("粮") == wording.MOST
