"""Numbers to reach: registered, reported, compared with their plan; and what they make of the light."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from bureau.jobs.barred import Barred
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.matters.parts import assignments, replies
from bureau.matters.printed import ledger_sheet
from bureau.pages.asked import Asked
from directives import actions
from directives.measuring import progress_on
from directives.models import Directive
from directives.prints.notice import notice_sheet
from directives.room import ROOM
from directives.targets import read_target
from directives.views.ledger import Ledger
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
TODAY, DUE = date(2026, 11, 20), date(2026, 12, 30)  # forty days: 1.5 of 60 a day


def goal(target="60个", base="", plan=""):
    return read_target(target, base, plan, TODAY)


@pytest.fixture
def running(friday, county):
    return county.directive("running", to=[county.water, county.roads], due=DUE, goal=goal())


def tell(county, directive, value, why="", text="正在推进。"):
    return assignments.reply(
        county.water_liaison, county.part(directive), text, value=Decimal(value), why=why
    )


def light(directive):
    return Lights().of(Matter.objects.get(pk=directive.pk))


def reply_of(county, directive):
    return county.part(directive).replies.select_related("assignment__matter", "assignment__unit").first()


# --- as it is typed ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "target, base, plan, field, words",
    [
        ("若干", "", "", "target", "“目标值”“若干”没有读成数"),
        ("60", "", "", "target", "“目标值”要写上单位"),
        ("0个", "", "", "target", "“目标值”须大于0"),
        ("", "3个", "", "target", "“目标值”没有填写"),
        ("60个", "70个", "", "base", "“起点（现状）”应小于目标值60个"),
        ("≤5%", "3%", "", "base", "应大于要降到的5%"),
        ("60个", "3公里", "", "base", "的单位与目标值的“个”不一致"),
        ("60个", "", "尽快 20", "plan", "第1行“尽快 20”没有读出日期"),
        ("60个", "", "11月底", "plan", "第1行“11月底”没有读出数"),
        ("60个", "", "11月底 20\n11月25日 30", "plan", "日期不晚于上一行"),
        ("60个", "", "11月底 20\n12月底 10", "plan", "计划数只能逐步增加"),
        ("60个", "", "12月底 80", "plan", "越过了目标值60个"),
        ("60个", "", "9999年12月31日 20", "plan", "没有读出日期"),
        ("≤5%", "", "11月底 4%", "plan", "要有起点才能排"),
        ("60元", "99999999999亿元", "", "base", "太大"),
        ("60.00001个", "", "", "target", "小数超过4位"),
        ("2.1万亩", "0.3亩", "", "base", "小数超过4位"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_field(target, base, plan, field, words):
    with pytest.raises(Barred, match=words.replace("（", "[（]")) as barred:
        goal(target, base, plan)
    assert barred.value.field == field


def test_a_plan_is_read_line_by_line_in_the_targets_unit():
    found = goal("2.1万亩", "", "11月底 8000亩\n12月15日：1.5万\n12月底前 2.1万亩")
    assert [(f"{day:%m-%d}", f"{value:f}") for day, value in found.plan] == [
        *(("11-30", "0.8"), ("12-15", "1.5"), ("12-31", "2.1")),
    ]


def test_it_is_registered_on_the_page_and_mended_until_it_is_proposed(friday, county, enter):
    browser = enter(county.officer)
    page = reverse("directives:register", args=[county.source.pk])
    words = "县水利局牵头，年内完成小型水库除险加固60座，12月底前完成。"
    read = browser.post(page, {"passage": words, "do": "read"})
    assert read.context["form"]["target"].value() == "60座"
    assert "年内完成小型水库除险加固60座" in read.context["form"]["target"].help_text
    typed = {
        "passage": words,
        "title": "除险加固",
        "lead": "县水利局",
        "urgency": "minutes",
        "secrecy": "normal",
    }
    wrong = browser.post(page, typed | {"target": "60座", "plan": "11月底 90", "do": "register"})
    assert "越过了目标值60座" in wrong.content.decode()
    browser.post(page, typed | {"target": "60座", "plan": "11月底 20", "do": "register"})
    made = county.source.directives.get()
    assert actions.as_decision(made).goal == goal("60座", "", "11月底 20")
    edit = reverse("directives:edit", args=[made.pk])
    assert "2026-11-30 20" in browser.get(edit).content.decode()
    assert enter(county.stranger).get(edit).status_code == 404
    browser.post(edit, typed | {"target": "", "plan": ""})
    assert actions.as_decision(made).goal is None
    assert "修改登记内容：目标" in made.matter.entries.order_by("pk").last().sentence


# --- as it is reported ------------------------------------------------------------------------------
def test_the_lead_reports_the_number_on_its_form_and_its_line_says_it(county, running, enter):
    browser = enter(county.water_liaison)
    form = reverse("matters:assignment", args=[county.part(running).pk, "reply"])
    page = browser.get(form).content.decode()
    assert "目标60个，按计划今天应达到0个" in page
    assert "完成进度（%）" not in page
    for value, told in (
        ("", "请填写累计完成"),
        ("很多", "没有读成数"),
        ("45公里", "单位与目标值的“个”不一致"),
    ):
        refused = browser.post(form, {"text": "已完成。", "value": value})
        assert told in refused.content.decode()
    browser.post(form, {"text": "已完成四十五个。", "value": "四十五个"}, follow=True)
    assert progress_on(running.matter).value == 45
    entry = running.matter.entries.order_by("pk").last()
    assert "反馈进展：累计完成45个，完成率75%（目标60个）。已完成四十五个。" in entry.sentence
    assert "累计完成45个" in browser.get(running.get_absolute_url()).content.decode()


def test_a_co_unit_is_asked_for_no_number(county, running, enter):
    form = reverse("matters:assignment", args=[county.part(running, county.roads).pk, "reply"])
    assert "value" not in enter(county.roads_liaison).get(form).context["form"].fields
    assignments.reply(county.roads_liaison, county.part(running, county.roads), "已配合。")
    assert progress_on(running.matter).value is None


def test_a_number_that_goes_back_and_an_end_below_the_target_say_why(county, running):
    tell(county, running, "45")
    with pytest.raises(Barred, match="比上次报的45个倒退，请在“数值说明”里写明原因"):
        tell(county, running, "40")
    tell(county, running, "40", "剔除重复统计的5个")
    with pytest.raises(Barred, match="没有达到目标60个"):
        actions.report(county.water_liaison, running, "已办结。", value=Decimal(59))
    with pytest.raises(Barred, match="“累计完成”没有填写"):
        actions.report(county.water_liaison, running, "已办结。")
    actions.report(county.water_liaison, running, "已办结。", value=Decimal(59), why="一个项目移出计划")
    assert "移出计划" in running.matter.entries.order_by("pk").last().sentence


def test_what_was_taken_back_or_returned_does_not_count_and_is_mended_in_the_form(county, running, enter):
    tell(county, running, "30")
    replies.take_back(county.water_liaison, reply_of(county, running))
    assert progress_on(running.matter).value is None
    form = reverse("matters:assignment", args=[county.part(running).pk, "reply"])
    assert enter(county.water_liaison).get(form).context["form"]["value"].value() == "30个"
    tell(county, running, "35")
    replies.send_back(county.officer, reply_of(county, running), "请核实数据。")
    assert progress_on(running.matter).value is None
    assert "县水利局:revise" in owed(running.matter)


def test_what_the_head_countersigns_counts_from_then_on(friday, county):
    directive = county.directive("running", to=[county.school], due=DUE, goal=goal("800个"))
    part = county.part(directive)
    assignments.reply(county.school_liaison, part, "已新增学位。", value=Decimal(400))
    assert progress_on(directive.matter).value is None
    replies.countersign(county.school_head, reply_of(county, directive))
    assert progress_on(directive.matter).value == 400
    assert "累计完成400个，完成率50%" in directive.matter.entries.order_by("pk").last().sentence


# --- what it makes of the light ---------------------------------------------------------------------
def test_the_light_turns_by_the_plan_before_the_date_comes_near(county, running, friday):
    assert light(running) == "green"
    friday.move_to("2026-11-24T09:00:00+08:00")  # four days of forty: ten points
    assert (light(running), light(running).words) == ("yellow", "滞后")
    friday.move_to("2026-12-03T09:00:00+08:00")
    assert (light(running), light(running).words) == ("red", "严重滞后")
    tell(county, running, "25")  # 41.7 % where 32.5 % are planned
    assert light(running) == "green"


def test_a_plan_by_months_says_when_it_falls_behind(county, friday):
    flat = goal("60个", "", "12月20日 0\n12月30日 60")
    directive = county.directive("running", due=DUE, goal=flat)
    friday.move_to("2026-12-18T09:00:00+08:00")
    assert light(directive) == "green"


def test_a_ceiling_is_kept_or_exceeded(county, friday):
    directive = county.directive("running", due=DUE, goal=goal("≤5%"))
    tell(county, directive, "4.8")
    assert progress_on(directive.matter).against_plan == "在控制数以内"
    tell(county, directive, "6", "汛期漏损增加")
    assert progress_on(directive.matter).against_plan == "超出控制数"
    assert light(directive) == "yellow"  # 83 % of what is allowed


def test_more_time_moves_the_plan_with_the_date(county, running, friday):
    friday.move_to("2026-11-27T09:00:00+08:00")
    assert light(running) == "yellow"
    assignments.ask_extension(
        county.water_liaison, county.part(running), "汛期", "正在推进。", date(2027, 1, 29)
    )
    replies.grant_extension(county.director, reply_of(county, running), date(2027, 1, 29))
    assert progress_on(running.matter).against_plan == "落后序时10个百分点"
    friday.move_to("2026-11-26T09:00:00+08:00")
    assert light(running) == "green"


def test_a_ledger_finds_what_is_behind_by_its_light_and_puts_it_first(county, running, friday, enter):
    county.directive("running", due=date(2026, 12, 25), title="没有目标")
    friday.move_to("2026-12-04T09:00:00+08:00")
    browser, ledger = enter(county.officer), reverse("directives:list")
    found = [row.record.pk for row in browser.get(ledger).context["table"].rows]
    assert found[0] == running.pk
    assert [row.record.pk for row in browser.get(ledger, {"light": "red"}).context["table"].rows] == [
        running.pk
    ]
    assert "严重滞后" in browser.get(ledger, {"light": "red"}).content.decode()
    assert browser.get(ledger, {"light": "green"}).context["table"].rows[0].record.matter.title == "没有目标"


def test_a_co_unit_reads_the_target_and_none_of_the_leads_numbers(county, running, enter):
    tell(county, running, "45")
    for person, sees in (
        (county.roads_liaison, False),
        (county.water_liaison, True),
        (county.magistrate, True),
    ):
        browser = enter(person)
        page = browser.get(running.get_absolute_url()).content.decode()
        ledger = browser.get(reverse("directives:list")).content.decode()
        course = browser.get(reverse("directives:course", args=[county.source.pk])).content.decode()
        assert "60个" in page
        assert ["75%" in one for one in (page, ledger, course)] == [sees, sees, sees]


# --- while it is under way --------------------------------------------------------------------------
def test_a_goal_is_set_by_the_desk_and_moved_by_a_bureau_leader(county, friday, enter):
    directive = county.directive("running", due=DUE, title="储备项目60个")
    url = reverse("directives:step", args=[directive.pk, "set_goal"])
    assert enter(county.officer).get(url).context["form"]["target"].value() == "60个"
    assert enter(county.stranger).get(url).status_code == 404
    enter(county.officer).post(url, {"target": "60个", "reason": "按任务分解表补登"})
    assert progress_on(directive.matter).target == goal()
    with pytest.raises(Barred, match="由局领导办理"):
        actions.set_goal(county.officer, directive, "记错", "50个")
    tell(county, directive, "20")
    with pytest.raises(Barred, match="单位须仍是“个”"):
        actions.set_goal(county.director, directive, "记错", "50公里")
    actions.set_goal(county.director, directive, "县政府调减", "50个", "", "12月15日 30")
    assert progress_on(directive.matter).rate == "40%"
    said = directive.matter.entries.order_by("pk").last().sentence
    assert "调整目标、节点：60个→50个（2026-12-15 30）。理由：县政府调减" in said


def test_what_has_no_target_any_more_is_behind_no_plan(county, running, friday):
    friday.move_to("2026-12-04T09:00:00+08:00")
    assert light(running) == "red"
    actions.set_goal(county.director, running, "县政府取消该项指标", "")
    assert light(running) == "green"


# --- in Excel, on paper -----------------------------------------------------------------------------
def test_excel_and_print_carry_target_value_and_rate(county, running, friday, enter):
    tell(county, running, "45")
    friday.move_to("2026-12-11T09:00:00+08:00")
    browser = enter(county.officer)
    sheet = load_workbook(BytesIO(browser.get("/directives/?export=xlsx").content)).active
    head, row = list(sheet.iter_rows(values_only=True))[-2:]
    told = dict(zip(head, row, strict=True))
    assert [told[name] for name in ("目标", "累计完成", "完成率", "与序时进度比较")] == [
        *("60个", "45个", "75%", "超序时22.5个百分点"),
    ]
    table = Ledger.ledger(Asked.again(county.officer, ""))
    printed = ledger_sheet(ROOM.layout, table, TODAY)
    assert {"60个", "45个", "75%"} <= set(printed.table.rows[0])
    assert ("目标", "60个") in notice_sheet(Directive.objects.get(pk=running.pk)).fields


def test_the_page_shows_the_curve_and_the_same_in_words(county, running, enter):
    tell(county, running, "45", text="已完成四十五个。")
    page = enter(county.officer).get(running.get_absolute_url()).content.decode()
    assert '<svg class="curve"' in page
    assert "序时进度图：目标60个，累计45个，完成率75%，超序时75个百分点" in page
    assert "逐期数据" in page
    ledger = enter(county.officer).get(reverse("directives:list")).content.decode()
    assert '<svg class="spark"' in ledger
    assert "75%" in ledger
    assert "累计45个" in ledger  # in the title of the share
