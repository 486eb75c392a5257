"""Deadlines move only by asking, and the clock stands still only by decision."""

import pytest

from tests.county import in_days

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_an_extension_is_asked_and_granted_and_the_old_date_stays_beside_the_new(county, enter):
    address = county.directive("running", due=in_days(30)).matter.get_absolute_url()
    unit, director = enter(county.water_liaison), enter(county.director)
    unit.open(address)
    unit.follow("申请延期")
    unit.write("延期原因", "连续降雨，三座水库无法进场。")
    unit.write("目前进展", "九座水库已经完工。")
    unit.write("申请延至", in_days(60).isoformat())
    unit.press("申请延期")
    unit.is_told("申请延期至")
    unit.reads("已有一份延期申请待审批")
    director.open("/")
    director.reads("延期审批")
    director.follow("小型水库")
    director.reads("连续降雨，三座水库无法进场。")
    director.follow("同意延期")
    director.press("同意延期")
    director.is_told("同意延期，新的时限为")
    unit.open(address)
    unit.reads(in_days(60).isoformat())
    unit.reads(f"原 {in_days(30).isoformat()}")


def test_a_date_that_is_already_past_is_refused_in_words_and_the_reason_stays(county, enter):
    unit = enter(county.water_liaison)
    unit.open(f"/assignments/{county.part(county.directive('running')).pk}/ask_extension/")
    unit.write("延期原因", "连续降雨，三座水库无法进场。")
    unit.write("目前进展", "九座水库已经完工。")
    unit.write("申请延至", in_days(-1).isoformat())
    unit.press("申请延期")
    unit.reads("没有提交，请先改正")
    unit.holds("延期原因", "连续降雨，三座水库无法进场。")


def test_a_suspended_matter_shows_no_light_until_it_is_resumed(county, enter):
    address = county.directive("running", due=in_days(30)).matter.get_absolute_url()
    unit, director = enter(county.water_liaison), enter(county.director)
    unit.open(address)
    unit.reads("正常")
    director.open(address)
    director.follow("中止")
    director.write("理由", "规划调整，等待上级批复。")
    director.press("中止")
    director.is_told("中止办理：规划调整，等待上级批复。")
    unit.open(address)
    unit.reads("已中止")
    unit.reads("中止计时")
    unit.reads_nothing_of("正常")
    director.follow("恢复办理")
    director.press("恢复办理")
    director.is_told("恢复办理，时限仍为")
    unit.open(address)
    unit.reads("办理中")
    unit.reads("正常")


def test_each_light_is_a_word_that_leads_to_its_list(county, enter):
    near = county.directive("running", due=in_days(1), title="修复水毁路段")
    far = county.directive("running", due=in_days(60), title="建成高标准农田")
    unit = enter(county.water_liaison)
    unit.reads("临期")
    unit.reads("正常")
    unit.page.locator(".cards").first.get_by_role("link", name="临期").click()
    unit.reads(near.matter.title)
    unit.reads_nothing_of(far.matter.title)
