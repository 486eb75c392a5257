"""What people hand in and take away: a PDF made in memory, and the text of one that was set."""

from io import BytesIO

import pdfplumber
from PIL import Image

from tests.reading.papers import paper


def scan() -> bytes:
    """A scanned page as PDF."""
    out = BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, "PDF")
    return out.getvalue()


def minutes() -> bytes:
    """Minutes of two decisions, of units in the cast."""
    lines = (
        "桃溪县人民政府常务会议纪要",
        "〔2026〕6号",
        "2026年10月20日",
        "一、加快推进农村供水。由县水利局牵头，县财政局配合，2026年12月底前完成。",
        "二、修复水毁公路。由县交通运输局负责，2026年11月底前完成。",
    )
    return paper(*lines).getvalue()


def words_of(path) -> str:
    """All text of a PDF, without spaces and line breaks."""
    with pdfplumber.open(path) as pdf:
        return "".join("".join(page.extract_text().split()) for page in pdf.pages)
