"""A lead that thinks another should lead says so on a phone; the bureau's leader puts another in its place."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHY = "农村公路桥梁由县交通运输局管养（“三定”规定第三条），建议由其牵头。"
WIDTH = 390


def at_rest(visitor) -> None:
    """Nothing runs off the side of the phone."""
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= WIDTH


def test_from_the_lead_on_a_phone_by_the_bureau_to_the_new_lead(county, enter):
    matter = county.directive("dispatched", to=[county.water, county.finance], title="加固农村危桥").matter
    lead = enter(county.water_liaison, phone=True)
    lead.follow("加固农村危桥")
    lead.follow("退单（职责异议）")
    lead.reads("提出截止")
    lead.reads("退单不停止计时")
    at_rest(lead)
    lead.write("退单理由", WHY)
    lead.write("建议改由哪家承办", "县交通运输局")
    lead.press("退单（职责异议）")
    lead.is_told("提出职责异议")
    lead.reads("待督查局裁定，时限照常计算")
    at_rest(lead)
    co_unit = enter(county.finance_liaison)
    co_unit.open(matter.get_absolute_url())
    co_unit.reads_nothing_of(WHY)
    director = enter(county.director)
    director.reads("职责异议裁定")
    director.follow("加固农村危桥")
    director.reads(WHY)
    director.follow("改由其他单位牵头")
    director.write("牵头单位", "县水利局")
    director.press("改由其他单位牵头")
    director.reads("县水利局就是现在的牵头单位")
    director.write("牵头单位", "县交通运输局")
    director.write("意见", "按职责分工。")
    director.press("改由其他单位牵头")
    director.is_told("改由县交通运输局牵头，县水利局不再承办。按职责分工。")
    new_lead = enter(county.roads_liaison, phone=True)
    new_lead.press("签收")
    new_lead.follow("加固农村危桥")
    new_lead.reads("改由县交通运输局牵头")
    at_rest(new_lead)
    lead.open(matter.get_absolute_url())
    lead.reads("不再承办")
    at_rest(lead)
