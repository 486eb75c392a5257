"""消息 and its neighbours: mine and nobody else's, read when opened, counted on every page, for the keeper the failures."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bureau.matters.models import Matter
from bureau.notices import alarms
from bureau.notices.models import Delivery, News, Notice, Preference
from bureau.notices.sweep import sweep

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture
def enter():
    def browser(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser


@pytest.fixture
def told(armed):
    """Water was dispatched a matter, and told of it."""
    armed.told = armed.directive("dispatched")
    sweep()
    return armed


def page(browser, url="/notices/") -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def unread(person) -> int:
    return Notice.objects.filter(person=person).unread().count()


def test_the_inbox_shows_number_title_and_what_is_owed(told, enter):
    shown = page(enter(told.water_liaison))
    assert told.told.matter.number in shown
    assert told.told.matter.title in shown
    assert "新的待办“签收”" in shown
    assert "● 未读" in shown


def test_a_stranger_has_no_such_messages(told, enter):
    notice = Notice.objects.filter(person=told.water_liaison).first()
    browser = enter(told.stranger)
    assert told.told.matter.title not in page(browser)
    assert browser.get(f"/notices/{notice.pk}/").status_code == 404
    assert unread(told.water_liaison) > 0


def test_a_message_leads_to_its_matter_and_is_read_from_then_on(told, enter):
    notice = Notice.objects.filter(person=told.water_liaison).first()
    answer = enter(told.water_liaison).get(f"/notices/{notice.pk}/")
    assert answer.url == told.told.get_absolute_url()
    notice.refresh_from_db()
    assert notice.read_at


def test_who_opens_the_matters_page_has_read_what_was_told_of_it(told, enter):
    other = told.directive("dispatched")
    sweep()
    enter(told.water_liaison).get(told.told.get_absolute_url())
    left = Notice.objects.filter(person=told.water_liaison).unread()
    assert set(left.values_list("matter", flat=True)) == {other.matter.pk}
    assert unread(told.water_head) > 0


def test_what_one_may_no_longer_see_is_neither_shown_nor_counted(told, enter):
    Matter.objects.update(secrecy="sealed")
    told.told.matter.assignments.update(sealed=True)
    browser, notice = enter(told.water_liaison), Notice.objects.filter(person=told.water_liaison).first()
    shown = page(browser)
    assert told.told.matter.number not in shown
    assert 'class="count"' not in shown
    assert browser.get(f"/notices/{notice.pk}/").status_code == 404


def test_all_read_marks_what_was_there_when_the_page_was_made(told, enter):
    upto = Notice.objects.filter(person=told.water_liaison).order_by("-pk").first().pk
    told.directive("dispatched")
    sweep()
    later = Notice.objects.filter(person=told.water_liaison, pk__gt=upto).count()
    enter(told.water_liaison).post("/notices/", {"upto": upto})
    assert unread(told.water_liaison) == later > 0
    assert unread(told.water_head) > 0


@pytest.mark.parametrize("upto", ["", "x", "\x00", "９", "9" * 40, "-1"])
def test_a_forged_form_marks_nothing(told, enter, upto):
    before = unread(told.water_liaison)
    assert enter(told.water_liaison).post("/notices/", {"upto": upto}).status_code == 302
    assert unread(told.water_liaison) == before


def test_only_the_unread_where_one_asks_for_them(told, enter):
    Notice.objects.filter(person=told.water_liaison).update(read_at=timezone.now())
    browser = enter(told.water_liaison)
    assert "没有未读的消息" in page(browser, "/notices/?show=unread")
    assert "○ 已读" in page(browser)


def test_every_page_counts_what_is_unread_up_to_ninety_nine(told, enter):
    browser = enter(told.system)
    assert 'class="count"' not in page(browser, "/")
    for number in range(101):
        alarms.tell(
            [told.system],
            f"a{number}",
            news=News.ALARM,
            words="告警",
            url="",
            urgent=False,
            at=timezone.now(),
        )
    assert "99+" in page(browser, "/settings/")


def test_the_desk_shows_the_five_newest(told, enter):
    for _ in range(4):
        told.directive("dispatched")
    sweep()
    assert page(enter(told.water_liaison), "/").count("● 未读") == 5


def test_more_messages_cost_no_more_queries(told, enter, monkeypatch):
    monkeypatch.setattr("bureau.demo.context.is_demo", lambda: False)  # asked anew every minute
    browser = enter(told.water_liaison)

    def cost(url) -> int:
        browser.get(url)
        with CaptureQueriesContext(connection) as spent:
            page(browser, url)
        return len(spent)

    few = [cost("/notices/"), cost("/")]
    for _ in range(8):
        told.directive("dispatched", to=[told.water, told.roads])
    sweep()
    cost("/notices/")
    assert [cost("/notices/"), cost("/")] == few


def saved(person) -> Preference:
    return Preference.objects.get(person=person)


GOOD = {
    "email": "water@taoxi.example",
    "mobile": "13900000000",
    "by_mail": "on",
    "digest": "on",
    "digest_at": "09:00",
    "quiet_from": "21:00",
    "quiet_to": "07:00",
}


def test_everybody_sets_their_own_addresses_and_hours(told, enter):
    enter(told.water_liaison).post("/notices/settings/", GOOD)
    assert saved(told.water_liaison).chosen() == ["mail"]
    assert saved(told.water_liaison).digest_at.hour == 9
    assert Preference.objects.count() == 1


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"email": "not an address"}, "电子邮件"),
        ({"mobile": "139 0000"}, "只能有字母、数字"),
        ({"mobile": "1" * 61}, "手机号"),
        ({"mobile": "1\x00"}, "手机号"),
        ({"digest_at": "25:61"}, "汇总时间"),
        ({"quiet_from": "08:00", "quiet_to": "07:59"}, "免打扰时段最长14小时，请改短。"),
    ],
)
def test_what_cannot_be_is_said_and_kept_on_the_page(told, enter, wrong, words):
    answer = enter(told.water_liaison).post("/notices/settings/", GOOD | wrong)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Preference.objects.exists()


def test_equal_ends_of_the_quiet_hours_are_none(told, enter):
    enter(told.water_liaison).post("/notices/settings/", GOOD | {"quiet_from": "08:00", "quiet_to": "08:00"})
    assert saved(told.water_liaison).quiet_until(timezone.now()) is None


def test_the_page_says_what_cannot_be_switched_off(told, enter):
    assert "不能关闭" in page(enter(told.water_liaison), "/notices/settings/")


def test_a_test_message_goes_to_oneself_once_a_minute(told, enter, settings, friday):
    settings.NOTICE_GATEWAY_URL = "http://127.0.0.1:9/"
    enter(told.water_liaison).post("/notices/settings/", GOOD)
    browser = enter(told.water_liaison)
    browser.post("/notices/test/")
    browser.post("/notices/test/")
    tests = Notice.objects.filter(news=News.TEST)
    assert [notice.person for notice in tests] == [told.water_liaison]
    assert Delivery.objects.get().channel == "gateway"  # they chose mail alone, but there is no mail server


def failed(person, state=State.FAILED, channel="mail", **about) -> Delivery:
    notice = Notice.objects.create(person=person, urgent=True, at=timezone.now(), **about)
    times = {"next_at": timezone.now(), "ended_at": timezone.now() if state == State.FAILED else None}
    words = {"tries": 7, "trouble": "邮件服务器不接收这个地址（550）"}
    return Delivery.objects.create(
        person=person, channel=channel, notice=notice, state=state, **times, **words
    )


@pytest.fixture
def broken(told):
    """One mail failed for good, one waits for another try, one text message failed."""
    about = {"news": News.ENTRY, "matter": told.told.matter}
    lines = list(told.told.matter.entries.all()[:3])
    told.lost = failed(told.water_liaison, entry=lines[0], **about)
    told.waits = failed(told.water_liaison, state=State.WAITING, entry=lines[1], **about)
    told.text = failed(told.water_liaison, channel="gateway", entry=lines[2], **about)
    return told


def test_the_keeper_sees_why_messages_did_not_go_out_and_no_content(broken, enter):
    shown = page(enter(broken.system), "/notices/failures/")
    assert broken.told.matter.number in shown
    assert "550" in shown
    assert "水库" not in shown


@pytest.mark.parametrize(
    "form, waiting, dropped",
    [
        ({"do": "again", "one": "lost"}, 2, 0),
        ({"do": "drop", "one": "waits"}, 0, 1),
        ({"do": "again", "all": "mail"}, 2, 0),
        ({"do": "drop", "all": "gateway"}, 1, 1),
        ({"do": "again", "all": "pigeon"}, 1, 0),
        ({"do": "burn", "all": "mail"}, 1, 0),
        ({"do": "again", "one": "9" * 30}, 1, 0),
        ({}, 1, 0),
    ],
)
def test_the_keeper_sends_again_or_gives_up(broken, enter, form, waiting, dropped):
    named = {"lost": broken.lost.pk, "waits": broken.waits.pk}
    form = {name: named.get(value, value) for name, value in form.items()}
    assert enter(broken.system).post("/notices/failures/", form).status_code == 302
    assert Delivery.objects.filter(state=State.WAITING).count() == waiting
    assert Delivery.objects.filter(state=State.DROPPED).count() == dropped


def test_nobody_else_sends_again(broken, enter):
    for person in (broken.director, broken.security, broken.water_liaison):
        answer = enter(person).post("/notices/failures/", {"do": "again", "all": "mail"})
        assert answer.status_code == 404
    assert Delivery.objects.filter(state=State.FAILED).count() == 2
