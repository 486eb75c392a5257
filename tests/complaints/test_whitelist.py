"""What the handling unit reads: 编号, 摘要, 事由, 地点, 时间, 诉求, 时限, and not a word more, by whatever way."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

import complaints.actions as complaining
from complaints.facts import facts
from complaints.prints.letters import transfer
from tests.complaints.playing import anew, call
from tests.county import CALLER

HIDDEN = {
    "facts": "事实甲乙丙丁",
    "respondent_words": "所长戊己",
    "told_before": "信访局庚辛",
}
SUMMARY, PLACE, HAPPENED, DEMAND = "摘要子丑寅卯", "地点辰巳午未", "时间申酉戌亥", "诉求金木水火"
SHOWN = (SUMMARY, PLACE, HAPPENED, DEMAND)
UNITS = ["water_liaison", "water_head", "roads_liaison"]


@pytest.fixture
def record(county):
    told = county.told(place=PLACE, happened=HAPPENED, demand=DEMAND, **HIDDEN)
    made = complaining.register(county.clerk, call(channel="hotline", order_number="GD7"), told, CALLER)
    complaining.accept(county.clerk, made, "transfer", "normal")
    complaining.dispatch(county.clerk, anew(made), county.water, SUMMARY, "normal", co=[county.roads])
    return anew(made)


def secrets(county) -> tuple:
    return (*HIDDEN.values(), county.horse.short, "12345转来", "GD7", CALLER.name, CALLER.phone)


@pytest.mark.parametrize("name", UNITS)
def test_on_its_page_it_reads_these_and_no_more(county, enter, record, name):
    labels = {one["label"] for one in facts(record, county.cast[name])}
    assert labels == {"转办摘要", "投诉事由", "发生地点", "发生时间", "诉求", "办理时限"}
    page = enter(county.cast[name]).get(record.get_absolute_url()).content.decode()
    assert [words for words in SHOWN if words not in page] == []
    assert [words for words in secrets(county) if words in page] == []


def test_the_bureau_and_the_leader_read_all_of_it(county, enter, record):
    for person in (county.clerk, county.director, county.magistrate):
        page = enter(person).get(record.get_absolute_url()).content.decode()
        assert [words for words in HIDDEN.values() if words not in page] == []
        assert CALLER.name not in page


@pytest.mark.parametrize("name", UNITS)
def test_in_its_list_and_its_excel_stands_nothing_else(county, enter, record, name):
    browser = enter(county.cast[name])
    lists = [
        browser.get(f"/complaints/{query}").content.decode()
        for query in ("", "?show=board", "?show=calendar")
    ]
    answer = browser.get("/complaints/?export=xlsx")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    sheet = load_workbook(BytesIO(content)).active
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    [cells] = [row for row in rows if record.matter.number in row]
    head = rows[rows.index(cells) - 1]
    read = {label for label, cell in zip(head, cells, strict=True) if cell not in (None, "")}
    assert read <= {
        "编号",
        "投诉事项",
        "事由",
        "地点",
        "办理方式",
        "承办单位",
        "协办单位",
        "办理时限",
        "状态",
        "亮灯",
    }
    assert [words for words in secrets(county) if words in str(rows)] == []
    said = set(secrets(county)) - {county.horse.short}  # which the form proposes among all units
    assert [words for words in said if words in "".join(lists)] == []


def test_it_asks_by_nothing_that_it_does_not_read(county, enter, record):
    unit, clerk = enter(county.water_liaison), enter(county.clerk)
    asked = ("channel=call", "respondent=财政局", "identity_mode=anonymous", "satisfaction=satisfied")
    for query in (*asked, "finding=true", f"received_min={date.max}", "at=别处", "accused=县财政局"):
        found = [len(browser.get(f"/complaints/?{query}").context["table"].rows) for browser in (unit, clerk)]
        assert found == [1, 0], query


@pytest.mark.parametrize("words", [HIDDEN["facts"], HIDDEN["respondent_words"]])
def test_it_finds_nothing_by_words_that_it_was_not_given(county, enter, record, words):
    for url in (f"/complaints/?q={words}", f"/search/?q={words}"):
        found = {
            name: len(enter(county.cast[name]).get(url).context["table"].rows) for name in (*UNITS, "clerk")
        }
        assert found == {"water_liaison": 0, "water_head": 0, "roads_liaison": 0, "clerk": 1}


def test_it_finds_it_by_what_was_written_for_it(county, enter, record):
    assert len(enter(county.water_liaison).get(f"/complaints/?q={SUMMARY}").context["table"].rows) == 1


@pytest.mark.parametrize("name", ["form", "accepted", "answer", "call_back"])
def test_it_prints_its_slip_and_no_other_paper(county, enter, record, name):
    browser = enter(county.water_liaison)
    assert browser.get(f"/complaints/{record.pk}/paper/{name}/").status_code == 404


def test_on_the_slip_stands_what_was_written_for_it_and_that_it_keeps_quiet(county, record):
    said = f"{transfer(record)}"
    assert [words for words in SHOWN if words not in said] == []
    assert [words for words in secrets(county) if words in said] == []
    assert "不得向被反映的单位和人员透露反映人信息" in said


def test_before_it_is_given_out_no_unit_sees_it(county, enter):
    record = county.complaint("accepted")
    for name in (*UNITS, "horse_liaison", "stranger"):
        assert enter(county.cast[name]).get(record.get_absolute_url()).status_code == 404


def test_what_came_of_it_it_reads_but_not_the_answer(county, enter):
    record = county.complaint("closed")
    page = enter(county.water_liaison).get(record.get_absolute_url()).content.decode()
    assert "审核认定：属实" in page
    for words in ("经查属实，已经拆除。", "满意", "桃督优复"):
        assert words not in page
