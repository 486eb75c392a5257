"""A hundred hostile texts through every element, on paper and in Word: no network, no file, and shown as typed.

What Python opens is watched here; libraries in C are given bytes and texts, never a name of a file."""

import io
import sys
import sysconfig
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from PIL import Image

from bureau.press.typeset.metrics import MissingGlyph
from bureau.press.typeset.render import render
from bureau.press.typeset.sheets import (
    Annex,
    Bulletin,
    Card,
    Chart,
    Column,
    Insert,
    Notice,
    Picture,
    Strand,
    Table,
)
from bureau.press.word import write

from .payloads import PAYLOADS, REFUSED, UNSEEN
from .test_hostile_text import flat

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.prefix, sys.pycache_prefix or sys.prefix, *sysconfig.get_paths().values())
OWN = tuple(str(Path(place).resolve()) for place in (ROOT / "bureau/press", ROOT / "var/fonts", *PROGRAM))
REACHING = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ftplib.", "http.")
PICTURES = ("data:image/svg+xml;base64,", "data:image/jpeg;base64,")  # whose bytes are in their address
WATCH = {"found": None}


def watch(event, arguments) -> None:
    """Everything outside the program and its faces that is opened, started or called while a test looks."""
    if WATCH["found"] is None:
        return
    if event.startswith(REACHING) and not (event == "urllib.Request" and arguments[0].startswith(PICTURES)):
        WATCH["found"].append((event, arguments))
    if event == "open" and isinstance(arguments[0], str | bytes):
        name = arguments[0] if isinstance(arguments[0], str) else arguments[0].decode(errors="replace")
        if not str(Path(name).resolve()).startswith(OWN):
            WATCH["found"].append((event, name))


sys.addaudithook(watch)


@pytest.fixture
def reached():
    WATCH["found"] = []
    yield WATCH["found"]
    WATCH["found"] = None


def photo() -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, "JPEG")
    return Picture(out.getvalue(), 60, 40)


def everywhere(text: str) -> Bulletin:
    """A bulletin with the text in each of its elements."""
    table = Table((Column(text), Column("乙")), ((text, text),), ((text, 1),))
    chart = Chart("bars", (text, "乙"), (Strand(text, (1, 2)),), text)
    inserts = (("【表1】", table), ("【图1】", chart), ("【照片1】", photo()))
    return Bulletin(
        masthead=text,
        issue=text,
        total=text,
        issuer=text,
        date=date(2026, 3, 18),
        title=text,
        body=f"{text}\n一、{text}\n（一）{text}\n【表1】\n【图1】\n【照片1】",
        main_to=text,
        inserts=tuple(Insert(mark, text, text, content) for mark, content in inserts),
        annexes=(Annex(text, text, text), Annex(text, table, text)),
        report_to=text,
        send_to=text,
        issue_to=text,
        checker=text,
        signer=text,
        marking=text,
        copy_number=text,
        box=text,
    )


def letter(text: str) -> Notice:
    return Notice(
        organ=text,
        number=text,
        title=text,
        main_to=text,
        body=text,
        date=date(2026, 3, 18),
        annexes=(Annex(text, text),),
        fields=((text, text),),
        signed_by=text,
        marking=text,
        note=text,
    )


def written(document) -> str:
    """Every text of a Word file, head and foot included, without blanks."""
    parts = [part for part in document.part.package.iter_parts() if hasattr(part, "element")]
    return "".join("".join("".join(part.element.itertext()).split()) for part in parts)


def test_there_are_a_hundred():
    assert len({*PAYLOADS, *UNSEEN, *REFUSED}) >= 98
    assert len(set(PAYLOADS)) >= 80


def test_the_watch_sees_what_it_watches_for(reached, tmp_path):
    (tmp_path / "x").write_text("x")
    assert [name for _event, name in reached] == [str(tmp_path / "x")]


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_hostile_text_is_set_as_typed_and_reaches_nothing(printed, reached, text):
    pdf = printed(everywhere(text))
    assert reached == []
    shown, plain = flat(pdf), "".join(text.split()).replace("\u202e", "")
    assert shown.count(plain) >= 20
    assert not any(page.annots for page in pdf.pages)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_hostile_text_is_written_into_word_as_typed_and_reaches_nothing(faces, reached, text):
    made = write(everywhere(text), faces)
    assert reached == []
    document = Document(io.BytesIO(made))
    assert written(document).count("".join(text.split())) >= 20
    assert not [rel for rel in document.part.rels.values() if rel.is_external]


@pytest.mark.parametrize("text", PAYLOADS[::3])
def test_a_hostile_text_in_a_letter_is_set_and_written_as_typed(printed, faces, reached, text):
    pdf, made = printed(letter(text)), write(letter(text), faces)
    assert reached == []
    plain = "".join(text.split())
    assert flat(pdf).count(plain) >= 10
    assert written(Document(io.BytesIO(made))).count(plain) >= 10


@pytest.mark.parametrize("text", [*PAYLOADS[::9], UNSEEN[0][0]])
def test_a_card_of_hostile_words_is_a_card(printed, faces, reached, text):
    sheet = Notice("督查局", "1号", "函", "", "甲", date(2026, 3, 18), card=Card(text, "red"))
    assert printed(sheet)
    assert write(sheet, faces)
    assert reached == []


@pytest.mark.parametrize("typed, seen", UNSEEN)
def test_what_nobody_sees_leaves_no_trace(printed, faces, reached, typed, seen):
    pdf, made = printed(everywhere(typed)), write(everywhere(typed), faces)
    assert reached == []
    assert flat(pdf).count(seen) >= 20
    assert written(Document(io.BytesIO(made))).count(seen) >= 20
    assert typed not in written(Document(io.BytesIO(made))) or typed == seen


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("sheet", [everywhere, letter])
def test_what_no_face_has_is_refused_by_name_on_paper_and_in_word(faces, text, sheet):
    for maker in (render, write):
        with pytest.raises(MissingGlyph, match=r"字库里没有这些字：「.*U\+[0-9A-F]{4,6}"):
            maker(sheet(text), faces)


@pytest.mark.parametrize("text", ["督查" * 50_000, "<b>" * 33_334], ids=["汉字", "标记"])
def test_a_line_of_a_hundred_thousand_characters_is_set_whole(faces, text):
    sheet = Bulletin("通报", "", "", "局", date(2026, 3, 18), "关于情况的通报", text)
    pages = pypdfium2.PdfDocument(render(sheet, faces))
    made = "".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    assert [made.count(char) >= text.count(char) for char in set(text)] == [True] * len(set(text))
    assert text in "".join(one.text for one in Document(io.BytesIO(write(sheet, faces))).paragraphs)
