"""No face draws one character as another, and each that papers need is drawn: GB 2312, 通用规范汉字表, common signs."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bureau.press.typeset.faces import FACES, STACKS, lean_name
from bureau.press.typeset.fonts import faces_in_use
from bureau.press.typeset.misdrawn import misdrawn
from bureau.press.typeset.repertoire import repertoire
from bureau.press.typeset.shapes import shapes
from bureau.press.typeset.sources import SYSTEM, Source, find_sources

STANDARD = "".join(
    Path(__file__).with_name("standard.txt").read_text().split()
)  # 国发〔2013〕23号, 8,105 characters
ROWS = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
GB2312 = "".join(pair.decode("gb2312", "ignore") for pair in ROWS)
SIGNS = "₂²³㎡㎥℃①⑩✓☐☑✔—…“”‘’〔〕￥€№‰×÷±≤≥→★☆●○■□▲△§"


@pytest.fixture(scope="session")
def reference():
    """宋 as its maker draws it."""
    name = "NotoSerifCJKsc-Regular"
    return shapes(find_sources([SYSTEM], Path("/nowhere"), {name})[name], repertoire("gbk"))


@pytest.mark.parametrize("characters", [STANDARD, GB2312, SIGNS], ids=["规范字", "GB 2312", "符号"])
def test_what_papers_need_is_drawn(metrics, characters):
    assert metrics.missing(characters) == ""


def test_the_list_of_standard_characters_is_whole():
    assert (len(STANDARD), len(set(STANDARD))) == (8105, 8105)


@pytest.mark.parametrize("role", STACKS)
def test_every_role_reaches_a_face_for_each_of_them(metrics, role):
    drawn = set().union(*(metrics._widths[family] for family in STACKS[role]))
    assert set(STANDARD + GB2312 + SIGNS) <= drawn


def test_a_face_that_draws_another_character_is_found_out(faces, reference, tmp_path):
    font = TTFont(faces / lean_name("Typeset HeiTi"))
    for table in font["cmap"].tables:
        pairs = [(ord(wrong), ord(drawn)) for wrong, drawn in ("县去", "己巳", "￥＄")]
        table.cmap |= {wrong: table.cmap[drawn] for wrong, drawn in pairs if drawn in table.cmap}
    font.save(tmp_path / "wrong.otf")
    looked_at = set(map(ord, STANDARD[:2000] + "县去己巳￥＄$0123"))
    found = misdrawn(shapes(Source(tmp_path / "wrong.otf", 0), looked_at), reference)
    assert {ord("县"), ord("￥")} <= found <= {ord("县"), ord("￥"), ord("己")}


def test_a_simplified_character_never_stands_for_a_traditional_one(faces):
    if faces_in_use(faces)["Typeset FangSong"] != "FandolFang-Regular":
        pytest.skip("这里的仿宋不是 Fandol")
    drawn = TTFont(faces / lean_name("Typeset FangSong"), lazy=True).getBestCmap()
    assert not drawn.keys() & set(map(ord, "￥幹捨準餘鬆鬱醜"))
    assert drawn.keys() >= set(map(ord, "￡干舍准余松郁丑"))


@pytest.mark.slow
@pytest.mark.parametrize("family", [face.family for face in FACES if face.repertoire == "gbk"])
def test_no_built_face_draws_another_character(faces, reference, family):
    drawn = shapes(Source(faces / lean_name(family), 0), repertoire("gbk"))
    assert "".join(map(chr, sorted(misdrawn(drawn, reference) & set(map(ord, STANDARD + GB2312))))) == ""
