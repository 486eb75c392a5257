"""督查通知单 in letter layout and 台账 on landscape pages, measured on paper."""

from datetime import date

import pytest

from bureau.matters.printed import heads
from bureau.matters.rooms import room_of
from bureau.press.typeset.sheets import Ledger, Table

from .drafts import ledger, notice
from .paper import body_rows, red_rules, row_of, rows

pytestmark = pytest.mark.slow


def test_the_organ_s_name_begins_30_mm_from_the_top(printed):
    row = row_of(printed(notice()).pages[0], "桃溪县委")
    top = row.baseline - 0.88 * row.size * 25.4 / 72
    assert top == pytest.approx(30, abs=0.5)
    assert row.fonts == {"Typeset-XiaoBiaoSong"}


def test_red_double_lines_of_170_mm_frame_the_first_page(printed):
    thick, thin, lower_thin, lower_thick = red_rules(printed(notice()).pages[0])
    for left, right, _ in (thick, thin, lower_thin, lower_thick):
        assert (left, right) == (pytest.approx(20, abs=0.3), pytest.approx(190, abs=0.3))
    assert lower_thick[2] + 0.53 == pytest.approx(277, abs=0.3)


def test_the_upper_double_line_lies_4_mm_below_the_name(printed):
    for organ in ("督查局", "中共桃溪县委桃溪县人民政府督查局办公室"):
        page = printed(notice(organ=organ)).pages[0]
        name = rows(page)[0]
        below = name.baseline + 0.12 * name.size * 25.4 / 72
        assert red_rules(page)[0][2] - below == pytest.approx(4, abs=0.5)


def test_the_number_stands_flush_right_below_the_line(printed):
    row = row_of(printed(notice()).pages[0], "桃督通")
    assert row.right == pytest.approx(184, abs=0.5)


def test_page_one_bears_no_number_and_later_pages_do(printed):
    pages = printed(notice(body="\n".join(["请抓紧办理。"] * 40))).pages
    numbers = [[row.text for row in rows(page) if row.text.startswith("—")] for page in pages]
    assert numbers == [[], ["— 2 —"], ["— 3 —"]][: len(pages)]
    assert len(pages) > 1


def test_the_date_ends_four_characters_in_and_the_organ_is_centred_above_it(printed):
    for organ in ("督查局", "桃溪县委桃溪县人民政府督查局"):
        page = printed(notice(signed_by=organ)).pages[-1]
        signature, day = [row for row in body_rows(page) if row.text in (organ, "2026年3月5日")][-2:]
        assert day.right == pytest.approx(184 - 4 * 5.57, abs=0.5)
        assert (signature.left + signature.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.5)


def test_the_signature_is_never_alone_on_a_page(printed):
    for length in range(1, 12):
        last = printed(notice(body="\n".join(["请抓紧办理。"] * length), fields=(), note="")).pages[-1]
        assert "请抓紧办理" in last.extract_text()


def test_fields_stand_in_a_table_inside_the_type_area(printed):
    page = printed(notice()).pages[0]
    assert page.extract_tables()[0] == [
        ["事项来源", "县人民政府常务会议纪要〔2026〕5号"],
        ["办理时限", "2026年4月20日"],
    ]
    assert row_of(page, "事项来源").fonts >= {"Typeset-HeiTi"}


def test_a_ledger_is_landscape_repeats_its_head_and_counts_its_pages(printed):
    pages = printed(ledger(60)).pages
    assert all(page.width > page.height for page in pages)
    assert all(page.extract_tables()[0][0][0] == "序号" for page in pages)
    assert [
        f"第{n}页共{len(pages)}页" in page.extract_text().replace(" ", "").replace("\u3000", "")
        for n, page in enumerate(pages, 1)
    ] == [True] * len(pages)


def test_a_ledger_loses_no_row(printed):
    tables = [page.extract_tables()[0] for page in printed(ledger(60)).pages]
    assert [row[0] for table in tables for row in table[1:]] == [str(number) for number in range(1, 61)]


# Rows as they are in an office's year: nothing is short.
REALISTIC = {
    "directives": (
        *("桃督〔2026〕144号", "完成全县小型水库隐患排查，建立问题清单", "县人民政府常务会议纪要〔2026〕5号"),
        *("县生态环境分局", "县财政局、县住建局、马石镇", "2026-11-20", "办理中", "逾期"),
        *("133座", "107座", "80.5%"),
        "133座水库已排查107座，累计建账142处",
    ),
    "instructions": (
        *("桃督批〔2026〕134号", "分管住建副县长", "2026-\n11-09"),
        "《关于污水管网雨污混接导致城南渠黑臭的来信》桃信办〔2026〕203号",
        "请县住建局限期把混接点改完，城南渠不能再黑下去，十日内报我",
        *("县住建局", "县生态环境分局、城关镇", "2026-\n11-23", "查出混接点23处，改造5处，渠内清淤420立方米"),
        *("2026-\n11-26", "办理中"),
    ),
}


@pytest.mark.parametrize("kind", REALISTIC)
def test_a_page_holds_a_dozen_rows_and_cuts_no_word(printed, kind):
    room = room_of(kind)
    row = REALISTIC[kind]
    table = Table(
        heads(room.layout, dict(room.ledger.table_class.ledger_columns())),
        tuple((str(number), *row) for number in range(1, 61)),
    )
    pages = printed(Ledger("台账", table, date(2026, 11, 30))).pages
    counts = [len(page.extract_tables()[0]) - 1 for page in pages]
    assert min(counts[1:-2]) >= 12
    assert counts[-2] >= 11  # its last row went along with one that would have stood alone
    assert ["".join(cell.split()) for cell in pages[0].extract_tables()[0][1][1:]] == [
        "".join(cell.split()) for cell in row
    ]
