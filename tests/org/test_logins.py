"""One's own logins: listed, ended, limited; ended by what changes the account, and told."""

from itertools import pairwise

import pytest

from bureau.org import appointing, passwords
from bureau.org.models import AdminEntry, PostRule, Session
from bureau.org.posts import Post
from tests.org.people import PASSWORD, person
from tests.org.test_door import NEW, change, log_in, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def liaison(db):
    return person("shuili", Post.LIAISON)


@pytest.fixture
def browsers(enter, liaison):
    """Three in which the liaison has logged in, the oldest first."""
    found = [enter(None) for _one in range(3)]
    for number, browser in enumerate(found):
        log_in(browser, "shuili", address=f"10.0.0.{number + 1}")
    return found


def is_inside(browser) -> bool:
    return browser.get("/settings/").status_code == 200


def test_one_sees_ones_own_logins_and_nobody_elses(browsers, enter, liaison):
    text = browsers[0].get("/settings/account/").content.decode()
    assert all(f"10.0.0.{number}" in text for number in (1, 2, 3))
    assert "10.0.0.1" not in enter(person("other", Post.LIAISON)).get("/settings/account/").content.decode()
    keys = set(Session.objects.values_list("session_key", flat=True))
    assert not [key for key in keys if key in text]


def test_one_login_is_ended_by_its_name_and_another_by_nobody_else(browsers, enter, liaison):
    named = {one.address: one.name for one in browsers[0].get("/settings/account/").context["logins"]}
    enter(person("other", Post.LIAISON)).post("/settings/account/logins/", {"end": named["10.0.0.2"]})
    assert is_inside(browsers[1])
    browsers[0].post("/settings/account/logins/", {"end": named["10.0.0.2"]})
    assert [is_inside(one) for one in browsers] == [True, False, True]


@pytest.mark.parametrize("name", ["", "x", "\0", "9" * 900])
def test_a_forged_name_ends_nothing(browsers, name):
    assert browsers[0].post("/settings/account/logins/", {"end": name}).status_code == 302
    assert all(map(is_inside, browsers))


def test_all_others_are_ended_at_once(browsers):
    browsers[1].post("/settings/account/logins/")
    assert [is_inside(one) for one in browsers] == [False, True, False]


def test_a_changed_password_ends_the_others(browsers):
    change(browsers[2])
    assert [is_inside(one) for one in browsers] == [False, False, True]


def test_another_post_ends_all(browsers, liaison):
    appointing.set_posts(liaison, {Post.HEAD})
    assert not any(map(is_inside, browsers))


def test_no_more_at_once_than_the_post_may(enter, browsers, liaison):
    PostRule.objects.create(post=Post.LIAISON, second_factor=False, idle=60, at_once=2)
    fourth = enter(None)
    log_in(fourth, "shuili", address="10.0.0.4")
    assert [is_inside(one) for one in [*browsers, fourth]] == [False, False, True, True]


def test_a_login_ends_when_nobody_clicks_as_long_as_its_post_allows(client, liaison, time_machine):
    PostRule.objects.create(post=Post.LIAISON, second_factor=False, idle=15, at_once=5)
    time_machine.move_to("2026-11-20T08:00:00+08:00", tick=False)
    log_in(client, "shuili")
    for minute in (14, 28, 42):
        time_machine.move_to(f"2026-11-20T08:{minute}:00+08:00", tick=False)
        assert is_inside(client)
    time_machine.move_to("2026-11-20T08:59:00+08:00", tick=False)
    assert not is_inside(client)
    assert "15分钟没有操作" in client.get("/login/").content.decode()
    assert not logged_in(client)


def test_a_password_does_not_come_back_soon(client, liaison):
    client.force_login(liaison)
    words = [PASSWORD, *(f"{NEW}-{number}" for number in range(6))]
    for old, new in pairwise(words):
        assert change(client, old=old, new=new).status_code == 302
    assert "最近5次" in str(change(client, old=words[6], new=words[2]).context["form"].errors)
    assert change(client, old=words[6], new=PASSWORD).status_code == 302


def test_a_password_has_its_time_where_one_is_set(client, liaison, settings, time_machine):
    settings.PASSWORDS = settings.PASSWORDS | {"days": 90}
    time_machine.move_to(liaison.password_set_at.timestamp() + 89 * 86400, tick=False)
    client.force_login(liaison)
    assert is_inside(client)
    time_machine.move_to(liaison.password_set_at.timestamp() + 91 * 86400, tick=False)
    client.force_login(liaison)
    assert client.get("/settings/").url == "/password/"
    assert "90天" in client.get("/password/").content.decode()
    change(client)
    liaison.refresh_from_db()
    assert not passwords.is_old(liaison)
    assert is_inside(client)


def test_each_login_and_each_failure_leaves_a_line_and_no_password(client, liaison):
    log_in(client, "shuili", "the-password-of-somebody")
    log_in(client, "my-password-by-mistake", "x")
    log_in(client, "shuili", address="10.9.9.9")
    lines = list(AdminEntry.objects.order_by("pk").values_list("kind", "person", "address"))
    assert lines == [
        ("failure", liaison.pk, "10.0.0.1"),
        ("failure", None, "10.0.0.1"),
        ("login", liaison.pk, "10.9.9.9"),
    ]
    assert not AdminEntry.objects.filter(sentence__contains="password").exists()


def test_a_lock_is_noted_once_however_often_is_guessed(client, liaison):
    for _time in range(9):
        log_in(client, "shuili", "wrong")
    kinds = list(AdminEntry.objects.values_list("kind", flat=True))
    assert (kinds.count("failure"), kinds.count("slowed")) == (4, 1)
