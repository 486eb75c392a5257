"""The papers that units attach: small real files, made from what the answer says."""

from io import BytesIO
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw

from bureau.files import store
from bureau.press.printing import pdf_of
from bureau.press.typeset.sheets import Notice


def keep(name: str, text: str, unit) -> store.Kept:
    """Make the file of `unit` that `name` promises by its ending (pdf, docx, xlsx, png); it lies in the store."""
    title, kind = Path(name).stem, Path(name).suffix
    return store.keep(SimpleUploadedFile(name, MAKERS[kind](title, text, unit)))


def pdf(title: str, text: str, unit) -> bytes:
    """A letter of the unit to the bureau."""
    day = timezone.localdate()
    letter = Notice(
        organ=unit.name,
        number=f"{unit.mark}函〔{day.year}〕{day.timetuple().tm_yday}号",
        title=title,
        main_to="县督查局：",
        body=text,
        date=day,
    )
    return pdf_of(letter)


def docx(title: str, text: str, unit) -> bytes:
    paper = Document()
    paper.add_heading(title, level=1)
    for sentence in _sentences(text):
        paper.add_paragraph(sentence)
    return saved(paper.save)


def xlsx(title: str, text: str, unit) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    sheet.append(["序号", "填报单位", "情况"])
    for place, sentence in enumerate(_sentences(text), start=1):
        sheet.append([place, unit.short, sentence])
    sheet.column_dimensions["C"].width = 80
    return saved(book.save)


def png(title: str, text: str, unit) -> bytes:
    """A building site under a grey sky: as many storeys as the answer has sentences."""
    picture = Image.new("RGB", (960, 640), "#c9d3d9")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 480, 960, 640), fill="#8a7f6d")
    for storey in range(min(5, len(_sentences(text)) + 1)):
        top = 480 - 80 * (storey + 1)
        draw.rectangle((260, top, 700, top + 80), fill="#d8d2c4", outline="#6b6557", width=4)
        for column in range(280, 680, 70):
            draw.rectangle((column, top + 18, column + 40, top + 62), fill="#7d8d97")
    draw.line((780, 480, 780, 90), fill="#c28a1a", width=10)
    draw.line((560, 110, 900, 110), fill="#c28a1a", width=10)
    return saved(lambda file: picture.save(file, "PNG"))


def _sentences(text: str) -> list[str]:
    return [f"{sentence}。" for sentence in text.rstrip("。").split("。")]


def saved(save) -> bytes:
    file = BytesIO()
    save(file)
    return file.getvalue()


MAKERS = {".pdf": pdf, ".docx": docx, ".xlsx": xlsx, ".png": png}
