"""督查专报 on its way: an accepted result becomes the leader's paper, and the desk sees when it was read."""

import pytest

from reports.models import Receipt

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
RESULT = "方案已经印发，两处隐患已经消除"


def test_from_the_accepted_result_to_the_leaders_page(county, enter, worker):
    record = county.instruction("accepted", to=[county.water])
    officer = enter(county.officer)
    draft(officer, record)
    check(enter(county.colleague, phone=True))
    sign(enter(county.director, phone=True))
    worker.require_alive()
    officer.open("/reports/")
    officer.follow("关于县长对")
    officer.reads("送达 1 家（人），已阅 0，未阅 1")
    read(enter(county.magistrate, phone=True))
    officer.page.reload()
    officer.reads("送达 1 家（人），已阅 1，未阅 0")
    assert Receipt.objects.get().read_at
    officer.open(record.get_absolute_url())
    officer.reads("已呈报")
    officer.follow("督查专报")
    officer.reads("反馈")


def draft(officer, record):
    officer.open(record.get_absolute_url())
    officer.follow("起草专报")
    officer.press("起草")
    officer.is_told("已起草")
    officer.holds("报", "县长。")
    officer.press("保存并送核稿")
    officer.is_told("已送核稿")
    officer.reads(RESULT)


def check(colleague):
    colleague.follow("去核稿")
    colleague.page.locator("main").get_by_role("link", name="关于县长对").click()
    colleague.reads(RESULT)
    colleague.press("核稿通过")
    colleague.is_told("核稿通过，送局领导签发")


def sign(director):
    director.follow("去签发")
    director.page.locator("main").get_by_role("link", name="关于县长对").click()
    director.press("签发")
    director.is_told("签发，编为督查专报")
    director.waits_for("下载 PDF")


def read(leader):
    leader.open("/reports/")
    leader.page.locator("main").get_by_role("link", name="关于县长对").click()
    leader.reads(RESULT)
    leader.reads_nothing_of("未阅")
