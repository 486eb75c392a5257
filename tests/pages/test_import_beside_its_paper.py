"""The paper beside what was read of it: nothing is lost in silence, and whatever is done can be taken back."""

import re

import pytest

from directives import rows
from directives.models import Directive, Intake, Source
from tests.house.papers import minutes, task_table
from tests.pages.posting import form_of
from tests.pages.test_import_preview import officer, send, titles, upload

__all__ = ["officer"]
pytestmark = pytest.mark.django_db
LOST = "要抓紧完善公示制度。"
PAPER = (
    "桃溪县人民政府常务会议纪要",
    "2026年11月6日",
    "一、关于农村供水",
    "会议指出，供水事关民生。",
    "由县水利局牵头，11月底前建成供水管网；县财政局要落实资金。",
    LOST,
)


@pytest.fixture
def intake(officer):
    upload(officer, minutes(*PAPER))
    return Intake.objects.get()


def place_of(words: str) -> str:
    """Where a passage stands: line and part."""
    lines = Intake.objects.get().passages
    found = (
        (line, part)
        for line, one in enumerate(lines)
        for part, said in enumerate(one["parts"])
        if words in said["words"]
    )
    line, part = next(found)
    return f"{line}-{part}"


def fate_of(words: str) -> tuple[str, str]:
    line, part = map(int, place_of(words).split("-"))
    found = Intake.objects.get().passages[line]["parts"][part]
    return found["fate"], found["reason"]


def test_the_whole_paper_stands_beside_its_items(officer, intake):
    shown = officer.get(f"/directives/import/{intake.pk}/").content.decode()
    for words in PAPER:
        for sentence in filter(None, re.split("(?<=[。；])", words)):
            assert sentence in shown
    assert fate_of("建成供水管网")[0] == "item"
    assert fate_of("供水事关民生") == ("background", "听取汇报、传达学习等")
    assert fate_of(LOST) == ("unread", "没有读出由谁办")
    assert "没读懂 1 处" in shown


def test_a_passage_that_was_not_understood_becomes_an_item_in_two_clicks(officer, intake):
    chosen = send(officer, f"choose-{place_of(LOST)}")
    assert "选中的一段" in chosen.content.decode()
    send(officer, f"item-{place_of(LOST)}")
    assert titles()[2] == LOST
    assert fate_of(LOST)[0] == "item"
    send(officer, "undo")
    assert len(titles()) == 2
    assert fate_of(LOST)[0] == "unread"


def test_what_a_picked_passage_says_fills_the_fields(officer):
    upload(officer, minutes("关于有关情况的报告", "2026年11月6日", "县水利局在11月底前，要完成排查。"))
    send(officer, f"item-{place_of('完成排查')}")
    row = Intake.objects.get().rows[0]
    assert (row["lead"], row["due"]) == ("县水利局", "2026-11-30")


def test_a_passage_is_appended_to_an_item_or_left_out(officer, intake):
    send(officer, f"append-{place_of(LOST)}", **{"append-to": "2"})
    assert titles()[1].endswith(LOST)
    send(officer, "undo")
    send(officer, f"leave-{place_of(LOST)}")
    assert fate_of(LOST) == ("background", "核对时认定不是事项")


def test_a_passage_is_appended_to_no_item_that_is_not_there(officer, intake):
    for number in ("", "0", "9", "二", "9" * 5000):
        assert send(officer, f"append-{place_of(LOST)}", **{"append-to": number}).status_code == 409
    assert titles()[1] == "县财政局要落实资金。"


def test_what_was_read_of_a_dropped_row_is_no_item_any_more_until_it_is_taken_back(officer, intake):
    send(officer, "drop-1")
    assert fate_of("落实资金") == ("background", "核对时认定不是事项")
    send(officer, "undo")
    assert fate_of("落实资金")[0] == "item"
    assert len(titles()) == 2


@pytest.mark.parametrize("do", ["merge-1", "split-0", "drop-0", "add-0", "first", "up-1", "down-0"])
def test_every_mend_can_be_taken_back(officer, intake, do):
    before = Intake.objects.get()
    send(officer, do, **{"0-cut": "3", "1-cut": "3"})
    assert Intake.objects.get().rows != before.rows
    send(officer, "undo")
    after = Intake.objects.get()
    assert (after.rows, after.passages) == (before.rows, before.passages)


def test_typing_can_be_taken_back(officer, intake):
    before = titles()
    send(officer, "save", **{"0-title": "改过的"})
    send(officer, "undo")
    assert titles() == before
    assert "没有可以撤销的" in send(officer, "undo").content.decode()


def test_a_text_is_split_and_moved_where_the_cursor_stood(officer, intake):
    send(officer, "split-0", **{"0-title": "甲事乙事", "0-cut": "2"})
    assert titles()[:2] == ["甲事", "乙事"]
    send(officer, "up-1", **{"1-title": "尾巴乙事", "1-cut": "2"})
    assert titles()[:2] == ["甲事尾巴", "乙事"]
    send(officer, "down-0", **{"0-cut": "2"})
    assert titles()[:2] == ["甲事", "尾巴乙事"]


def test_enter_in_any_field_saves_and_does_nothing_else(officer, intake):
    shown = officer.get(f"/directives/import/{intake.pk}/").content.decode()
    form = shown[shown.index("data-import") :]
    assert re.search(r'<button[^>]*value="([^"]+)"', form)[1] == "save"


def test_a_suggestion_is_one_click(officer):
    upload(officer, minutes("纪要", "2026年11月6日", "由县水里局负责，11月底前完成排查。"))
    assert Intake.objects.get().rows[0]["lead"] == "县水里局"
    shown = officer.get(f"/directives/import/{Intake.objects.get().pk}/").content.decode()
    assert 'value="take-0-lead-县水利局"' in shown
    send(officer, "take-0-lead-县水利局")
    assert Intake.objects.get().rows[0]["lead"] == "县水利局"
    send(officer, "take-0-lead-没有的局")
    assert Intake.objects.get().rows[0]["lead"] == "县水利局"


def test_a_tick_is_offered_only_where_it_settles_something(officer, intake):
    shown = send(officer, "save", **{"0-lead": "县水里局"}).content.decode()
    assert "已核对，读出的没有错" not in shown


def test_the_leads_of_several_rows_are_changed_at_once(officer, intake):
    send(officer, "leads", **{"0-tick": "on", "1-tick": "on", "all-lead": "县住建局"})
    assert [row["lead"] for row in Intake.objects.get().rows] == ["县住建局"] * 2
    send(officer, "undo")
    assert [row["lead"] for row in Intake.objects.get().rows] == ["县水利局", "县财政局"]
    assert send(officer, "leads", **{"all-lead": "县住建局"}).status_code == 409


def test_a_second_window_loses_nothing_of_what_was_typed(officer, intake):
    url = f"/directives/import/{intake.pk}/"
    old = form_of(officer.get(url))
    send(officer, "drop-0")
    answer = officer.post(url, old | {"0-title": "写给去掉的项", "1-title": "第二个窗口写的", "do": "save"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "第二个窗口写的" in shown
    assert "写给去掉的项" in shown
    assert titles() == ["县财政局要落实资金。"]
    officer.post(url, form_of(answer) | {"do": "save"})
    assert titles() == ["第二个窗口写的"]


def test_a_paper_of_which_nothing_is_read_is_registered_by_hand_beside_its_text(officer):
    shown = upload(officer, minutes("关于有关情况的说明", "2026年11月6日", "有关事项正在办理。"))
    assert "没有读出事项" in shown.content.decode()
    send(officer, f"item-{place_of('有关事项')}")
    send(
        officer,
        "commit",
        **{"0-lead": "县水利局", "0-due": "2027-01-31", "head-title": "说明", "head-kind": "other"},
    )
    assert Directive.objects.get().lead.unit.short == "县水利局"
    assert Source.objects.get().sha256


def test_many_items_are_shown_in_pages_and_each_page_saves_its_own(officer):
    upload(
        officer,
        task_table(*([n, f"完成任务{n}", "县水利局", "", "12月底前"] for n in range(1, 131))),
        name="表.xlsx",
    )
    intake = Intake.objects.get()
    url = f"/directives/import/{intake.pk}/?page=3"
    page = officer.get(url)
    form = form_of(page)
    assert {name.split("-")[0] for name in form if name.endswith("-title")} - {"head"} == {
        str(n) for n in range(120, 130)
    }
    assert "完成任务125" in page.content.decode()
    assert "完成任务25" not in page.content.decode()
    officer.post(url, form | {"121-title": "改了第122项", "do": "save"})
    assert titles()[121] == "改了第122项"
    assert titles()[0] == "完成任务1"


def test_what_a_form_does_not_hold_stays_as_it_was(officer, intake):
    url = f"/directives/import/{intake.pk}/"
    form = {name: value for name, value in form_of(officer.get(url)).items() if not name.startswith("1-")}
    officer.post(url, form | {"0-title": "只发了第一项", "do": "save"})
    assert titles() == ["只发了第一项", "县财政局要落实资金。"]
    assert set(rows.FIELDS) <= set(Intake.objects.get().rows[1])
