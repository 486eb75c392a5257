"""A character that no face has: a record is printed and says which one it was, an official paper says where it stands."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.press.typeset.glyphs import refuse_missing, with_placeholders
from bureau.press.typeset.metrics import MissingGlyph
from bureau.press.typeset.places import placed
from bureau.press.typeset.sheets import Annex, Report, Section, Table, Volume

from .drafts import COLUMNS, annexed, bulletin, ledger, notice
from .test_hostile_text import flat
from .test_payloads import everywhere, letter

SMILE = "\U0001f600"


def with_smile(sheet):
    """The ledger with one of its rows' cells smiling."""
    number, task, *rest = sheet.table.rows[1]
    rows = (sheet.table.rows[0], (number, f"{task}{SMILE}", *rest), *sheet.table.rows[2:])
    return replace(sheet, table=Table(sheet.table.columns, rows))


def refusal(sheet, metrics) -> str:
    with pytest.raises(MissingGlyph) as refused:
        refuse_missing(sheet, metrics)
    return str(refused.value)


def test_a_ledger_with_one_emoji_is_printed_whole_and_says_which_it_was(printed):
    text = flat(printed(with_smile(ledger(3))))
    assert text.count("〔U+1F600〕") == 1
    assert text.count("正在按月调度。") == 3


def test_a_report_and_a_bound_volume_say_it_too(printed):
    day = date(2026, 3, 5)
    report = Report(
        "批示件办理情况", day, (Section("一、批示", f"“很好{SMILE}”", with_smile(ledger(2)).table),)
    )
    assert flat(printed(report)).count("〔U+1F600〕") == 2
    assert flat(printed(Volume("档案", day, (with_smile(ledger(2)), report)))).count("〔U+1F600〕") == 3


def test_a_record_whose_characters_are_all_there_stays_itself(metrics):
    sheet = ledger(3)
    assert with_placeholders(sheet, metrics) is sheet


def test_a_bulletin_says_in_which_paragraph_it_stands(metrics):
    said = refusal(bulletin(title=f"通报{SMILE}", body=f"第一句。\n\n一、总体情况\n办结{SMILE}件。"), metrics)
    assert "「\U0001f600」（U+1F600），见标题、正文第3段。" in said


def test_a_bulletin_says_in_whose_row_and_column_of_its_annex_it_stands(metrics):
    row = ("2", "完成水库排查", "县水利局", "2026年4月20日", f"已完成{SMILE}。")
    sheet = bulletin(
        annexes=(Annex("落实情况表", Table(COLUMNS, (annexed(1).annexes[0].content.rows[0], row))),)
    )
    assert "见附件“落实情况表”第2行（完成水库排查）“进展情况”。" in refusal(sheet, metrics)


def test_a_letter_says_in_which_of_its_fields_it_stands(metrics):
    sheet = notice(fields=(("事项编号", "桃督〔2026〕1号"), ("办理要求", f"每月报一次\n不得迟报{SMILE}")))
    assert "见“办理要求”第2段。" in refusal(sheet, metrics)


def test_of_many_places_the_first_are_named_and_how_many_there_are(metrics):
    said = refusal(bulletin(body="\n".join(f"第{number}句{SMILE}" for number in range(9))), metrics)
    assert "见正文第1段、正文第2段、正文第3段等9处。" in said


@pytest.mark.parametrize("sheet", [everywhere, letter])
def test_no_text_of_an_official_paper_is_nowhere(sheet):
    found = [place for place, text in placed(sheet("督查")) if text == "督查"]
    assert "" not in found
