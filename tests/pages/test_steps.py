"""A step's form: wrong values are named beside their field, what was typed stays, a second sending does nothing."""

import pytest

from bureau.matters.models import Entry, Reply
from bureau.pages.once import token
from directives import actions
from directives.models import Directive, Source
from tests.county import in_days
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(county):
    return county.directive("running", to=[county.water, county.roads])


def url_of(part, step) -> str:
    return f"/assignments/{part.pk}/{step}/"


@pytest.mark.parametrize(
    "step, form, told",
    [
        ("reply", {"text": ""}, "内容"),
        ("reply", {"text": "\u202e\u200b\ufeff\u00ad\u3164\u2800"}, "请填写"),
        ("reply", {"text": "长" * 4001}, "4000"),
        ("reply", {"text": "进展", "percent": "-1"}, "完成进度"),
        ("reply", {"text": "进展", "percent": "101"}, "完成进度"),
        ("reply", {"text": "进展", "percent": "9" * 5000}, "完成进度"),
        ("reply", {"text": "进展", "percent": "一半"}, "完成进度"),
        ("reply", {"text": "a\0b"}, "空字符"),
        ("ask_extension", {"text": "汛期", "progress": "六成", "until": "2026-02-30"}, "不是一个存在的日期"),
        (
            "ask_extension",
            {"text": "汛期", "progress": "六成", "until": "9999-12-31"},
            "年份应在2000至2099之间",
        ),
        (
            "ask_extension",
            {"text": "汛期", "progress": "六成", "until": "0001-01-01"},
            "年份应在2000至2099之间",
        ),
        ("ask_extension", {"text": "汛期", "progress": "六成", "until": ""}, "申请延至"),
        ("ask_extension", {"text": "汛期", "progress": "六成", "until": "2001-01-01"}, "时限"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_sent(county, enter, running, step, form, told):
    before = Entry.objects.count()
    answer = enter(county.water_liaison).post(url_of(county.part(running), step), form)
    assert answer.status_code in (200, 409)
    assert told in answer.content.decode()
    assert form["text"][:100].replace("\0", "") in answer.content.decode().replace("\0", "")
    assert (Entry.objects.count(), Reply.objects.count()) == (before, 0)


def test_a_reply_to_a_closed_matter_is_refused_with_the_reason(county, enter):
    closed = county.directive("closed")
    answer = enter(county.water_liaison).post(url_of(county.part(closed), "reply"), {"text": "补一句"})
    assert answer.status_code == 409
    assert "补一句" in answer.content.decode()
    assert not Reply.objects.filter(text="补一句").exists()


def test_the_same_form_sent_twice_counts_once(county, enter, running):
    form, browser = {"text": "只报一次", "once": token()}, enter(county.water_liaison)
    answers = [browser.post(url_of(county.part(running), "reply"), form, follow=True) for _ in range(2)]
    assert Reply.objects.filter(text="只报一次").count() == 1
    assert "没有重复办理" in answers[1].content.decode()


def test_a_form_opened_before_a_change_is_held_back_with_what_happened(county, enter, running):
    browser, url = enter(county.director), f"/directives/{running.pk}/void/"
    form = form_of(browser.get(url))
    actions.suspend(county.deputy, running, "等待上级批复")
    answer = browser.post(url, form | {"reason": "重复立项"})
    assert answer.status_code == 409
    assert "等待上级批复" in answer.content.decode()
    assert "重复立项" in answer.content.decode()
    again = browser.post(url, form_of(answer) | {"reason": "重复立项"})
    assert again.status_code == 302


def test_a_correction_from_an_old_form_is_held_back(county, enter):
    draft = county.directive("draft")
    browser, url = enter(county.officer), f"/directives/{draft.pk}/edit/"
    old = form_of(browser.get(url))
    browser.post(url, form_of(browser.get(url)) | {"title": "先改的"})
    answer = browser.post(url, old | {"title": "后改的"})
    assert answer.status_code == 409
    assert Directive.objects.get().matter.title == "先改的"
    assert browser.post(url, form_of(answer)).status_code == 302
    assert Directive.objects.get().matter.title == "后改的"


@pytest.mark.parametrize(
    "name, value, told",
    [
        ("title", "长" * 4000, "最多500字（现在4000字）"),
        ("title", "", "请填写督查事项"),
        ("lead", "、", "请填写牵头单位"),
        ("lead", "县水利局、县财政局", "牵头单位只能有1家"),
        ("lead", "没有的局", "没有叫"),
        ("co", "人民法院", "不是政府督查的对象"),
        ("due", "2026-02-30", "不是一个存在的日期"),
        ("urgency", "nonsense", "nonsense"),
        ("leader", "a\0b", "空字符"),
    ],
)
def test_a_decision_registered_by_hand_is_checked_field_by_field(county, enter, name, value, told):
    form = {"title": "修路", "lead": "县水利局", "urgency": "minutes", "secrecy": "normal"}
    answer = enter(county.officer).post(
        f"/directives/sources/{county.source.pk}/register/", form | {name: value}
    )
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not Directive.objects.exists()


def test_a_unit_as_lead_and_co_and_twice_takes_part_once(county, enter):
    form = {
        "title": "修路",
        "lead": "县水利局",
        "co": "县财政局、县水利局、县财政局",
        "urgency": "minutes",
        "secrecy": "normal",
    }
    enter(county.officer).post(f"/directives/sources/{county.source.pk}/register/", form)
    parts = Directive.objects.get().matter.assignments.all()
    assert [part.unit.short for part in parts] == ["县水利局", "县财政局"]


def test_a_paper_dated_on_a_day_that_does_not_exist_is_refused(county, enter):
    form = {"kind": "executive", "title": "纪要", "date": "2026-02-30"}
    answer = enter(county.officer).post("/directives/sources/new/", form)
    assert "不是一个存在的日期" in answer.content.decode()
    assert not Source.objects.exists()


def test_a_batch_of_nothing_is_asked_to_tick(county, enter):
    answer = enter(county.director).post(
        "/directives/batch/approve/", {"id": ["nonsense", "9" * 5000]}, follow=True
    )
    assert "请至少勾选一项" in answer.content.decode()


def test_who_approves_many_sees_the_date_of_each_or_that_it_has_none(county, enter):
    words = ({"due": in_days(20)}, {"due": None}, {"due": None, "recurring": True, "cadence": "quarterly"})
    keys = [county.directive("proposed", **one).pk for one in words]
    page = enter(county.director).get("/directives/batch/approve/", {"id": keys}).content.decode()
    assert f"办理时限 {in_days(20):%Y-%m-%d}" in page
    assert "办理时限 长期，每季度报告" in page
    assert page.count('<b class="late">未定时限</b>') == 1


def test_each_of_a_batch_is_taken_by_itself_or_says_why_not(county, enter):
    good, bad = county.directive("proposed"), county.directive("draft")
    answer = enter(county.director).post("/directives/batch/approve/", {"id": [good.pk, bad.pk]}, follow=True)
    page = answer.content.decode()
    assert "已对1件事项办理" in page
    assert f"没有办理：“{bad.matter}”" in page
    assert Directive.objects.get(pk=good.pk).state == "approved"
    assert Directive.objects.get(pk=bad.pk).state == "draft"


def test_a_batch_of_which_none_can_be_taken_does_nothing_and_says_why(county, enter):
    bad = county.directive("draft")
    answer = enter(county.director).post("/directives/batch/approve/", {"id": [bad.pk]})
    assert answer.status_code == 409
    assert "当前状态不能“审定立项”" in answer.content.decode()
