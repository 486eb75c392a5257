"""The login ends while somebody writes: they log in again and go on where they were."""

import pytest

from bureau.matters.models import Reply
from bureau.org.models import Session
from tests.county import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORDS = "已排查十二座，另有三座待复核。"


@pytest.fixture
def form(county) -> str:
    return f"/assignments/{county.part(county.directive('running')).pk}/reply/"


def log_in(person, username: str) -> None:
    person.write("账号", username)
    person.write("密码", PASSWORD)
    person.press("登录")


def test_an_answer_sent_after_the_login_ended_is_finished_after_the_next(enter, county, form):
    liaison = enter(county.water_liaison)
    liaison.open(form)
    liaison.write("内容", WORDS)
    Session.objects.all().delete()
    liaison.press("反馈进展")
    liaison.stands_at("登录")
    liaison.is_told("您刚才填写的内容已经存好")
    log_in(liaison, "water")
    liaison.reads("没有提交的内容")
    liaison.holds("内容", WORDS)
    liaison.press("反馈进展")
    liaison.is_told(WORDS)
    assert Reply.objects.get().text == WORDS


def test_another_who_logs_in_there_finds_an_empty_form(enter, county, form):
    liaison = enter(county.water_liaison)
    liaison.open(form)
    liaison.write("内容", WORDS)
    Session.objects.all().delete()
    liaison.press("反馈进展")
    log_in(liaison, "water-head")
    liaison.holds("内容", "")
    liaison.reads_nothing_of(WORDS)


def test_a_window_from_before_a_new_login_leads_back_to_its_form(arrive, county, form):
    first = arrive()
    first.log_in("water")
    first.open(form)
    first.write("内容", WORDS)
    second = type(first)(first.page.context.new_page(), first.scripts)
    Session.objects.all().delete()
    second.log_in("water")
    first.press("反馈进展")
    first.stands_at("页面已过期")
    assert not Reply.objects.exists()
    first.follow("打开表单继续")
    first.holds("内容", WORDS)
    first.press("反馈进展")
    first.is_told(WORDS)


def test_a_bulletin_half_written_outlives_the_login(enter, county):
    county.directive("running")
    officer = enter(county.officer)
    officer.open(f"/reports/new/?source={county.source.pk}")
    officer.press("用勾选的事项拟稿")
    officer.write("标题", "上半年督查通报")
    Session.objects.all().delete()
    officer.press("保存")
    officer.is_told("已经存好")
    log_in(officer, "officer")
    officer.holds("标题", "上半年督查通报")
    officer.press("保存")
    officer.is_told("已保存")
    officer.reads_nothing_of("没有提交的内容")
