"""Proposing through the page: what is wrong is told beside its field, and what the leader named stands in it."""

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.models import Matter
from instructions.models import Instruction
from tests.county import in_days
from tests.instructions.posted import PLAN, enter_and_post, is_refused
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def propose(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}propose/"

    def send(**values):
        return browser.post(url, form_of(browser.get(url)) | values)

    send.browser, send.url, send.record = browser, url, record
    return send


def test_what_is_wrong_with_a_proposal_stands_beside_the_field_that_mends_it(propose):
    for name, wrong in (("summary", ""), ("due", "2020-01-01"), ("co", "县水利局"), ("self_handled", "on")):
        form = propose.browser.post(propose.url, PLAN | {name: wrong}).context["form"]
        assert list(form.errors) == [name]


@pytest.mark.parametrize(
    "changes, told",
    [
        ({"lead": ""}, "请填写“牵头单位”"),
        ({"lead": "县水利局、县财政局"}, "牵头单位只能有1家"),
        ({"lead": "没有的局"}, "没有叫"),
        ({"co": "县财政局、县水利局"}, "县水利局已是牵头单位，不能同时是协办单位"),
        ({"lead": "人民法院"}, "不是政府督查的对象"),
        ({"co": "人民法院"}, "不是政府督查的对象"),
        ({"lead": "人民检察院"}, "没有叫"),
        ({"due": "2020-01-01"}, "“办理时限”须在今天之后"),
        ({"due": "today"}, "“办理时限”须在今天之后"),
        ({"due": "2026-02-30"}, "办理时限不是一个存在的日期"),
        ({"summary": ""}, "请填写“批示摘要”"),
        ({"shown": ""}, "承办单位可见"),
        ({"shown": "everything"}, "承办单位可见"),
        ({"self_handled": "on"}, "就不要再填牵头单位和协办单位"),
        ({"summary": "要" * 1001}, "批示摘要最多1000字（现在1001字）"),
        ({"opinion": "见" * 501}, "拟办意见最多500字（现在501字）"),
        ({"asked": "求" * 501}, "办理要求最多500字（现在501字）"),
        ({"opinion": "a\0b"}, "拟办意见"),
    ],
)
def test_a_wrong_proposal_is_told_and_nothing_is_proposed(propose, changes, told):
    if changes.get("due") == "today":
        changes = {"due": str(timezone.localdate())}
    is_refused(propose.browser, PLAN | changes, told, propose.url)
    record = Instruction.objects.get()
    assert (record.state, record.lead_unit, record.co_units.count()) == ("registered", None, 0)


def test_a_unit_that_was_switched_off_is_not_proposed(county, propose):
    type(county.water).objects.filter(pk=county.water.pk).update(active=False)
    is_refused(propose.browser, PLAN, "县水利局", propose.url)


def test_a_unit_that_was_switched_off_after_the_proposal_is_not_given_anything(county, enter):
    record = county.instruction("proposed")
    type(county.water).objects.filter(pk=county.water.pk).update(active=False)
    url = f"{record.get_absolute_url()}approve/"
    is_refused(enter(county.director), {"remark": ""}, "县水利局已停用", url)
    assert Instruction.objects.get().state == "proposed"


def test_the_original_needs_no_summary_and_the_bureau_itself_neither(county, propose):
    assert propose(lead="县水利局", shown="original").status_code == 302
    record = county.instruction("registered")
    url = f"{record.get_absolute_url()}propose/"
    values = {"self_handled": "on", "shown": "summary", "lead": "", "co": ""}
    assert enter_and_post(propose.browser, url, values).status_code == 302


def test_what_the_leader_named_stands_in_the_form(county, enter):
    plan = instructing.Plan(county.water, (county.finance,), in_days(9))
    record = instructing.instruct(county.magistrate, county.word(), instructing.OnPaper("报告"), plan)
    shown = form_of(enter(county.officer).get(f"{record.get_absolute_url()}propose/"))
    assert (shown["lead"], shown["co"]) == ("县水利局", "县财政局")
    assert shown["due"] == str(in_days(9))


@pytest.mark.parametrize(
    ("words", "read", "day"),
    [
        ("请水利局拿出方案，一周内报我。", "一周内", "2026-11-30"),
        ("三日内报结果。", "三日内", "2026-11-26"),
        ("请水利局阅处，十个工作日内报我。", "十个工作日内", "2026-12-07"),
        ("本月底前办结。", "本月底前", "2026-11-30"),
        ("请于12月5日前报我。", "12月5日前", "2026-12-05"),
    ],
)
def test_the_date_in_a_leaders_words_stands_in_the_form_beside_the_words(
    county, enter, time_machine, words, read, day
):
    time_machine.move_to("2026-11-23T10:00:00+08:00", tick=False)
    record = county.instruction("registered", word=county.word(words=words))
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/")
    assert form_of(page)["due"] == day
    assert f"批示写明“{read}”，读作{day}，请核对。" in page.content.decode()


@pytest.mark.parametrize("words", ["春节前办结。", "请水利局尽快拿出方案。", "限期整改到位。"])
def test_a_leaders_words_that_give_no_date_are_asked_about(county, enter, words):
    record = county.instruction("registered", word=county.word(words=words))
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/")
    assert form_of(page)["due"] == ""
    assert "没有读成日期：要在哪天以前办结？" in page.content.decode()


def test_a_leaders_date_that_has_gone_by_is_asked_about(county, enter):
    record = county.instruction("registered", word=county.word(words="三日内报我。", date=in_days(-9)))
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/")
    assert form_of(page)["due"] == ""
    assert "已经过去：要在哪天以前办结？" in page.content.decode()


def test_what_the_words_say_binds_the_units_once_it_is_approved(county, enter):
    record = county.instruction("registered", word=county.word(words="请水利局十个工作日内报我。"))
    browser, url = enter(county.officer), f"{record.get_absolute_url()}propose/"
    offered = form_of(browser.get(url))
    browser.post(url, offered | {"lead": "县水利局", "summary": "十个工作日内报结果。"})
    instructing.approve(county.director, Instruction.objects.get())
    assert str(timezone.localdate(Matter.objects.get().due_at)) == offered["due"] > str(in_days(9))
