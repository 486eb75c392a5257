"""What lists and names of any length come to on paper: nothing lost, nothing over something else, no glyph missing."""

import io
from itertools import pairwise

import pytest
from docx import Document

from bureau.press.typeset.sheets import Annex
from bureau.press.word import write

from .drafts import BODY, bulletin
from .paper import MM, row_of, rows

pytestmark = pytest.mark.slow
UNITS = "县水利局、县财政局、县交通运输局、县住建局、县农业农村局、"


def receivers(length: int) -> dict[str, str]:
    return dict.fromkeys(("report_to", "send_to", "issue_to"), (UNITS * 40)[: length - 1] + "。")


def text_of(pdf) -> str:
    return "".join(row.text for page in pdf.pages for row in rows(page) if not row.text.startswith("—"))


@pytest.mark.parametrize("length", [30, 120, 200, 300, 1000])
def test_no_receiver_is_lost_however_many_there_are(printed, length):
    pdf, listed = printed(bulletin(body="特此通报。", **receivers(length))), receivers(length)["send_to"]
    whole = text_of(pdf)
    assert [f"{label}{listed}" in whole for label in ("报：", "送：", "发：")] == [True] * 3
    assert "（共印120份）" in whole


@pytest.mark.parametrize("length", [30, 120, 200, 300, 1000])
def test_no_line_of_theirs_stands_on_another_or_outside_the_type_area(printed, length):
    for page in printed(bulletin(body="\n".join(["请抓紧办理。"] * 9), **receivers(length))).pages:
        baselines = [row.baseline for row in rows(page) if row.baseline < 265]
        assert all(after - before > 4.5 for before, after in pairwise(baselines))
        assert min(baselines) > 37
        assert max(baselines) < 262


@pytest.mark.parametrize("length", [30, 300, 1000])
def test_word_names_the_same_receivers(faces, length):
    document = Document(io.BytesIO(write(bulletin(**receivers(length)), faces)))
    assert f"送：{receivers(length)['send_to']}" in [one.text for one in document.paragraphs]
    assert ("framePr" in document.element.xml) == (length < 200)


@pytest.mark.parametrize(
    "issuer", ["督查局", "中共桃溪县委桃溪县人民政府督查工作领导小组办公室", "桃溪县" * 20]
)
def test_the_organ_keeps_clear_of_the_date(printed, issuer):
    page = printed(bulletin(issuer=issuer)).pages[0]
    chars = [char for char in page.chars if 105 < char["bottom"] * 25.4 / 72 < 125]
    name = [char for char in chars if char["text"] in set(issuer)][: len(issuer)]
    day = next(char for char in chars if char["text"] == "2")
    assert "".join(char["text"] for char in name) == issuer
    assert name[-1]["x1"] < day["x0"]


def test_names_of_annexes_stand_one_below_the_other(printed):
    long = "关于进一步做好县政府常务会议议定事项落实情况专项督查工作的说明与要求一览"
    annexes = (Annex("情况表", "一"), Annex(long, "二"), Annex("趋势", "三"))
    page = printed(bulletin(body="特此通报。", annexes=annexes)).pages[0]
    points = [char for char in page.chars if char["text"] == "."]
    assert len(points) == 3
    assert len({round(char["x1"]) for char in points}) == 1
    rest = row_of(page, long[-9:])
    assert rest.left == pytest.approx(points[0]["x1"] * MM, abs=0.5)


@pytest.mark.parametrize("role", ["", "一、", "（一）"])
def test_no_glyph_is_missing_in_any_face(printed, caplog, role):
    odd = "Latin e-mail 0123456789〔2026〕“引”‘单’——……·×÷±℃‰①⑩Ⅳ㎡％镕喆堃昇珺旸翀玥㛃䶮\U00020bb7"
    shown = text_of(printed(bulletin(title=f"关于{odd}", body=f"{role}{odd}", report_to=odd, marking=odd)))
    assert shown.replace(" ", "").count(odd.replace(" ", "")) >= 3
    assert not [record for record in caplog.records if "notdef" in record.getMessage()]


def test_the_page_number_has_its_face_and_size_on_every_page(printed):
    for page in printed(bulletin(body="\n".join([BODY] * 7))).pages:
        row = row_of(page, f"— {page.page_number} —")
        assert row.fonts == {"Typeset-Song"}
        assert row.size == pytest.approx(14, abs=0.1)
        assert row.baseline == pytest.approx(271, abs=1)
