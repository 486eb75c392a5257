"""Stages on the way: registered, owed one after another, reported as reached, taken back, moved."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.matters.parts import assignments, reassigning, replies
from bureau.org.reading import Anchor
from directives import actions
from directives.models import Directive
from directives.prints.notice import notice_sheet
from directives.stages import read_stages, stages_in
from tests.matters.merged import merge
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
TODAY, DUE = date(2026, 11, 20), date(2026, 12, 30)
STAGES = "11月底 完成招标\n12月15日 完成主体工程"
OWED = "县水利局:stage"


def staged(typed=STAGES, due=DUE, cadence=""):
    return read_stages(typed, TODAY, due, cadence)


@pytest.fixture
def running(friday, county):
    return county.directive("running", to=[county.water, county.roads], due=DUE, stages=staged())


def days(directive) -> list[tuple[str, bool, bool]]:
    """Of each stage that was ever owed: its day, whether it is done, whether it was dropped."""
    found = directive.matter.duties.filter(step="stage").order_by("pk")
    return [(f"{timezone.localdate(one.due_at):%m-%d}", bool(one.done_at), one.dropped) for one in found]


def light(directive):
    return Lights().of(Matter.objects.get(pk=directive.pk))


def tell(county, directive, *, reached=False, text="正在推进。"):
    return assignments.reply(county.water_liaison, county.part(directive), text, reached=reached)


def reply_of(county, directive):
    return county.part(directive).replies.select_related("assignment__matter", "assignment__unit").first()


# --- as they are typed and read ---------------------------------------------------------------------
@pytest.mark.parametrize(
    "typed, cadence, words",
    [
        ("尽快 完成招标", "", "第1行“尽快 完成招标”没有读出日期"),
        ("11月底", "", "第1行“11月底”要写明做到哪一步"),
        ("12月15日 完成主体\n2026年11月底 完成招标", "", "日期不晚于上一行"),
        ("2027年3月底 完成招标", "", "晚于办理时限2026-12-30"),
        (STAGES, "monthly", "长期事项按周期报告，不另设节点"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_field(typed, cadence, words):
    with pytest.raises(Barred, match=words) as barred:
        staged(typed, cadence=cadence)
    assert barred.value.field == "stages"
    assert str(barred.value).startswith("“阶段节点”")


def test_a_decision_says_its_stages_before_its_end():
    words = "11月底前完成招标，12月15日前完成主体工程，12月30日前竣工。"
    assert stages_in(words, Anchor(TODAY), DUE) == staged()
    assert stages_in("12月30日前竣工。", Anchor(TODAY), DUE) == ()
    assert stages_in("按第3次会议要求，抓紧办理。", Anchor(TODAY), DUE) == ()


def test_they_are_registered_on_the_page_and_stand_in_the_form_again(friday, county, enter):
    browser = enter(county.officer)
    page = reverse("directives:register", args=[county.source.pk])
    typed = {
        "title": "新建水厂",
        "lead": "县水利局",
        "urgency": "minutes",
        "secrecy": "normal",
        "due": "2026-12-30",
    }
    wrong = browser.post(page, typed | {"stages": "2027年3月底 竣工", "do": "register"})
    assert "晚于办理时限2026-12-30" in wrong.content.decode()
    browser.post(page, typed | {"stages": STAGES, "do": "register"})
    made = county.source.directives.get()
    assert actions.as_decision(made).stages == staged()
    edit = browser.get(reverse("directives:edit", args=[made.pk])).context["form"]
    assert edit["stages"].value() == "2026-11-30 完成招标\n2026-12-15 完成主体工程"


# --- as they are owed -------------------------------------------------------------------------------
def test_the_next_is_owed_when_the_last_was_reached(county, running, enter):
    assert days(running) == [("11-30", False, False)]
    tell(county, running)
    assert days(running) == [("11-30", False, False)]
    assert "县水利局:first_reply" not in owed(running.matter)
    browser = enter(county.water_liaison)
    form = reverse("matters:assignment", args=[county.part(running).pk, "reply"])
    assert "节点“完成招标”已完成" in browser.get(form).content.decode()
    browser.post(form, {"text": "开标结束，已发中标通知书。", "reached": "on"})
    assert days(running) == [("11-30", True, False), ("12-15", False, False)]
    said = running.matter.entries.order_by("pk").last().sentence
    assert "反馈进展：节点“完成招标”已完成。开标结束" in said
    tell(county, running, reached=True)
    assert OWED not in owed(running.matter)
    assert "reached" not in browser.get(form).context["form"].fields


def test_a_co_unit_reaches_no_stage(county, running):
    part = county.part(running, county.roads)
    assignments.reply(county.roads_liaison, part, "已配合。", reached=True)
    assert days(running) == [("11-30", False, False)]


def test_what_was_taken_back_or_returned_is_owed_again_by_its_day_and_the_next_is_not(
    county, running, friday
):
    tell(county, running, reached=True)
    replies.take_back(county.water_liaison, reply_of(county, running))
    assert days(running) == [("11-30", False, False), ("12-15", True, True)]
    tell(county, running, reached=True)
    assert days(running) == [("11-30", True, False), ("12-15", False, False)]
    replies.send_back(county.officer, reply_of(county, running), "没有中标通知书。")
    assert days(running) == [("11-30", False, False), ("12-15", True, True)]


def test_it_is_owed_while_the_matter_runs(county, running, friday):
    actions.suspend(county.director, running, "等待上级批复")
    friday.move_to("2026-11-27T10:00:00+08:00")
    actions.resume(county.director, running)
    assert days(running) == [("12-07", False, False)]
    actions.report(county.water_liaison, running, "提前竣工。")
    assert OWED not in owed(running.matter)
    actions.send_back(county.officer, running, "没有竣工验收。")
    assert OWED in owed(running.matter)
    actions.report(county.water_liaison, running, "提前竣工，已验收。")
    actions.close(county.officer, running)
    actions.reopen(county.director, running, "渗漏", date(2027, 1, 29))
    assert OWED not in owed(running.matter)


def test_they_are_moved_by_a_bureau_leader_and_those_reached_stay(county, running, enter):
    tell(county, running, reached=True)
    with pytest.raises(Barred, match="由局领导办理"):
        actions.set_goal(county.officer, running, "汛期", "", stages="12月20日 完成主体工程")
    with pytest.raises(Barred, match="须保留2026-11-30的节点"):
        actions.set_goal(county.director, running, "汛期", "", stages="12月20日 完成主体工程")
    url = reverse("directives:step", args=[running.pk, "set_goal"])
    assert enter(county.stranger).get(url).status_code == 404
    moved = "11月30日 完成招标\n12月20日 完成主体工程"
    enter(county.director).post(url, {"stages": moved, "reason": "汛期"})
    assert days(running)[-1] == ("12-20", False, False)
    assert days(running)[1] == ("12-15", True, True)
    enter(county.director).post(url, {"stages": "11月30日 完成招标", "reason": "不再分阶段"})
    assert OWED not in owed(running.matter)
    assert Directive.objects.get(pk=running.pk).stages == [["2026-11-30", "完成招标"]]


# --- on one page ------------------------------------------------------------------------------------
def test_a_papers_year_shows_every_node_under_its_month(county, running, friday, enter):
    monthly = county.directive(
        "running", title="月报", due=None, recurring=True, cadence="monthly", urgency="longterm"
    )
    assignments.reply(county.water_liaison, county.part(monthly), "本月进展")
    tell(county, running, reached=True)
    county.directive("running", to=[county.roads], due=date(2027, 1, 29), title="交通的")
    friday.move_to("2026-12-18T10:00:00+08:00")
    page = reverse("directives:course", args=[county.source.pk])
    found = enter(county.officer).get(page)
    rows = {row.directive.pk: row for row in found.context["rows"]}
    assert told(rows[running.pk]) == {
        11: ["完成招标 已完成"],
        12: ["完成主体工程 逾期", "办结 进行中"],
    }
    assert told(rows[monthly.pk]) == {11: ["每月反馈 已完成"], 12: ["每月反馈 未开始"]}
    assert found.context["counted"] == {"已完成": 2, "逾期": 1, "进行中": 1, "未开始": 1}
    later = enter(county.officer).get(page, {"year": "2027"}).context["rows"]
    assert [told(row) for row in later if row.directive.pk not in (running.pk, monthly.pk)] == [
        {1: ["办结 进行中"]}
    ]
    assert enter(county.officer).get(page, {"year": "２０２７"}).context["year"] == 2026


def told(row) -> dict[int, list[str]]:
    return {month: [f"{one.words} {one.told}" for one in nodes] for month, nodes in row.months if nodes}


def test_a_papers_year_shows_a_unit_its_own_items_and_a_stranger_nothing(county, running, enter):
    county.directive("running", to=[county.roads], title="交通的")
    page = reverse("directives:course", args=[county.source.pk])
    seen = enter(county.water_liaison).get(page).context["rows"]
    assert [row.directive.pk for row in seen] == [running.pk]
    assert len(enter(county.magistrate).get(page).context["rows"]) == 2
    assert enter(county.stranger).get(page).status_code == 404
    assert enter(county.officer).get(reverse("directives:course", args=[0])).status_code == 404


def test_the_page_of_an_item_shows_its_nodes_with_their_words(county, running, enter):
    tell(county, running, reached=True)
    page = enter(county.water_liaison).get(running.get_absolute_url())
    assert [(one.words, one.told) for one in page.context["nodes"]] == [
        *(("完成招标", "已完成"), ("完成主体工程", "进行中"), ("办结", "进行中")),
    ]
    assert "节点“完成招标”已完成。" in page.content.decode()
    assert "阶段节点：完成主体工程" in page.content.decode()
    assert "阶段节点：完成主体工程" in enter(county.water_liaison).get("/").content.decode()
    sheet = notice_sheet(Directive.objects.get(pk=running.pk))
    assert ("阶段节点", "2026年11月30日前完成招标；2026年12月15日前完成主体工程") in sheet.fields


def test_an_item_past_its_stage_is_behind_until_it_is_reached(county, running, friday):
    friday.move_to("2026-11-30T18:00:00+08:00")
    assert light(running) == "green"
    friday.move_to("2026-12-01T09:00:00+08:00")
    assert (light(running), light(running).words) == ("yellow", "滞后")
    tell(county, running, reached=True)
    assert light(running) == "green"
    replies.take_back(county.water_liaison, reply_of(county, running))
    assert light(running) == "yellow"
    actions.set_goal(county.director, running, "不再分阶段", "")
    assert light(running) == "green"


# --- whoever leads ----------------------------------------------------------------------------------
def test_another_lead_owes_the_stage_by_its_day_and_the_old_one_nothing(friday, county):
    directive = county.directive("dispatched", to=[county.water, county.roads], due=DUE, stages=staged())
    assignments.dispute(county.water_liaison, county.part(directive), "“三定”规定由交通部门负责。")
    reassigning.reassign(county.director, reply_of(county, directive), county.finance)
    assert {OWED, "县财政局:stage"} & owed(directive.matter) == {"县财政局:stage"}
    part = county.part(directive)
    assignments.sign(county.finance_liaison, part)
    assignments.reply(county.finance_liaison, county.part(directive), "已开标。", reached=True)
    assert days(directive) == [("11-30", True, False), ("12-15", False, False)]


def test_a_unit_that_the_lead_was_merged_into_goes_on_with_its_stages(county, running):
    tell(county, running, reached=True)
    merge(county)
    assert {one for one in owed(running.matter) if one.endswith("stage")} == {"县交通运输局:stage"}
    assignments.reply(county.roads_liaison, county.part(running), "主体封顶。", reached=True)
    assert days(running) == [("11-30", True, False), ("12-15", True, False)]
