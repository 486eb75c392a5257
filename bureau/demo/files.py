"""The papers that units attach: small real files, made from what the answer says."""

from io import BytesIO
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import format_html
from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw
from weasyprint import HTML

from bureau.matters.files import store

PAGE = """<meta charset="utf-8"><style>@page {{ size: A4; margin: 37mm 26mm 35mm 28mm }}
body {{ font: 16pt/28pt FangSong, "Noto Serif CJK SC", serif; text-align: justify }}
h1 {{ font-size: 22pt; text-align: center }} p {{ text-indent: 2em }}</style><h1>{}</h1><p>{}</p>"""


def keep(name: str, text: str) -> store.Kept:
    """Make the file that `name` promises by its ending (pdf, docx, xlsx, png) and put it in the store."""
    title, kind = Path(name).stem, Path(name).suffix
    return store.keep(SimpleUploadedFile(name, MAKERS[kind](title, text)))


def pdf(title: str, text: str) -> bytes:
    return HTML(string=format_html(PAGE, title, text)).write_pdf()


def docx(title: str, text: str) -> bytes:
    paper = Document()
    paper.add_heading(title, level=1)
    for sentence in _sentences(text):
        paper.add_paragraph(sentence)
    return _saved(paper.save)


def xlsx(title: str, text: str) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    sheet.append(["序号", "进展情况", "备注"])
    for place, sentence in enumerate(_sentences(text), start=1):
        sheet.append([place, sentence, ""])
    sheet.column_dimensions["B"].width = 80
    return _saved(book.save)


def png(title: str, text: str) -> bytes:
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
    return _saved(lambda file: picture.save(file, "PNG", description=title))


def _sentences(text: str) -> list[str]:
    return [f"{sentence}。" for sentence in text.rstrip("。").split("。")]


def _saved(save) -> bytes:
    file = BytesIO()
    save(file)
    return file.getvalue()


MAKERS = {".pdf": pdf, ".docx": docx, ".xlsx": xlsx, ".png": png}
