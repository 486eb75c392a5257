"""外出代理 and 代录 on their pages: chosen, refused in words, ended; confirmed or disputed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.matters.models import Behalf
from bureau.matters.parts import replies
from bureau.org.deputies import acting
from bureau.org.models import Appointment, Deputy
from tests.county import in_days
from tests.deputies import secretary, stand_in
from tests.house.test_queries import cost
from tests.pages.test_in_whose_name import second_plea

pytestmark = pytest.mark.django_db
URL = "/settings/away/"


def asked(deputy, first=0, last=2, **more) -> dict:
    today = timezone.localdate()
    return {
        "deputy": deputy.pk,
        "starts": str(today + timedelta(days=first)),
        "ends": str(today + timedelta(days=last)),
        **more,
    }


def test_an_absence_is_arranged_seen_and_ended(county, enter):
    browser = enter(county.officer)
    assert browser.post(URL, asked(county.colleague, reason="外出学习")).status_code == 302
    assert (
        browser.post(URL, asked(county.colleague, reason="外出学习")).status_code == 302
    )  # the second click
    row = Deputy.objects.get()
    page = browser.get(URL).content.decode()
    assert "进行中" in page
    assert "外出学习" in page
    assert "进行中" in enter(county.colleague).get(URL).content.decode()
    assert browser.post(URL, {"end": row.pk}).status_code == 302
    assert "提前终止" in browser.get(URL).content.decode()
    assert browser.post(URL, {"end": row.pk}).status_code == 302


@pytest.mark.parametrize(
    "form, told",
    [
        ({"deputy": ""}, "代理人"),
        ({"deputy": "9" * 30}, "选"),
        ({"deputy": "a\0b"}, "选"),
        ({"starts": "2026-02-30"}, "不是一个存在的日期"),
        ({"starts": "0001-01-01"}, "不能早于今天"),
        ({"ends": "9999-12-31"}, "最长180日"),
        ({"ends": ""}, "至"),
        ({"reason": "长" * 201}, "200"),
        ({"reason": "a\0b"}, "空字符"),
    ],
)
def test_a_wrong_value_is_named_and_what_was_typed_stays(county, enter, form, told):
    answer = enter(county.officer).post(URL, {**asked(county.colleague, reason="去省里开会"), **form})
    page = answer.content.decode()
    assert answer.status_code in (200, 409)
    assert told in page
    assert form.get("reason", "去省里开会")[:2] in page
    assert not Deputy.objects.exists()


@pytest.mark.parametrize("whose", ["abc", "0", "9" * 40, "\0"])
def test_whose_absence_cannot_be_made_up(county, enter, whose):
    assert enter(county.officer).get(URL, {"whose": whose}).status_code == 404


def test_nobody_arranges_for_whom_they_may_not(county, enter):
    for somebody in (county.officer, county.water_head, county.magistrate, county.stranger, county.audit):
        url = f"{URL}?whose={county.roads_liaison.pk}"
        assert enter(somebody).get(url).status_code == 404, somebody
        assert enter(somebody).post(url, asked(county.roads_liaison)).status_code == 404, somebody
    assert enter(county.system).get(f"{URL}?whose={county.roads_liaison.pk}").status_code == 200


@pytest.mark.parametrize("key", ["abc", "", "0", "9" * 40, "②"])
def test_an_arrangement_that_is_not_there_is_not_ended(county, enter, key):
    assert enter(county.officer).post(URL, {"end": key}).status_code == 404


def test_a_strangers_arrangement_is_not_ended_and_not_seen(county, enter):
    row = stand_in(county.officer, county.colleague)
    for somebody in (county.colleague, county.stranger, county.water_head, county.magistrate, county.audit):
        assert enter(somebody).post(URL, {"end": row.pk}).status_code == 404, somebody
    assert "督查员甲" not in enter(county.stranger).get(URL).content.decode()
    row.refresh_from_db()
    assert row.ended_at is None


def test_more_arrangements_cost_the_same(county, enter):
    browser, today = enter(county.director), timezone.localdate()

    def past(count):
        for _ in range(count):
            day = today - timedelta(days=10 + Deputy.objects.count())
            Deputy.objects.create(
                kind="stand_in",
                principal=county.officer,
                deputy=county.colleague,
                starts=day,
                ends=day,
                arranged_by=county.officer,
            )

    past(2)
    few = cost(browser, URL)
    past(6)
    assert cost(browser, URL) == few


@pytest.fixture
def entered(county):
    """Two lines that a secretary entered for the vice."""
    secretary(county, county.vice, county.stranger)
    actor = acting(county.stranger, county.vice, "电话指示：同意")
    return [replies.grant_extension(actor, second_plea(county), in_days(50)) for _ in range(2)]


def test_the_leader_confirms_what_is_ticked(county, enter, entered):
    browser = enter(county.vice)
    page = browser.get("/confirming/").content.decode()
    assert page.count("电话指示：同意") == 2
    assert "/confirming/" in browser.get("/leading/").content.decode()
    assert browser.post("/confirming/", {"id": entered[0].pk}).status_code == 302
    assert browser.get("/confirming/").content.decode().count("电话指示：同意") == 1
    assert [one.confirmed_at is not None for one in Behalf.objects.order_by("pk")] == [True, False]


def test_an_objection_without_words_keeps_its_place(county, enter, entered):
    browser = enter(county.vice)
    answer = browser.post("/confirming/", {"dispute": entered[0].pk, "objection": "长" * 1001})
    assert answer.status_code == 409
    assert "不超过1000字" in answer.content.decode()
    assert "长" * 1001 in answer.content.decode()
    assert (
        browser.post("/confirming/", {"dispute": entered[0].pk, "objection": "没有说过\0"}).status_code == 302
    )
    assert Behalf.objects.get(pk=entered[0].pk).objection == "没有说过"


@pytest.mark.parametrize("key", ["abc", "", "9" * 40, "③"])
def test_a_line_that_is_none_is_not_disputed(county, enter, entered, key):
    assert enter(county.vice).post("/confirming/", {"dispute": key, "objection": "不对"}).status_code == 404


def test_a_stranger_finds_nothing_to_confirm(county, enter, entered):
    for somebody in (county.stranger, county.magistrate, county.director, county.system):
        browser = enter(somebody)
        assert "电话指示" not in browser.get("/confirming/").content.decode(), somebody
        browser.post("/confirming/", {"id": [one.pk for one in entered]})
        browser.post("/confirming/", {"dispute": entered[0].pk, "objection": "不对"})
    assert not Behalf.objects.exclude(confirmed_at=None, disputed_at=None).exists()


def test_on_whose_word_is_read_by_the_bureau_and_not_by_the_unit(county, enter, entered):
    url = entered[0].matter.get_absolute_url()
    assert "电话指示：同意" in enter(county.officer).get(url).content.decode()
    page = enter(county.water_liaison).get(url).content.decode()
    assert "待本人确认" in page
    assert "电话指示" not in page


def test_one_administrator_names_a_secretary_and_another_confirms(county, enter):
    browser = enter(county.system)
    form = {"principal": county.vice.pk, "deputy": county.stranger.pk, "starts": str(timezone.localdate())}
    assert browser.post("/admin/org/deputy/add/", form).status_code == 302
    enter(county.security).post("/appointments/", {"confirm": Appointment.objects.get().pk})
    row = Deputy.objects.get()
    assert (row.kind, row.arranged_by, row.ends) == ("secretary", county.system, None)
    assert browser.post("/admin/org/deputy/add/", {**form, "deputy": county.vice.pk}).status_code == 200
    assert browser.post("/admin/org/deputy/add/", {**form, "principal": county.officer.pk}).status_code == 200
    assert browser.post("/admin/org/deputy/add/", {**form, "deputy": county.audit.pk}).status_code == 200
    assert Deputy.objects.count() == 1
    page = browser.get(f"/admin/org/deputy/{row.pk}/change/")
    ended = {"ends": str(timezone.localdate()), "reason": "", "seen": page.context["adminform"].form.stands}
    assert browser.post(f"/admin/org/deputy/{row.pk}/change/", ended).status_code == 302
    row.refresh_from_db()
    assert (row.ends, row.principal) == (timezone.localdate(), county.vice)
    stand_in(county.officer, county.colleague)
    assert "督查员甲" not in browser.get("/admin/org/deputy/").content.decode()
    assert enter(county.director).get("/admin/org/deputy/").status_code == 404
