"""The words of a .docx, .xlsx or PDF, written to the standard output. Run by its path as a program of its own, with the file on
its standard input: `wording.py KIND`. It stops at so many characters and pages."""

import re
import resource
import sys
from collections.abc import Iterator
from io import BytesIO

MEMORY = 2 * 1024**3  # bytes
MOST = 100_000  # characters
PAGES = 300
TEXT = "{*}t"


def of_docx(content: bytes) -> Iterator[str]:
    from xml.etree import ElementTree
    from zipfile import ZipFile

    with ZipFile(BytesIO(content)) as parts, parts.open("word/document.xml") as body:
        for _event, one in ElementTree.iterparse(body):
            if one.tag.endswith("}p"):
                yield "".join(text.text or "" for text in one.iterfind(f".//{TEXT}"))
                one.clear()


def of_xlsx(content: bytes) -> Iterator[str]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows(values_only=True, max_col=60):
                yield " ".join(str(cell) for cell in row if cell is not None)


def whole(text: str) -> str:
    """Chinese goes on in the next line without a space."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n(?=[\u3000-\u9fff\uff00-\uffef])", "", text)


def of_pdf(content: bytes) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for number in range(min(len(document), PAGES)):
        yield whole(document[number].get_textpage().get_text_range())


def lines_of_pdf(content: bytes) -> Iterator[str]:
    """As they stand on its pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for number in range(min(len(document), PAGES)):
        yield document[number].get_textpage().get_text_range()


READERS = {"docx": of_docx, "xlsx": of_xlsx, "pdf": of_pdf, "lines": lines_of_pdf}


def main(kind: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if sys.stdin.seekable():
        sys.stdin.buffer.seek(0)
    left = MOST
    for words in READERS[kind](sys.stdin.buffer.read()):
        if said := words.strip()[:left]:
            sys.stdout.buffer.write(f"{said}\n".encode("utf-8", "ignore"))
            left -= len(said)
        if left <= 0:
            return


if __name__ == "__main__":
    main(sys.argv[1])
