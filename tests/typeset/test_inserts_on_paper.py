"""Tables, charts and photos among the lines: where they stand, that they stay whole, that they are told apart in grey."""

import io
import re
import subprocess

import pypdfium2
import pytest
from PIL import Image, ImageChops

from bureau.press.typeset.charts import chart_svg, chart_words
from bureau.press.typeset.charts.scale import scale_for
from bureau.press.typeset.render import chart_png, render
from bureau.press.typeset.sheets import Annex, Chart, Column, Insert, Picture, Strand, Table

from .drafts import bulletin, notice, table
from .paper import row_of, rows

pytestmark = pytest.mark.slow
DPI = 100  # below it a hair line falls on other pixels in each renderer
UNITS = ("县水利局", "县财政局", "县交通运输局", "县住建局")
BARS = Chart("bars", UNITS, (Strand("应办", (6, 5, 4, 3)), Strand("逾期", (2, 0, 3, 1), red=True)))
MONTHS = tuple(f"{month}月" for month in range(1, 13))
LINES = Chart("lines", MONTHS, (Strand("用时", (4.5, 5, None, 3, 6, 2, 1, 3, 4, 5, 6, 7)),), "个工作日")
STACK = Chart("stacked", MONTHS, (Strand("办结", tuple(range(12))), Strand("在办", (2,) * 12)))
MANY = Chart("bars", tuple(f"名称很长的第{n}个单位" for n in range(30)), (Strand("办结", tuple(range(30))),))
CHARTS = {"bars": BARS, "lines": LINES, "stacked": STACK, "many": MANY}


def photo(width=1200, height=800) -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (90, 90, 90)).save(out, "JPEG")
    return Picture(out.getvalue(), width, height)


def with_insert(content, label="图1", before="一、总体情况\n甲。", after="乙。"):
    insert = Insert(f"【{label}】", label, "各单位办理情况", content)
    return bulletin(body=f"{before}\n【{label}】\n{after}", inserts=(insert,), main_to="")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_stands_on_one_page_with_its_caption_below_it(printed, name):
    for filler in (1, 9, 13):
        before = "\n".join(f"第{number}段。" for number in range(filler))
        pdf = printed(with_insert(CHARTS[name], before=before))
        (page,) = [page for page in pdf.pages if any("图1　各单位" in row.text for row in rows(page))]
        caption = row_of(page, "图1　各单位")
        assert any("单位：" in row.text for row in rows(page) if row.baseline < caption.baseline)
        assert caption.baseline < 262.5


def test_a_table_has_its_caption_above_and_its_groups_in_lines_of_their_own(printed):
    grouped = Table(
        (Column("编号"), Column("事项")),
        tuple((str(number), "完成排查") for number in range(60)),
        (("县水利局", 20), ("县财政局", 40)),
    )
    pdf = printed(with_insert(grouped, label="表1"))
    texts = [[row.text for row in rows(page)] for page in pdf.pages]
    whole = [text for page in texts for text in page]
    assert whole.index("表1　各单位办理情况") < whole.index("县水利局（20）")
    assert "县财政局（40）" in whole
    for page in texts[1:-1]:
        assert any("编号" in text and "事项" in text for text in page)
    for page in texts:
        last = [text for text in page if not text.startswith("—")][-1]
        assert not last.startswith("县财政局（")


def test_a_photo_keeps_within_the_type_area(printed):
    for size in ((4000, 300), (300, 4000), (100, 100)):
        pdf = printed(with_insert(photo(*size), label="照片1"))
        (image,) = [image for page in pdf.pages for image in page.images]
        assert image["x0"] * 25.4 / 72 > 27.5
        assert image["x1"] * 25.4 / 72 < 184.5
        assert image["bottom"] * 25.4 / 72 < 262.5


def test_a_mark_inside_a_sentence_is_text(printed):
    pdf = printed(bulletin(body="见【图1】。", inserts=(Insert("【图1】", "图1", "甲", BARS),)))
    assert row_of(pdf.pages[0], "见【图1】。")


def test_annexes_hold_a_chart_a_photo_or_a_text_each_from_a_new_page(printed):
    annexes = (
        Annex("图", BARS),
        Annex("照片", photo()),
        Annex("说明", "一、范围\n全县。"),
        Annex("表", table(3)),
    )
    pdf = printed(bulletin(annexes=annexes))
    first = [rows(page)[0].text for page in pdf.pages]
    marks = [text for text in first if re.fullmatch(r"附件\d", text)]
    assert marks == ["附件1", "附件2", "附件3", "附件4"]


def test_a_letter_has_inserts_and_annexes_too(printed):
    letter = notice(
        body="请办理。\n【图1】",
        inserts=(Insert("【图1】", "图1", "情况", BARS),),
        annexes=(Annex("表", table(3)),),
    )
    text = "".join(row.text for page in printed(letter).pages for row in rows(page))
    assert "图1　情况" in text
    assert "附件：表" in text


def test_charts_print_in_black_grey_and_one_red():
    for chart in CHARTS.values():
        colours = {
            tuple(colour)
            for _count, colour in Image.open(io.BytesIO(chart_png(chart, FACES)))
            .convert("RGB")
            .getcolors(99999)
        }
        coloured = {colour for colour in colours if max(colour) - min(colour) > 60}
        assert all(colour[0] > colour[1] + 40 and colour[0] > colour[2] + 40 for colour in coloured)


@pytest.fixture(autouse=True)
def built(faces):
    global FACES
    FACES = faces


def test_strands_are_told_apart_without_colour():
    """Each in the same chart, once red and once not: drawn differently also in grey."""
    grey = [
        Image.open(io.BytesIO(chart_png(Chart("bars", ("甲",), strands), FACES))).convert("L")
        for strands in (
            (Strand("甲", (5,)), Strand("乙", (5,))),
            (Strand("甲", (5,)), Strand("乙", (5,), red=True)),
        )
    ]
    assert ImageChops.difference(*grey).getbbox()


def test_a_chart_says_in_words_what_it_shows():
    assert chart_words(BARS) == (
        "应办（件）：县水利局6，县财政局5，县交通运输局4，县住建局3。"
        "逾期（件）：县水利局2，县财政局0，县交通运输局3，县住建局1。"
    )
    assert "3月无" in chart_words(LINES)


def test_the_figure_in_the_file_says_it_too(faces):
    pdf = render(with_insert(BARS), faces)
    assert pypdfium2.PdfDocument(pdf).is_tagged()
    assert re.search(rb"/S ?/Figure", pdf) or b"/Figure" in decoded(pdf)
    assert "应办（件）：县水利局6".encode("utf-16-be") in decoded(pdf)


def decoded(pdf: bytes) -> bytes:
    from pypdf import PdfReader

    reader, found = PdfReader(io.BytesIO(pdf)), b""
    for number in reader.xref_objStm or reader.xref.get(0, {}):
        thing = reader.get_object(number)
        if hasattr(thing, "get") and thing.get("/S") == "/Figure":
            found += b"/Figure" + str(thing.get("/Alt", "")).encode("utf-16-be")
    return found


@pytest.mark.parametrize(
    "values, whole, top, step",
    [
        ((6,), True, 6, 2),
        ((0, 0), True, 1, 1),
        ((97,), True, 100, 20),
        ((0.4,), False, 0.4, 0.1),
        ((), True, 1, 1),
    ],
)
def test_the_axis_ends_at_a_round_number(values, whole, top, step):
    scale = scale_for(values, 100, whole)
    assert (round(scale.top, 6), round(scale.step, 6)) == (top, step)


@pytest.mark.parametrize("strand", [(1, 2), (1, 2, 3, 4, 5)])
def test_a_strand_that_does_not_fit_its_labels_is_refused(strand):
    with pytest.raises(ValueError, match="应为3个"):
        Chart("bars", ("甲", "乙", "丙"), (Strand("办结", strand),))


def test_nothing_in_a_drawing_refers_to_anything_outside():
    drawn = chart_svg(Chart("bars", ("<image href='x'/>",), (Strand("</svg>", (1,)),)), 400)
    assert drawn.count("<svg") == drawn.count("</svg>") == 1
    assert "href" not in drawn.replace("&lt;image href=&#x27;x&#x27;/&gt;", "")


@pytest.mark.parametrize("name", CHARTS)
def test_three_renderers_draw_the_same_pages(faces, tmp_path, name):
    file = tmp_path / "page.pdf"
    file.write_bytes(render(with_insert(CHARTS[name]), faces))
    pdfium = pypdfium2.PdfDocument(file)
    for number in range(1, len(pdfium) + 1):
        drawn = [
            poppler(file, number, tmp_path),
            mupdf(file, number, tmp_path),
            pdfium[number - 1].render(scale=DPI / 72, grayscale=True).to_pil().convert("L"),
        ]
        coarse = [image.resize((40, 56), Image.Resampling.BOX) for image in drawn]
        for other in coarse[1:]:
            assert ImageChops.difference(coarse[0], other).getextrema()[1] < 30
        assert all(image.getextrema()[0] < 245 for image in coarse)


def poppler(file, number, folder):
    place = ["-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-gray", "-png", *place, str(file), str(folder / "p")], check=True
    )
    return Image.open(folder / "p.png").convert("L")


def mupdf(file, number, folder):
    out = str(folder / "m.png")
    subprocess.run(
        ["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-o", out, str(file), str(number)], check=True
    )
    return Image.open(out).convert("L")


def test_a_legend_takes_as_many_rows_as_its_names_need():
    from bureau.press.typeset.charts.legend import legend

    few = Chart("bars", ("甲",), (Strand("办结", (1,)),))
    many = Chart("bars", ("甲",), tuple(Strand("名称很长的一项数据", (1,)) for _ in range(6)))
    assert legend(many, 440).height > legend(few, 440).height
    assert legend(many, 440).drawn.count("名称很长的一项数据") == 6


def test_of_labels_too_many_for_the_width_only_some_are_written():
    months = tuple(f"2025年{month}月" for month in range(24))
    drawn = chart_svg(Chart("lines", months, (Strand("办结", tuple(range(24))),)), 440)
    assert 4 <= drawn.count(">2025<") <= 12
