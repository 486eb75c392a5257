"""Text is data: whatever is typed comes out as typed, and nothing is ever fetched."""

import socket

import pytest
from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError

from bureau.press.typeset.metrics import MissingGlyph
from bureau.press.typeset.render import FacesNotBuilt, _RefuseAll, render

from .drafts import annexed, bulletin, ledger, notice
from .paper import rows

pytestmark = pytest.mark.slow

HOSTILE = [
    "<img src=file:///etc/passwd>",
    "<script>alert(1)</script>",
    '<a rel="attachment" href="file:///etc/passwd">附</a>',
    "{{ settings.SECRET_KEY }}{% include '/etc/passwd' %}",
    "javascript:alert(1)",
    "</style><style>@import url(http://example.com/x.css)",
    '" onload="x" style="background:url(http://example.com/x.png)',
    "&lt;b&gt;&amp;&#60;",
    "<!-- ]]> <![CDATA[",
    "url(http://example.com/a.png)",
]


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("排版时不得访问网络")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def flat(pdf) -> str:
    return "".join("".join(char["text"] for char in page.chars) for page in pdf.pages).replace(" ", "")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.usefixtures("no_network")
def test_hostile_text_is_printed_as_typed_in_every_element(printed, text):
    plain = text.replace(" ", "")
    places = (
        "masthead",
        "issuer",
        "title",
        "body",
        "main_to",
        "report_to",
        "signer",
        "marking",
        "copy_number",
    )
    assert flat(printed(bulletin(**dict.fromkeys(places, text)))).count(plain) == len(places)
    form = printed(
        notice(title=text, body=text, fields=((text, text),), note=text, signed_by=text, number=text)
    )
    assert flat(form).count(plain) == 7


def test_a_document_that_asks_for_a_file_ends_the_rendering():
    with pytest.raises(FatalURLFetchingError):
        HTML(string="<img src='file:///etc/passwd'>", url_fetcher=_RefuseAll()).write_pdf()
    with pytest.raises(FatalURLFetchingError):
        CSS(string="@import url('file:///etc/passwd');", url_fetcher=_RefuseAll())


def test_no_file_is_attached_and_no_link_is_made(faces):
    pdf = render(bulletin(body="\n".join(HOSTILE)), faces)
    assert b"/EmbeddedFiles" not in pdf
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf


def test_a_character_that_no_face_has_is_named(faces):
    with pytest.raises(MissingGlyph) as refusal:
        render(bulletin(body="督查\U00031350员，微笑\U0001f600"), faces)
    assert refusal.value.characters == "\U00031350\U0001f600"
    assert "「\U00031350」（U+31350）" in str(refusal.value)


def test_rare_characters_come_from_a_face_that_has_them(printed, caplog):
    rare = "镕喆堃昇珺旸翀玥𠮷㛃䶮"
    assert rare in flat(printed(bulletin(title=f"关于{rare}", body=f"{rare}\n一、{rare}\n（一）{rare}")))
    assert not [record for record in caplog.records if "notdef" in record.getMessage()]


def test_marks_and_symbols_are_set_from_the_faces(printed, caplog):
    symbols = "“‘’”——……·×〔〕％‰℃℡№★①⑩㈠Ⅳ±÷≥≤㎡αβя"
    assert symbols in flat(printed(bulletin(body=symbols)))
    assert not [record for record in caplog.records if "notdef" in record.getMessage()]


def test_control_characters_and_odd_line_ends_leave_no_trace(printed):
    text = flat(
        printed(bulletin(title="关于\x00督查\x07的通报", body="甲\u200b乙\ufeff丙\u202e丁\r\n戊\u2028己"))
    )
    assert "关于督查的通报" in text
    assert "甲乙丙丁" in text


@pytest.mark.parametrize("empty", ["", "   ", "\n\n"])
def test_empty_texts_leave_an_empty_place(printed, empty):
    assert len(printed(bulletin(title=empty, body=empty, main_to=empty, masthead=empty)).pages) == 1
    assert len(printed(notice(title=empty, body=empty, organ=empty, fields=(("", ""),))).pages) == 1


def test_a_title_of_four_thousand_characters_is_printed_whole(printed):
    title = "督查落实" * 1000
    lines = [row.text for page in printed(bulletin(title=title)).pages for row in rows(page, 22)]
    assert "".join(lines) == title


def test_an_annex_without_rows_prints_its_head(printed):
    assert "议定事项" in flat(printed(annexed(0)))


def test_missing_faces_are_a_clear_sentence(tmp_path):
    with pytest.raises(FacesNotBuilt, match="字体尚未就绪"):
        render(bulletin(), tmp_path)


def test_a_row_with_too_few_cells_is_refused_by_its_number():
    table = ledger(1).table
    with pytest.raises(ValueError, match="表格第2行有1格，应为5格"):
        type(table)(table.columns, (*table.rows, ("2",)))
