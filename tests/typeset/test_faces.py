"""The faces: licensed ones first, glyph numbers that every reader agrees on, one em box, built once."""

import json
import logging
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from bureau.press.typeset.faces import FACES, STACKS, lean_name
from bureau.press.typeset.fonts import FaceNotFound, _choose, build, faces_in_use, main
from bureau.press.typeset.sources import Source, find_sources

STYLES = Path(__file__).resolve().parents[2] / "bureau" / "press" / "typeset" / "css"


@pytest.fixture(params=[face.family for face in FACES])
def font(request, faces):
    return TTFont(faces / lean_name(request.param), lazy=True)


def drawn(folder: Path, family: str, char: str) -> list[int]:
    """A character as the face draws it, by its box, on 24 × 24 points of grey."""
    font = ImageFont.truetype(folder / lean_name(family), 120)
    picture = Image.new("L", (240, 240))
    ImageDraw.Draw(picture).text((50, 50), char, font=font, fill=255)
    return list(picture.crop(picture.getbbox()).resize((24, 24)).tobytes())


def apart(one: list[int], other: list[int]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("role", STACKS)
def test_a_yuan_looks_like_a_yuan_and_not_like_a_dollar(faces, role):
    family = next(
        name for name in STACKS[role] if ord("￥") in TTFont(faces / lean_name(name), lazy=True).getBestCmap()
    )
    shown = drawn(faces, family, "￥")
    yuan, dollar = (drawn(faces, "Typeset Song", char) for char in "￥＄")
    assert apart(shown, yuan) < apart(shown, dollar)


def test_glyph_numbers_are_the_cids_of_the_pdf(faces):
    compact = [TTFont(path, lazy=True)["CFF "].cff[0] for path in faces.glob("*.otf") if _is_cff(path)]
    keyed = [top for top in compact if hasattr(top, "ROS")]
    assert keyed
    for top in keyed:
        assert top.charset == [".notdef", *(f"cid{number:05}" for number in range(1, len(top.charset)))]


def _is_cff(path) -> bool:
    return path.read_bytes()[:4] == b"OTTO"


def test_all_faces_share_one_em_box(font):
    em = font["head"].unitsPerEm
    assert (font["hhea"].ascent / em, font["hhea"].descent / em) == (
        pytest.approx(0.88, 0.01),
        pytest.approx(-0.12, 0.01),
    )


@pytest.mark.parametrize("char", "督。、“”—…·〔％")
def test_ideographs_and_marks_fill_a_cell_in_every_role(metrics, char):
    assert {metrics.width(char, role) for role in STACKS} == {1}


def test_gb2312_is_covered_completely(metrics):
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    assert metrics.missing("".join(row.decode("gb2312", "ignore") for row in rows)) == ""


def test_the_stylesheet_s_stacks_are_those_we_measure_by():
    sheet = (STYLES / "1-sheet.css").read_text()
    for role, families in STACKS.items():
        assert f"--{role}: " + ", ".join(f'"{family}"' for family in families) in sheet


def test_a_dropped_in_file_is_known_by_the_name_inside_it(tmp_path, faces):
    font = TTFont(faces / "TypesetLatin.otf")
    font["name"].setName("仿宋_GB2312", 4, 3, 1, 0x804)
    font.save(tmp_path / "随便什么名字.TTF")
    found = find_sources([tmp_path], tmp_path / "lean", {"仿宋_GB2312"})
    assert found == {"仿宋_GB2312": Source(tmp_path / "随便什么名字.TTF", 0)}


def test_a_file_that_is_no_font_is_passed_over(tmp_path):
    (tmp_path / "假.ttf").write_bytes(b"PK\x03\x04 not a font")
    (tmp_path / "空.otc").write_bytes(b"")
    assert find_sources([tmp_path], tmp_path / "lean", {"仿宋_GB2312"}) == {}


def test_our_own_output_is_never_a_source(faces):
    assert find_sources([faces], faces, {"Typeset Latin"}) == {}


def test_a_licensed_face_goes_before_the_free_one():
    fang = next(face for face in FACES if face.family == "Typeset FangSong")
    both = dict.fromkeys(("FandolFang-Regular", "仿宋_GB2312", "UMingCN"), Source(Path("x"), 0))
    assert _choose(fang, both) == "仿宋_GB2312"


def test_without_fangsong_the_text_is_set_in_ming_with_a_warning(caplog):
    fang = next(face for face in FACES if face.family == "Typeset FangSong")
    with caplog.at_level(logging.WARNING):
        assert _choose(fang, {"UMingCN": Source(Path("x"), 0)}) == "UMingCN"
    assert "没有仿宋字体" in caplog.text


def test_a_missing_face_is_named_with_what_would_serve():
    hei = next(face for face in FACES if face.family == "Typeset HeiTi")
    with pytest.raises(FaceNotFound, match="SimHei、NotoSansCJKsc-Regular"):
        _choose(hei, {})


@pytest.mark.slow
def test_faces_are_built_once_and_again_when_a_source_changes(tmp_path, faces, capsys):
    sources, lean = tmp_path / "fonts", tmp_path / "fonts" / "lean"
    shutil.copytree(faces.parent / "source", sources / "source")
    assert main([str(sources), str(lean)]) == 0
    assert "Typeset Latin: LiberationSerif" in capsys.readouterr().out
    built = (lean / "widths.json").stat().st_mtime_ns
    build(lean, sources)
    assert (lean / "widths.json").stat().st_mtime_ns == built
    renamed = TTFont(sources / "source" / "FandolFang-Regular.otf")
    renamed["name"].setName("仿宋_GB2312", 4, 3, 1, 0x804)
    renamed.save(sources / "县里买的仿宋.otf")
    assert build(lean, sources)["Typeset FangSong"] == "仿宋_GB2312"
    assert faces_in_use(lean)["Typeset FangSong"] == "仿宋_GB2312"
    assert json.loads((lean / "widths.json").read_text())["Typeset FangSong"]["others"]["2"] == 0.5
