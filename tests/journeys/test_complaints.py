"""From the telephone to the call-back; and a complaint on the web, by an enterprise at a phone."""

import re

import pytest
from django.utils import timezone

from complaints.models import Complaint
from tests.complaints.playing import anew
from tests.county import CALLER

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAID = "马石镇红岩路口有人设卡收费，每车20元，已经半个月。"
A_MINUTE = 60 * 4  # keys, at four a second
FIELDS = "main form .fields:not(details *) :is(input, select, textarea):not([type=hidden])"


class Keys:
    """The keyboard of a visitor, who counts: every character, Tab and Enter."""

    def __init__(self, visitor):
        self.visitor, self.pressed = visitor, 0
        self.type_there, self.hit_there = visitor.type, visitor.hit
        visitor.type, visitor.hit = self.type, self.hit

    def type(self, words: str) -> None:
        self.pressed += len(words)
        self.type_there(words)

    def hit(self, key: str) -> None:
        self.pressed += 1
        self.hit_there(key)


def register_at_the_telephone(clerk) -> Complaint:
    """With the keyboard alone, while the caller speaks."""
    clerk.open("/complaints/new/")
    assert clerk.page.locator(FIELDS).count() <= 10
    keys = Keys(clerk)
    clerk.type(SAID)
    clerk.tab_to("读出建议")
    clerk.hit("Enter")
    clerk.reads("建议，读自“马石镇”")
    clerk.tab_to("投诉人姓名")
    clerk.type(CALLER.name)
    clerk.tab_to("投诉人电话")
    clerk.type(CALLER.phone)
    clerk.holds("被投诉单位", "马石镇")
    clerk.tab_to("发生地点")
    clerk.type("红岩路口")
    clerk.tab_to("登记投诉")
    clerk.hit("Enter")
    clerk.is_told("已登记")
    assert keys.pressed <= A_MINUTE
    return Complaint.objects.select_related("matter").get()


def click(visitor, words: str) -> None:
    """The link or button of exactly these words, as steps are offered."""
    visitor.page.get_by_role("link", name=words, exact=True).first.click()


def take_in(clerk) -> None:
    """受理, and given out to a unit that is not the accused; the accused is refused."""
    click(clerk, "受理")
    clerk.press("受理")
    clerk.is_told("予以受理，转办")
    click(clerk, "转办")
    clerk.write("牵头单位", "马石镇")
    clerk.write("转办摘要", "请核查红岩路口设卡收费。")
    clerk.press("转办")
    clerk.reads("马石镇是被反映的单位，或者是它的上级单位")
    clerk.write("牵头单位", "县水利局")
    clerk.press("转办")
    clerk.is_told("牵头单位县水利局")


def take_down(unit) -> None:
    """Signed for and reported, at a phone; of the caller not a word."""
    unit.follow("关于红岩路口乱收费问题的投诉")
    unit.reads("请核查红岩路口设卡收费。")
    unit.reads_nothing_of(CALLER.name)
    unit.reads_nothing_of(CALLER.phone)
    unit.press("签收")
    unit.is_told("签收")
    click(unit, "报送办结报告")
    unit.write("办结报告", "已拆除收费卡，退还所收费用。")
    unit.press("报送办结报告")
    unit.is_told("报送办结报告")
    assert unit.page.evaluate("document.documentElement.scrollWidth") <= 390


def answer(clerk, page: str) -> None:
    clerk.open(page)
    click(clerk, "审核认定")
    clerk.page.get_by_label("属实", exact=True).check()
    clerk.write("处理结果", "已拆除收费卡，退还所收费用。")
    clerk.press("审核认定")
    clerk.is_told("审核认定：属实")
    click(clerk, "答复投诉人")
    clerk.write("答复意见", "经查属实，收费卡已经拆除。")
    clerk.press("答复投诉人")
    clerk.is_told("已答复投诉人")


def call_back(other, page: str) -> None:
    other.open(page)
    click(other, "登记回访")
    assert other.page.locator("input[name=satisfaction]:checked").count() == 0  # nobody is content by default
    other.page.get_by_label("满意", exact=True).check()
    other.press("登记回访")
    other.is_told("回访：满意")


@pytest.mark.parametrize("scripts", [True])
def test_a_toll_is_told_by_telephone_taken_down_and_read_by_the_magistrate(county, enter):
    clerk, accused = enter(county.clerk), enter(county.horse_liaison)
    complaint = register_at_the_telephone(clerk)
    number, page = complaint.matter.number, complaint.get_absolute_url()

    def stays_a_stranger():
        assert accused.open(page).status == 404
        accused.open("/complaints/")
        accused.reads_nothing_of(number)

    stays_a_stranger()
    take_in(clerk)
    stays_a_stranger()
    take_down(enter(county.water_liaison, phone=True))
    stays_a_stranger()
    answer(clerk, page)
    assert clerk.page.get_by_role("link", name="登记回访").count() == 0  # by somebody else
    call_back(enter(county.deputy), page)
    assert anew(complaint).state == "closed"
    magistrate = enter(county.magistrate)
    half = "h1" if timezone.localdate().month <= 6 else "h2"
    magistrate.open(f"/complaints/figures/?year={timezone.localdate().year}&part={half}")
    magistrate.page.locator("main table a", has_text=re.compile(r"^1$")).first.click()
    magistrate.stands_at("营商环境投诉台账")
    magistrate.reads(number)
    magistrate.reads_nothing_of(CALLER.name)
    stays_a_stranger()


@pytest.mark.parametrize("scripts", [False])
def test_an_enterprise_complains_at_a_phone_without_scripts_and_finds_it_again(county, arrive, settings):
    settings.PUBLIC_COMPLAINTS = True
    visitor = arrive(phone=True)
    visitor.open("/tousu/")
    visitor.write("反映的问题", "路口有人设卡收费，每车20元。")
    visitor.page.get_by_label("属于哪一类").select_option(label="乱收费")
    visitor.press("提交")
    visitor.reads("实名的请填姓名或者企业名称")
    visitor.write("企业名称", CALLER.enterprise)
    visitor.press("提交")
    visitor.stands_at("已收到您的投诉")
    code = visitor.page.locator(".public-code").inner_text()
    visitor.follow("凭查询码查看")
    visitor.write("查询码", code)
    visitor.press("查看")
    visitor.reads("受理审查")
    visitor.write("补充的情况", "每天上午八点到十点。")
    visitor.press("提交补充")
    visitor.reads("已收到您补充的情况")
    assert "八点到十点" in Complaint.objects.get().facts
    assert [cookie["name"] for cookie in visitor.page.context.cookies()] == ["csrftoken"]
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
