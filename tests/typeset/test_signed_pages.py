"""A record that is signed on each page, and papers bound with running numbers."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind, numbered
from bureau.press.typeset.sheets import Report, Section

LINE = "被询问人（签字）："


def interview(signed: str = LINE) -> Report:
    text = "\n".join(f"问：第{number}个问题？\n答：第{number}个回答。" for number in range(1, 41))
    return Report("询问笔录", date(2026, 11, 30), (Section("", text),), signed=signed)


def words(pdf: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_the_line_to_sign_on_stands_on_every_page_and_so_does_its_number():
    pages = words(pdf_of(interview()))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert LINE in page
        assert f"第{number}页共{len(pages)}页" in page


def test_a_record_that_nobody_signs_has_no_such_line():
    assert not any(LINE in page for page in words(pdf_of(interview(signed=""))))


def test_bound_papers_carry_one_running_number():
    paper = pdf_of(interview())
    whole = numbered(bind([Bound("一", paper), Bound("二", paper)]))
    pages = [page.extract_text().split() for page in PdfReader(BytesIO(whole)).pages]
    assert len(pages) == 2 * len(words(paper))
    assert [str(number) in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
