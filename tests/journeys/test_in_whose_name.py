"""A leader's word by telephone, entered by the secretary and confirmed on a phone; a week away, stood in for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from tests.county import in_days
from tests.deputies import secretary

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def plea(county) -> Reply:
    """A second plea for time, which is the county leader's to decide."""
    directive = county.directive("running", to=[county.water], title="完成水库除险加固")
    for days in (40, 50):
        assignments.ask_extension(
            county.water_liaison, county.part(directive), "汛期推迟", "已完成六成", in_days(days)
        )
        reply = Reply.objects.latest("pk")
        if days == 40:
            replies.grant_extension(county.director, reply, in_days(days))
    return reply


def test_a_leaders_word_is_entered_by_the_secretary_and_confirmed_by_the_leader(county, enter, plea):
    secretary(county, county.vice, county.stranger)
    clerk = enter(county.stranger)
    clerk.reads("代分管农业副县长的待办")
    clerk.follow("去办理")
    clerk.follow("代分管农业副县长：同意延期")
    clerk.reads("您以分管农业副县长的名义办理")
    clerk.press("代分管农业副县长：同意延期")
    clerk.reads("没有提交")
    clerk.page.get_by_label("电话指示").check()
    clerk.write("依据说明", "今天上午来电，同意延到月底")
    clerk.press("代分管农业副县长：同意延期")
    clerk.is_told("分管农业副县长（县人民法院 人民法院联络员代录） 同意延期")
    leader = enter(county.vice, phone=True)
    leader.reads("确认代录")
    leader.follow("去办理")
    leader.stands_at("待确认的代录")
    leader.reads("电话指示：今天上午来电，同意延到月底")
    leader.press("确认所选")
    leader.is_told("已确认1条代录")
    clerk.open(plea.matter.get_absolute_url())
    clerk.reads("分管农业副县长 确认第")


def test_what_the_leader_never_said_is_disputed_and_stands_on_the_timeline(county, enter, plea):
    secretary(county, county.vice, county.stranger)
    clerk = enter(county.stranger)
    clerk.open(f"/replies/{plea.pk}/refuse_extension/?for={county.vice.pk}")
    clerk.write("意见", "不同意，按原时限办结。")
    clerk.page.get_by_label("口头指示").check()
    clerk.write("依据说明", "会后口头交代")
    clerk.press("代分管农业副县长：不同意延期")
    leader = enter(county.vice, phone=True)
    leader.open("/confirming/")
    leader.page.get_by_text("有异议", exact=True).click()
    leader.write("异议", "我同意过延期。")
    leader.press("提出异议")
    leader.is_told("异议已记入动态")
    officer = enter(county.officer)
    officer.open(plea.matter.get_absolute_url())
    officer.reads("提出异议：我同意过延期。")


def test_who_goes_away_is_stood_in_for_and_takes_it_back(county, enter):
    county.directive("dispatched", to=[county.water], title="水库排查")
    today = timezone.localdate()
    head = enter(county.water_liaison)
    head.open("/settings/")
    head.follow("外出代理")
    head.page.get_by_label("代理人").select_option(label="县水利局 水利局局长（单位负责人，water-head）")
    head.page.locator("[name=starts]").fill(str(today))
    head.page.locator("[name=ends]").fill(str(today + timedelta(days=4)))
    head.write("事由", "参加培训")
    head.press("安排代理")
    head.is_told("由水利局局长代理")
    deputy = enter(county.water_head)
    deputy.reads("您正在代理水利局联络员")
    head.open("/")
    head.reads("您的待办由水利局局长代理")
    head.open("/settings/away/")
    head.press("提前终止")
    head.is_told("已终止")
    deputy.open("/")
    deputy.reads_nothing_of("您正在代理")
