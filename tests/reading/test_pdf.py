"""Tables of a PDF: their rules say what stands in which cell, and a page on which they end does not end them."""

from io import BytesIO

import pytest
from weasyprint import HTML

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.texts import pages_of

from .papers import reading

STYLE = "@page { size: 260mm 120mm; margin: 10mm } table { border-collapse: collapse; width: 100% } td { border: 1px solid }"
HEADER = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")


def pdf(body: str, name: str = "清单.pdf") -> BytesIO:
    stream = BytesIO(HTML(string=f"<style>{STYLE}</style>{body}").write_pdf())
    stream.name = name
    return stream


def row(*cells: str) -> str:
    return f"<tr>{''.join(one if one.startswith('<td') else f'<td>{one}</td>' for one in cells)}</tr>"


def table(*rows: str) -> str:
    return f"<table>{''.join(rows)}</table>"


def told(stream):
    return [
        (item.text, item.lead, list(item.co), item.due and item.due.isoformat())
        for item in reading(stream).items
    ]


def test_a_ruled_table_is_read_with_what_stands_around_it():
    body = table(
        row(*HEADER),
        row("1", "完成水库除险加固", "县水利局", "县财政局<br>县发改局", "2026年12月10日"),
        row("2", "建成安置房", "县住建局", "/", "2026年11月底"),
    )
    stream = pdf(
        f"<p>桃溪县重点任务清单</p>{body}<p>县审计局要对上述资金开展专项审计，12月20日前报告县政府。</p>"
    )
    assert told(stream) == [
        ("完成水库除险加固", "县水利局", ["县财政局", "县发改局"], "2026-12-10"),
        ("建成安置房", "县住建局", [], "2026-11-30"),
        ("县审计局要对上述资金开展专项审计，12月20日前报告县政府。", "县审计局", [], "2026-12-20"),
    ]


def test_a_merged_cell_stands_over_all_its_rows():
    body = table(
        row(*HEADER),
        row("1", "修建农村公路", '<td rowspan="2">县交通运输局</td>', "县财政局", "2026年10月底"),
        row("2", "改造危桥", "县水利局", "2026年9月底"),
    )
    assert [(text, lead) for text, lead, *_ in told(pdf(body))] == [
        ("修建农村公路", "县交通运输局"),
        ("改造危桥", "县交通运输局"),
    ]


def test_a_table_goes_on_over_a_page():
    rows = [
        row(str(n), f"完成第{n}个村的道路硬化", "县交通运输局", "/", "2026年12月底") for n in range(1, 31)
    ]
    stream = pdf(f"<p>桃溪县道路清单</p>{table(row(*HEADER), *rows)}")
    assert sum(isinstance(one, Grid) for one in pages_of(stream)) > 1
    assert [text for text, *_ in told(stream)] == [f"完成第{n}个村的道路硬化" for n in range(1, 31)]


def test_a_broken_line_in_a_cell_is_whole_and_its_words_are_kept():
    task = "全面完成城区十二处易涝点的雨污分流改造并建立汛期值守和预警响应机制"
    body = table(row(*HEADER), row("1", task, "县住建局", "/", "2026年12月底"))
    narrow = f"<style>td {{ max-width: 30mm; word-break: break-all }}</style>{body}"
    assert [text for text, *_ in told(pdf(narrow))] == [task]


def test_what_is_too_long_is_refused_and_not_cut():
    with pytest.raises(Refused, match="太长"):
        reading(pdf('<p style="break-after: page">一页</p>' * 302))


def test_what_stands_beside_a_table_is_not_lost():
    beside = '<div style="float: right; width: 60mm">县审计局要开展专项审计，12月20日前报告。</div>'
    body = f'<div style="width: 90mm; float: left">{table(row("重点任务", "牵头单位"), row("修路", "县住建局"))}</div>'
    found = str(pages_of(pdf(body + beside)))
    assert "专项审计" in found.replace("\n", "")
    assert found.count("县住建局") == 1


@pytest.mark.parametrize(("lines", "tables"), [(100, 1), (6_000, 0)])
def test_a_drawing_of_thousands_of_lines_is_not_searched_for_tables(lines, tables):
    strokes = "".join(f'<path d="M{n % 90} 0l3 {n % 7}" stroke="black"/>' for n in range(lines))
    stream = pdf(
        f'{table(row("重点任务", "牵头单位"), row("修路", "县住建局"))}<svg width="90" height="9">{strokes}</svg>'
    )
    found = pages_of(stream)
    assert sum(isinstance(one, Grid) for one in found) == tables
    assert "修路" in str(found)
