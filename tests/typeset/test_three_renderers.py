"""Every page in poppler, MuPDF and pdfium: as much ink, in the same places, and no glyph that one of them leaves out."""

import subprocess
from functools import cache

import pypdfium2
import pytest
from PIL import Image, ImageStat

from bureau.press.typeset.render import render
from bureau.press.typeset.sheets import Annex, Chart, Insert, Strand

from .drafts import BODY, OPENING, annexed, bulletin, ledger, notice, special, table

pytestmark = pytest.mark.slow
DPI = 100
MIXED = "Latin, e-mail 0123456789〔2026〕“引号”‘单’——破折……省略·×÷±℃‰①⑩Ⅳ㎡（（）），。；：？！《》"
RARE = "镕喆堃昇珺旸翀玥㛃䶮\U00020bb7"
CHART = Chart("stacked", ("甲", "乙"), (Strand("办结", (3, 4)), Strand("逾期", (1, 2), red=True)))
SHEETS = {
    "1": bulletin(body=OPENING[:60], send_to="", issue_to="", main_to=""),
    "2": bulletin(body=f"{MIXED}\n{BODY.split('三、', 1)[0]}"),
    "10": bulletin(
        body="\n".join([MIXED, RARE, BODY] * 6) + "\n【图1】",
        inserts=(Insert("【图1】", "图1", "情况", CHART),),
        annexes=(Annex("表", table(20)),),
    ),
    "special": special(),
    "letter": notice(body="\n".join([OPENING] * 5)),
    "ledger": ledger(40),
    "annexed": annexed(12),
}


@pytest.fixture(scope="module", params=SHEETS)
def drawn(request, faces, tmp_path_factory):
    """The pages by each renderer, grey."""
    folder = tmp_path_factory.mktemp("drawn")
    return draw(render(SHEETS[request.param], faces), folder)


def draw(pdf: bytes, folder) -> list[tuple[Image.Image, ...]]:
    file = folder / "pages.pdf"
    file.write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", f"{DPI}", "-gray", "-png", file, folder / "poppler"], check=True)
    out = ["-o", folder / "mupdf-%03d.png"]
    subprocess.run(["mutool", "draw", "-q", "-r", f"{DPI}", "-c", "gray", *out, file], check=True)
    pages = [
        page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        for page in pypdfium2.PdfDocument(file)
    ]
    others = [
        [Image.open(path).convert("L").resize(pages[0].size) for path in sorted(folder.glob(f"{name}-*.png"))]
        for name in ("poppler", "mupdf")
    ]
    return list(zip(*others, pages, strict=True))


def ink(image: Image.Image) -> float:
    """How much of the paper is black."""
    return 1 - ImageStat.Stat(image).mean[0] / 255


def places(image: Image.Image) -> list[float]:
    """Ink around each place of the page: 28 across, half a line high; each place reaches into its neighbours, so that what
    is drawn a pixel further weighs as much."""
    return [1 - grey / 255 for grey in image.resize((28, 58), Image.Resampling.BILINEAR).tobytes()]


def test_every_page_bears_as_much_ink_in_each(drawn):
    for page in drawn:
        amounts = [ink(image) for image in page]
        assert min(amounts) > 0.001
        assert max(amounts) < 1.25 * min(amounts)  # hairlines are drawn thicker by some


def test_nothing_is_blank_in_one_and_set_in_another(drawn):
    for page in drawn:
        for amounts in zip(*map(places, page), strict=True):
            assert min(amounts) > 0.5 * max(amounts) - 0.01


@pytest.fixture(scope="module")
def alone(faces, tmp_path_factory):
    """The title line with one character in it, or with none, by each renderer."""

    @cache
    def titled(char: str):
        sheet = bulletin(title=f"甲{char}乙", body="丙", send_to="", issue_to="")
        return draw(render(sheet, faces), tmp_path_factory.mktemp("alone"))[0]

    return titled


@pytest.mark.parametrize("char", f"{RARE}“”—…〔·×①㎡Ⅳ8")
def test_no_rare_character_is_blank_in_any(alone, char):
    for without, with_it in zip(alone(""), alone(char), strict=True):
        assert (
            ink(with_it) * with_it.width * with_it.height > ink(without) * without.width * without.height + 2
        )
