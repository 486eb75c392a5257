"""The magistrate on a phone sees what is late and opens it; the head of the bureau goes through a half-year step by step, and what is
printed in the end says what the first page said."""

import io
import re
from urllib.parse import urlencode

import pdfplumber
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from bureau.leading.halfyear.halves import Half
from reports.models import Bulletin
from tests.county import in_days
from tests.journeys.test_bulletin_desk import file_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTH, THUMB = 390, 44
HEIGHTS = """() => [...document.querySelectorAll(".cockpit-figures a, .cockpit-units a")]
    .map(one => one.getBoundingClientRect().height)"""


@pytest.fixture
def underway(county):
    """Two that are late, one of them at finance; one done; a word of the magistrate's."""
    county.directive("running", to=[county.water], title="修复灌区渠首", due=in_days(-30))
    county.directive("running", to=[county.finance], title="拨付经费", due=in_days(-30))
    county.directive("closed", to=[county.water], title="清理河道")
    county.instruction("running", to=[county.water])


def test_a_leader_sees_on_a_phone_what_is_late_and_opens_it(county, underway, enter):
    leader = enter(county.magistrate, phone=True)
    leader.open("/leading/")
    leader.page.locator(".steps").get_by_role("link", name="驾驶舱").click()
    leader.stands_at(re.compile("领导驾驶舱"))
    assert leader.page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    heights = leader.page.evaluate(HEIGHTS)
    assert heights
    assert min(heights) >= THUMB
    leader.page.get_by_role("link", name=re.compile(r"^2 逾期、严重滞后")).click()
    leader.stands_at("决策督查台账")
    leader.reads("修复灌区渠首")
    leader.reads("拨付经费")
    leader.reads_nothing_of("清理河道")
    leader.page.go_back()
    leader.page.get_by_role("link", name=re.compile(rf"^{county.water.short}")).first.click()
    leader.reads("修复灌区渠首")
    leader.reads_nothing_of("拨付经费")


def test_a_half_year_goes_from_the_figures_to_the_printed_notice(county, underway, enter, worker):
    half = Half.of(timezone.localdate())
    guide = f"/leading/half-year/?{urlencode({'year': half.year, 'part': half.part})}"
    director = enter(county.director)
    director.open(guide)
    director.reads("登记4件，办结1件")
    for _press in (1, 2):  # the second finds what the first has begun
        director.open(guide)
        director.page.locator("[aria-current=step] .button").click()
        if _press == 1:
            director.press("起草")
            director.is_told("已拟稿")
    assert Bulletin.objects.count() == 1
    director.press("保存并送核稿")
    director.is_told("已送核稿")
    address = Bulletin.objects.get().get_absolute_url()

    officer = enter(county.officer)
    officer.open(address)
    officer.press("核稿通过")
    deputy = enter(county.deputy)
    deputy.open(address)
    deputy.press("签发")
    worker.require_alive()
    deputy.open(address)
    deputy.waits_for("下载 PDF")
    with pdfplumber.open(io.BytesIO(file_of(deputy, "下载 PDF"))) as opened:
        text = "".join(page.extract_text() for page in opened.pages).replace("\n", "")
    assert "共登记各类督查事项4件，立项办理4件，已办结1件" in text
    assert "逾期未办结2件" in text
    director.open(guide)
    expect(director.page.locator(".half-steps")).to_contain_text("已印发")
    director.page.locator("[aria-current=step] .button").click()
    director.reads("共登记各类督查事项4件")
