"""What the pages of a visit put first, and where 工作台 leads to what is owed for it."""

import pytest
from django.urls import reverse

import directives.inspections.actions as visiting
from bureau.matters.models import Assignment, Duty, Service
from bureau.matters.parts import assignments
from directives.inspections.models import Target
from tests.complaints.playing import barred
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db


def leads(browser, step: str) -> str:
    duty = Duty.objects.open().get(step=step)
    return browser.get(reverse("desk:do", args=[duty.pk])).url


def target_of(record) -> Target:
    return Target.objects.select_related("inspection__matter", "assignment__unit").get(inspection=record.pk)


def read(browser, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


# --- the next click ---------------------------------------------------------------------------------
def test_what_is_owed_is_one_click_away(county, enter):
    record = county.inspection("visited")
    target = target_of(record)
    assert leads(enter(county.deputy), "visit_targets") == target.get_absolute_url()
    visiting.finish(county.officer, record)
    form = reverse("inspections:target_step", args=[target.pk, "draft"])
    assert leads(enter(county.officer), "conclude") == form
    assert enter(county.water_liaison).get(form).status_code == 404


def test_whoever_signs_a_conclusion_reads_it_first(county, enter):
    record = county.inspection("drafted")
    form = reverse("inspections:target_step", args=[target_of(record).pk, "sign"])
    director = enter(county.director)
    assert leads(director, "sign_conclusion") == form
    page = read(director, record.get_absolute_url())
    assert f'href="{form}"' in page
    assert f'action="{form}"' not in page
    page = read(director, form)
    assert target_of(record).facts in page
    assert reverse("inspections:target_step", args=[target_of(record).pk, "return"]) in page


def test_a_paper_that_was_served_is_one_click_away_for_who_receives_and_who_decides_on_it(county, enter):
    county.inspection("served")
    page = Service.objects.get().get_absolute_url()
    liaison = enter(county.water_liaison)
    assert leads(liaison, "receive_paper") == page
    county.inspection("contested")
    page = Service.objects.order_by("pk").last().get_absolute_url()
    assert leads(enter(county.magistrate), "decide_review") == page


def test_a_proposal_is_one_click_away_for_who_approves_it_and_for_who_carries_it_out(county, enter):
    record = county.inspection("served")
    target = target_of(record)
    use = visiting.propose_use(county.officer, target, "criticise", "明知故犯。")
    place = f"{record.get_absolute_url()}#target-{target.pk}"
    assert leads(enter(county.magistrate), "decide_use") == place
    visiting.approve_use(county.magistrate, use)
    assert leads(enter(county.officer), "carry_out_use") == place
    use.refresh_from_db()
    visiting.carry_out_use(county.officer, use, "督查通报第8期。")
    assert "officer:carry_out_use" not in owed(record.matter)


def test_what_is_left_once_all_is_concluded_is_to_close_it(county, enter):
    record = county.inspection("served")
    assert "officer:close_visit" in owed(record.matter)
    assert leads(enter(county.officer), "close_visit") == reverse(
        "inspections:step", args=[record.pk, "close"]
    )


def test_who_goes_along_finds_the_visit_among_those_they_take_part_in(county, enter):
    record = county.inspection("approved", unannounced=True)
    along = f"{reverse('inspections:list')}?asked=1&joined=1"
    assert "我参加的" in read(enter(county.colleague), reverse("inspections:list"))
    assert record.matter.title in read(enter(county.colleague), along)
    for stranger in (county.officer, county.director, county.water_liaison):
        assert record.matter.title not in read(enter(stranger), along)


# --- what is read -----------------------------------------------------------------------------------
def test_whoever_approves_a_plan_reads_it_above_the_form(county, enter):
    record = county.inspection("proposed")
    form = reverse("inspections:step", args=[record.pk, "approve"])
    page = read(enter(county.magistrate), form)
    assert record.content in page
    assert county.water.name in page
    assert "治污设施是否运行" in page
    assert enter(county.water_liaison).get(form).status_code == 404


def test_who_was_looked_at_is_not_asked_to_report(county, enter):
    record = county.inspection("received")
    page = read(enter(county.water_liaison), record.get_absolute_url())
    assert "反馈进展" not in page
    assert "报协办完成" not in page
    part = Assignment.objects.get(matter=record.pk)
    assert "不用反馈" in barred(assignments.reply, county.water_liaison, part, "已经停产。")
    assert "不用反馈" in barred(assignments.finish, county.water_liaison, part, "已经停产。")


def test_nothing_is_verified_while_the_visits_go_on(county, enter):
    record = county.inspection("visited")
    target = target_of(record)
    told = barred(visiting.verify, county.colleague, target, target.findings.get(), "done", "停了。")
    assert told == "实地督查结束以后再登记核查。"
    page = target.get_absolute_url()
    assert "登记核查" not in read(enter(county.colleague), page)
    visiting.finish(county.officer, record)
    assert "登记核查" in read(enter(county.colleague), page)
    assert enter(county.water_liaison).get(page).status_code == 404


def test_what_cannot_be_taken_back_is_asked_once_more(county, enter):
    page = read(enter(county.officer), county.inspection("running").get_absolute_url())
    assert "确定结束实地督查吗？" in page
    page = read(enter(county.officer), county.inspection("approved").get_absolute_url())
    assert "确定开始督查吗？" in page


def test_the_people_of_the_bureau_come_first_where_a_team_is_named(county, enter):
    page = read(enter(county.officer), reverse("inspections:new"))
    assert page.index('<optgroup label="督查局">') < page.index('<optgroup label="县领导">')
    names = page[page.index('name="members"') :]
    assert names.index(county.officer.signature) < names.index(county.magistrate.signature)
    assert enter(county.water_liaison).get(reverse("inspections:new")).status_code == 404
