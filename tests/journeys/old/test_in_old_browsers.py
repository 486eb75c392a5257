"""One journey per post in Chromium 80 and 92, where `make test` found that they start."""

import os
from pathlib import Path

import pytest
from django.conf import settings as house
from django.test import Client

from bureau.matters.parts import assignments
from bureau.org.models import Appointment
from complaints.models import Complaint
from directives.models import Directive
from instructions.models import Instruction
from reports.models import Bulletin
from tests.county import CALLER
from tests.house.papers import picture
from tests.house.scene import keep
from tests.journeys.old.pipe import Chromium
from tests.journeys.old.visitor import DESKTOP, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HAD = dict(one.split("=", 1) for one in os.environ.get("OLD_CHROMIUMS", "").split(os.pathsep) if one)


@pytest.fixture(scope="module", params=["80", "92"])
def chromium(request, tmp_path_factory):
    if request.param not in HAD:
        pytest.skip(f"本机没有能启动的 Chromium {request.param}，原因见 make test 开头")
    browser = Chromium(Path(HAD[request.param]), tmp_path_factory.mktemp("profile"))
    assert f"/{request.param}." in browser.ask("Browser.getVersion")["product"]
    yield browser
    browser.stop()


@pytest.fixture
def arrive(chromium, county, live_server, settings, tmp_path):
    """Somebody before the login; at the end nobody has met a fault of the house."""
    settings.FILES_ROOT = tmp_path
    visitors = []

    def come(screen=DESKTOP) -> Visitor:
        visitors.append(Visitor(chromium, live_server.url, screen))
        return visitors[-1]

    yield come
    for visitor in visitors:
        visitor.settle()
        chromium.ask("Target.disposeBrowserContext", browserContextId=visitor.context)
    assert [fault for visitor in visitors for fault in visitor.faults] == []


@pytest.fixture
def enter(arrive):
    """A person who is logged in, at their 工作台."""

    def come(person, screen=DESKTOP) -> Visitor:
        visitor, known = arrive(screen), Client()
        known.force_login(person)
        visitor.is_known_by(house.SESSION_COOKIE_NAME, known.session.session_key)
        visitor.open("/")
        return visitor

    return come


def test_a_matter_is_signed_for_reported_and_closed(county, enter):
    directive = county.directive("approved", to=[county.water])
    address = directive.get_absolute_url()
    officer = enter(county.officer)
    officer.open(address)
    officer.press("交办")
    officer.is_told("交办")
    unit = enter(county.water_liaison, PHONE)
    unit.fits()
    unit.press("签收")
    unit.is_told("签收")
    unit.open(address)
    unit.follow("报送办结报告")
    unit.write("办结报告", "已全部整改到位。")
    unit.press("报送办结报告")
    unit.is_told("报送办结报告")
    colleague = enter(county.colleague)
    colleague.open(address)
    colleague.follow("审核通过并销号")
    colleague.press("审核通过并销号")
    colleague.is_told("审核通过，予以销号")
    assert Directive.objects.get(pk=directive.pk).state == "closed"


def test_a_leader_writes_a_word_on_a_phone(county, enter):
    leader = enter(county.magistrate, PHONE)
    leader.follow("写批示")
    leader.write("牵头单位", county.water.initials)
    leader.press(county.water.short)
    leader.write("几日内报我", "7")
    leader.holds("批示内容", f"请{county.water.short}牵头办理，7日内报我。")
    leader.fits()
    leader.press("提交批示")
    leader.reads("7日内报我")
    assert Instruction.objects.get().lead_unit == county.water


def test_an_officer_drafts_a_bulletin_beside_its_page_and_has_it_checked(county, enter):
    county.directive("closed", to=[county.water], title="完成小型水库隐患排查")
    officer = enter(county.officer)
    officer.open("/directives/")
    officer.tick("选中")
    officer.press("拟通报")
    officer.press("用勾选的事项拟稿")
    officer.is_told("已拟稿")
    officer.write("标题", "关于近期议定事项办理情况的通报")
    assert officer.shows(".preview-page") == 780
    officer.press("保存并送核稿")
    officer.is_told("已送核稿")
    colleague = enter(county.colleague)
    colleague.open(Bulletin.objects.get().get_absolute_url())
    assert colleague.shows(".leaves img") >= 780
    colleague.press("核稿通过")
    colleague.is_told("核稿通过")


def test_a_ledger_is_asked_and_a_file_is_looked_at(county, enter):
    county.directive("running", to=[county.finance], title="拨付村级运转经费")
    directive = county.directive("running", to=[county.water], title="完成水库除险加固")
    assignments.reply(
        county.water_liaison, county.part(directive), "已动工", 30, [keep(picture(), "现场.png")]
    )
    officer = enter(county.officer)
    officer.open("/directives/")
    officer.write("关键词", "水库")
    officer.press("查询")
    officer.reads_nothing_of("拨付村级运转经费")
    officer.fits()
    officer.follow("完成水库除险加固")
    officer.follow("查看")
    assert officer.shows(".look-page img") == 2
    officer.follow("返回")
    officer.reads("已动工")


def test_the_administration_takes_a_person_and_switches_many_on_a_phone(county, enter):
    office = enter(county.system, PHONE)
    office.open("/admin/org/person/add/")
    office.write("账号", "newcomer")
    office.write("称呼", "新来的督查员")
    office.tick("督查员")
    office.write("初始密码", "start-2026-taoxi")
    office.press("保存")
    office.is_told("新来的督查员")
    assert Appointment.objects.get(person__username="newcomer").posts == ["officer"]
    office.open("/admin/org/unit/?q=水利")
    office.fits()
    office.tick("全选")
    office.press("启用所选单位")
    office.is_told("已启用 0 个单位")


def test_a_caller_is_registered_while_the_telephone_is_at_the_ear(county, enter):
    clerk = enter(county.clerk)
    clerk.open("/complaints/new/")
    clerk.write("反映的内容", "马石镇红岩路口有人设卡收费，每车20元。")
    clerk.press("读出建议")
    clerk.reads("建议，读自“马石镇”")
    clerk.write("投诉人姓名", CALLER.name)
    clerk.write("投诉人电话", CALLER.phone)
    clerk.fits()
    clerk.press("登记投诉")
    clerk.is_told("已登记")
    assert Complaint.objects.get().state == "received"


def test_an_enterprise_complains_at_a_phone_and_finds_it_again(county, arrive, settings):
    settings.PUBLIC_COMPLAINTS = True
    visitor = arrive(PHONE)
    visitor.open("/tousu/")
    visitor.write("反映的问题", "路口有人设卡收费，每车20元。")
    visitor.write("属于哪一类", str(county.cause().pk))
    visitor.write("企业名称", CALLER.enterprise)
    visitor.fits()
    visitor.press("提交")
    visitor.reads("已收到您的投诉", "h1")
    code = visitor.evaluate("document.querySelector('.public-code').textContent")
    visitor.follow("凭查询码查看")
    visitor.write("查询码", code)
    visitor.press("查看")
    visitor.reads("受理审查")
    visitor.fits()
