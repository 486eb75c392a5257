"""One more room, with nothing written for it outside its own folder but the post that works at its desk and its addresses: it
has what every room has."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from bureau.matters import rooms
from bureau.matters.counting.grouping import BY
from bureau.matters.deadlines import dues
from bureau.matters.flow import Flow, Move, Step
from bureau.matters.models import Duty, Matter
from bureau.matters.parts import assignments
from bureau.matters.policy import Yes
from bureau.notices.ladder import Ladder
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org import limited, posts
from bureau.org.models import Limit, Portfolio
from bureau.org.posts import Post
from bureau.urging import actions as urging
from bureau.urging.proposals import proposed
from reports import actions as bulletins
from reports.actions import Given
from tests.notices.conftest import armed, friday
from tests.reimport.excel import Excel
from tests.reports.specials import issue

__all__ = ["armed", "friday"]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.toys.addresses")]
BANK, NEXT_FRIDAY = "清理桃溪河漂浮物", date(2026, 11, 27)


@pytest.fixture
def walks(armed, monkeypatch):
    """The room stands, on a plain Friday; its verbs."""
    monkeypatch.setitem(posts.DESKS, "toys", {Post.OFFICER, Post.DIRECTOR})
    from tests.toys import actions
    from tests.toys.dues import SOUND
    from tests.toys.models import Walk
    from tests.toys.room import ROOM

    dues.DUES[str(SOUND)] = (
        SOUND  # its first import did so, too: it is taken out again below, whichever it was
    )
    limited.STEPS[str(SOUND)] = limited.Limited(str(SOUND), SOUND.label, SOUND.limits)
    Limit.objects.get_or_create(step=SOUND, urgency="", defaults={"amount": 2, "unit": "workdays"})
    Portfolio.objects.filter(all_units=True).update(functions=["toys"])
    with connection.schema_editor() as schema:
        schema.create_model(Walk)
    with rooms.standing(ROOM):
        yield actions
    del dues.DUES[str(SOUND)], limited.STEPS[str(SOUND)]


@pytest.fixture
def walk(walks, county):
    """Registered for 水利局, and sent out."""
    made = walks.register(county.officer, BANK, county.water)
    walks.send(county.officer, made, NEXT_FRIDAY)
    return made


def test_its_desk_finds_it_in_the_navigation_and_on_the_desk(walks, county, enter):
    walks.register(county.officer, BANK, county.water)
    page = enter(county.officer).get(reverse("desk:home"))
    nav = [place["label"] for place in page.context["nav"]]
    assert {"巡河", "待派的河"} <= set(nav)
    board = next(one for one in page.context["boards"] if one["room"] == "巡河")
    assert {tile["label"]: tile["count"] for tile in board["tiles"]}["待派河"] == "1"
    assert "待派的河" not in enter(county.water_liaison).get(reverse("desk:home")).content.decode()


def test_it_has_a_ledger_on_the_screen_in_excel_and_on_paper(walk, county, enter):
    browser = enter(county.officer)
    assert BANK in browser.get(reverse("toys:list"), {"light": "green"}).content.decode()
    sheet = load_workbook(BytesIO(browser.get(reverse("toys:list"), {"export": "xlsx"}).getvalue())).active
    assert [cell.value for cell in sheet[2]][1:3] == [BANK, "县水利局"]
    assert browser.get(reverse("matters:ledger", args=["toys"])).content.startswith(b"%PDF")


def test_its_ledger_is_a_board_and_a_calendar_as_well(walk, county, enter):
    browser = enter(county.officer)
    for shape in ("board", "calendar"):
        assert BANK in browser.get(reverse("toys:list"), {"show": shape}).content.decode()


def test_everything_that_is_owed_has_its_limit_and_is_told(walk, county):
    owed = {duty.step: duty for duty in Duty.objects.filter(matter=walk.pk)}
    assert set(owed) == {"sign", "sound", "report"}
    assert (owed["sound"].get_step_display(), owed["sound"].due_at.date()) == ("测水深", date(2026, 11, 24))
    sweep()
    told = Notice.objects.filter(person=county.water_liaison, matter=walk.pk)
    assert {notice.duty.step for notice in told} == set(owed)


def test_its_limits_stand_in_the_table_of_the_administrator(walks, county, enter):
    page = enter(county.system).get(reverse("admin:org_limit_changelist"), {"room": "toys"}).content.decode()
    assert "巡河" in page
    assert "测水深" in page
    assert "转写" not in page


def test_a_reply_does_what_it_owes_and_a_late_unit_is_urged_in_its_words(walk, county, friday):
    part = county.part(walk)
    friday.move_to("2026-11-25T10:00:00+08:00", tick=False)
    late = proposed(county.officer, Ladder()).get(step="sound")
    slip = urging.issue(county.officer, late, "slip")
    assert "“测水深”的时限为" in slip.text
    assert "尚未测水深" in slip.text
    assignments.sign(county.water_liaison, part)
    part.refresh_from_db()
    assignments.reply(county.water_liaison, part, "最深三米。")
    assert not Duty.objects.filter(matter=walk.pk, step="sound", done_at=None).exists()


def test_it_is_worked_through_to_its_end_by_buttons(walk, walks, county, enter):
    part = county.part(walk)
    assignments.sign(county.water_liaison, part)
    liaison = enter(county.water_liaison)
    page = liaison.get(walk.get_absolute_url())
    assert {action["label"] for action in page.context["actions"]} >= {"反馈进展", "报送办结报告"}
    hidden = liaison.get(reverse("toys:step", args=[walk.pk, "report"])).context["hidden"]
    liaison.post(reverse("toys:step", args=[walk.pk, "report"]), {"text": "全程巡完。", **hidden})
    walk.refresh_from_db()
    assert walk.matter.stage == "待验河"
    officer = enter(county.officer)
    officer.post(reverse("toys:step", args=[walk.pk, "close"]), {"remark": "同意。"})
    walk.refresh_from_db()
    assert (walk.state, walk.matter.phase) == ("closed", "closed")
    lines = officer.get(walk.get_absolute_url()).context["entries"]
    assert any("验河，巡毕。同意" in line.sentence for line in lines)


def test_many_are_taken_at_once_by_those_who_may(walks, county, enter):
    keys = [walks.register(county.officer, river, county.water).pk for river in ("甲河", "乙河")]
    browser, url = enter(county.officer), reverse("toys:batch", args=["send"])
    browser.post(url, {"id": keys, "until": "2026-11-27"})
    assert Duty.objects.filter(matter__in=keys, step="report").count() == 2
    assert enter(county.water_liaison).get(url, {"id": keys}).status_code == 404


def test_it_is_handed_over_urged_given_time_and_printed_with_many(walk, county, enter):
    from tests.toys.views import Batch

    offered = [step.name for step in Batch.steps_of(county.director)]
    assert offered == ["send", "close", "extend", "hand_over", "print", "urge"]
    browser, url = enter(county.officer), reverse("toys:batch", args=["hand_over"])
    words = {"id": walk.pk, "successor": county.colleague.pk, "reason": "分工调整"}
    browser.post(url, browser.get(url, {"id": walk.pk}).context["hidden"] | words)
    assert Matter.objects.get(pk=walk.pk).officer == county.colleague
    papers = browser.get(reverse("toys:batch", args=["print"]), {"all": ""}).context["able"]
    assert [one.pk for one, _seen in papers] == [walk.pk]


def test_it_is_found_by_search_and_counted_among_all_functions(walk, county, enter):
    browser = enter(county.officer)
    assert "<mark>漂浮物</mark>" in browser.get(reverse("desk:search"), {"q": "漂浮物"}).content.decode()
    figures = {by: browser.get(reverse("reports:figures"), {"by": by}).content.decode() for by in BY}
    assert "巡河" in figures["function"]
    assert "河长制" in figures["source"]  # as the room itself says


def test_a_bulletin_quotes_its_ledger(walk, county):
    county.directive("running")
    draft = bulletins.draft_from_source(county.officer, county.source)
    spec = {"room": "toys", "query": "", "columns": ["number", "title", "lead"], "group": ""}
    insert = bulletins.add_insert(county.officer, draft, "table", Given("巡河一览", spec=spec))
    assert [row[1] for row in insert.data["rows"]] == [BANK]


def test_a_notice_quotes_its_matters(walk, county, enter):
    page = enter(county.officer).get(reverse("reports:new"), {"id": walk.pk})
    assert [record.pk for record in page.context["records"]] == [walk.pk]
    draft = bulletins.draft_from_selection(county.officer, [walk.matter])
    assert [quote.title for quote in draft.quotes.all()] == [BANK]


def test_its_result_is_answered_to_its_leader_by_a_special(walk, walks, county, enter):
    assignments.sign(county.water_liaison, county.part(walk))
    walks.report(county.water_liaison, walk, "全程巡完。")
    walks.close(county.colleague, walk)
    begin = enter(county.officer).get(reverse("reports:new_special")).content.decode()
    assert f"?answers={walk.pk}" in begin
    draft = bulletins.draft_answer(county.officer, walk.matter)
    assert (draft.title, draft.report_to) == (f"关于{BANK}的报告", "总河长。")
    assert "已经巡毕" in draft.body
    issue(county, draft)
    walk.refresh_from_db()
    assert walk.matter.stage == "已呈报"


@pytest.mark.parametrize("name", ["stranger", "roads_liaison", "system", "audit"])
def test_for_who_has_nothing_to_do_with_it_it_does_not_exist(walk, county, enter, name):
    browser = enter(getattr(county, name))
    assert browser.get(walk.get_absolute_url()).status_code == 404
    assert browser.get(reverse("toys:step", args=[walk.pk, "close"])).status_code == 404
    assert BANK not in browser.get(reverse("toys:list")).content.decode()


def test_its_unit_its_desk_and_who_is_in_charge_see_it(walk, county, enter):
    for person in (county.water_liaison, county.colleague, county.director, county.magistrate):
        assert BANK in enter(person).get(walk.get_absolute_url()).content.decode()


def test_a_step_without_a_verb_stops_the_start():
    lonely = Step("toys.lonely", "无人办", frm=("fresh",), to=None, rule=lambda *_: Yes(), sentence="")
    with pytest.raises(Exception, match=r"no verb takes toys\.lonely"):
        Flow("toys:step", (lonely,)).complete()


def test_a_step_without_a_rule_is_none():
    with pytest.raises(TypeError, match="rule"):
        Step("toys.lawless", "无人管", frm=("fresh",), to=None, sentence="")
    assert Move("toys.along", "随行", frm=("fresh",), to=None).name == "along"


def test_a_due_is_declared_once():
    with pytest.raises(LookupError, match="sign"):
        dues.Due("sign", "签收")


def test_its_rule_book_is_written_by_what_it_declares(walk, county, enter):
    page = enter(county.water_liaison).get(reverse("manual:procedure", args=["toys"])).content.decode()
    assert "巡河工作程序" in page
    for words in ("待派河", "派河", "督查员、局领导", "测水深", "2个工作日", "撤回办结报告"):
        assert words in page
    assert enter(county.director).get(reverse("manual:preamble", args=["toys"])).status_code == 200


def test_its_ledger_comes_back_from_excel_by_its_own_step(walks, county, enter):
    made = walks.register(county.officer, BANK, county.water)
    sheet = Excel(enter(county.officer), room="toys")
    assert "巡河时限（可改）" in [cell.value for cell in sheet.sheet[1]]
    sheet.confirm(sheet.set(made, 巡河时限="2026年11月27日").returned())
    made.refresh_from_db()
    assert (made.matter.stage, made.matter.due_at.date()) == ("巡河中", NEXT_FRIDAY)
    assert enter(county.water_liaison).get(reverse("matters:changes", args=["toys"])).status_code == 404
