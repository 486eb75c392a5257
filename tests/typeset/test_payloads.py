"""Eighty hostile texts through every element, on paper and in Word: no network, no file, and shown as typed."""

import io
import sys
from datetime import date

import pytest
from docx import Document

from reports.typeset.render import render
from reports.typeset.sheets import (
    Annex,
    Bulletin,
    Chart,
    Column,
    Insert,
    Notice,
    Strand,
    Table,
)
from reports.word import write

from .payloads import PAYLOADS
from .test_hostile_text import flat

pytestmark = pytest.mark.slow
OPENED = {"folders": (), "found": None}


def watch(event, arguments) -> None:
    """Everything that is opened or connected to while a test looks."""
    if OPENED["found"] is None:
        return
    if event == "socket.connect":
        OPENED["found"].append(arguments[1])
    if event == "open" and isinstance(arguments[0], str) and "passwd" in arguments[0]:
        OPENED["found"].append(arguments[0])


sys.addaudithook(watch)


@pytest.fixture
def opened():
    OPENED["found"] = []
    yield OPENED["found"]
    OPENED["found"] = None


def everywhere(text: str) -> Bulletin:
    """A bulletin with the text in each of its elements."""
    table = Table((Column(text), Column("乙")), ((text, text),), ((text, 1),))
    chart = Chart("bars", (text, "乙"), (Strand(text, (1, 2)),), text)
    return Bulletin(
        masthead="督查通报",
        issue="第1期",
        total="",
        issuer=text,
        date=date(2026, 3, 18),
        title=text,
        body=f"{text}\n【表1】\n【图1】",
        inserts=(Insert("【表1】", "表1", text, table), Insert("【图1】", "图1", text, chart)),
        annexes=(Annex(text, text),),
        report_to=text,
        checker=text,
        marking=text,
    )


def test_there_are_eighty():
    assert len(set(PAYLOADS)) >= 80


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_hostile_text_is_set_as_typed_and_reaches_nothing(printed, opened, text):
    pdf = printed(everywhere(text))
    shown, plain = flat(pdf), "".join(text.split()).replace("\u202e", "")
    assert opened == []
    assert shown.count(plain) >= 8
    assert not any(page.annots for page in pdf.pages)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_hostile_text_is_written_into_word_as_typed_and_reaches_nothing(faces, opened, text):
    document = Document(io.BytesIO(write(everywhere(text), faces)))
    shown = "".join(paragraph.text for paragraph in document.paragraphs)
    assert opened == []
    assert "".join(text.split()) in "".join(shown.split())
    assert not [part for part in document.part.rels.values() if part.is_external]


@pytest.mark.parametrize("text", PAYLOADS[::9])
def test_a_hostile_text_in_a_letter(faces, opened, text):
    letter = Notice(text, text, text, text, text, date(2026, 3, 18), annexes=(Annex(text, text),))
    for made in (render(letter, faces), write(letter, faces)):
        assert made
    assert opened == []
