"""The door: logging in and out, locked accounts, passwords that must be changed, one's own settings."""

import pytest

from bureau.org import guessing
from bureau.org.lockout import locked_out, unlock
from bureau.org.models import Person
from bureau.org.posts import Post
from tests.org.people import PASSWORD, person

pytestmark = pytest.mark.django_db
NEW = "a-wholly-new-secret-7"


def log_in(client, username, password=PASSWORD, address="10.0.0.1", **more):
    words = {"username": username, "password": password, **more}
    return client.post("/login/", words, REMOTE_ADDR=address)


def fail(client, username, times, address="10.0.0.1"):
    for _ in range(times):
        answer = log_in(client, username, "wrong", address)
    return answer


def logged_in(client):
    return "_auth_user_id" in client.session


@pytest.fixture
def liaison(db):
    return person("shuili", Post.LIAISON)


def test_a_right_password_opens_the_door(client, liaison):
    assert log_in(client, "shuili").status_code == 302
    assert logged_in(client)


def test_a_wrong_password_is_told_in_words(client, liaison):
    answer = log_in(client, "shuili", "wrong")
    assert "账号或密码不对" in answer.content.decode()
    assert not logged_in(client)


def test_unknown_and_deactivated_accounts_answer_like_a_wrong_password(client, liaison):
    Person.objects.filter(pk=liaison.pk).update(is_active=False)
    for username in ("shuili", "nobody"):
        assert "账号或密码不对" in log_in(client, username).content.decode()
    assert not logged_in(client)


def test_who_is_not_logged_in_is_led_to_the_door_and_back(client, liaison):
    door = client.get("/settings/?a=1")
    assert door.url == "/login/?next=/settings/%3Fa%3D1"
    assert log_in(client, "shuili", next="/settings/?a=1").url == "/settings/?a=1"


def test_the_way_back_never_leads_to_another_house(client, liaison):
    assert log_in(client, "shuili", next="https://evil.example/").url == "/"


def test_five_failures_lock_the_account_for_that_address(client, liaison):
    assert fail(client, "shuili", 4).status_code == 200
    assert fail(client, "shuili", 1).status_code == 429
    locked = log_in(client, "shuili")
    assert locked.status_code == 429
    assert "锁定" in locked.content.decode()
    assert not logged_in(client)


def test_the_lock_holds_for_one_address_only(client, liaison):
    fail(client, "shuili", 5)
    assert log_in(client, "shuili", address="10.0.0.2").status_code == 302


def test_a_shared_address_does_not_lock_out_the_colleague(client, liaison):
    person("colleague", Post.LIAISON)
    fail(client, "shuili", 5)
    assert log_in(client, "colleague").status_code == 302


def test_the_lock_ends_after_a_quarter_of_an_hour(client, liaison, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    fail(client, "shuili", 5)
    time_machine.move_to("2026-11-20T10:14:00+08:00", tick=False)
    assert Person.objects.annotate(locked=locked_out()).get().locked
    assert log_in(client, "shuili").status_code == 429
    time_machine.move_to("2026-11-20T10:30:01+08:00", tick=False)
    assert not Person.objects.annotate(locked=locked_out()).get().locked
    assert log_in(client, "shuili").status_code == 302


def test_an_unlocked_account_may_log_in_at_once(client, liaison):
    fail(client, "shuili", 5)
    assert Person.objects.annotate(locked=locked_out()).get().locked
    unlock(liaison)
    assert not Person.objects.annotate(locked=locked_out()).get().locked
    assert log_in(client, "shuili").status_code == 302


def test_logging_out_needs_a_post(client, liaison):
    client.force_login(liaison)
    assert client.get("/logout/").status_code == 405
    client.post("/logout/")
    assert not logged_in(client)


def change(client, old=PASSWORD, new=NEW, again=None):
    words = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post("/password/", words)


def test_a_changed_password_opens_the_door_and_the_old_one_no_longer(client, liaison):
    client.force_login(liaison)
    assert change(client).url == "/password/done/"
    assert client.get("/password/done/").status_code == 200
    liaison.refresh_from_db()
    assert liaison.check_password(NEW)
    assert not liaison.check_password(PASSWORD)


def test_one_password_on_many_accounts_is_slowed_from_that_address_alone(client, liaison):
    for number in range(guessing.FROM_ONE_ADDRESS // 3):
        fail(client, f"nobody{number}", 3)
    slowed = log_in(client, "shuili")
    assert slowed.status_code == 429
    assert "网络地址" in slowed.content.decode()
    assert log_in(client, "shuili", address="10.0.0.2").status_code == 302


def test_who_came_from_there_before_is_not_held_up_by_others(client, liaison):
    log_in(client, "shuili")
    client.post("/logout/")
    for number in range(guessing.FROM_ONE_ADDRESS // 3):
        fail(client, f"nobody{number}", 3)
    assert log_in(client, "shuili").status_code == 302


def test_one_account_from_many_addresses_is_slowed_but_not_where_it_is_at_home(client, liaison):
    log_in(client, "shuili", address="10.0.9.9")
    client.post("/logout/")
    for number in range(guessing.ON_ONE_ACCOUNT // 4):
        fail(client, "shuili", 4, address=f"10.0.1.{number}")
    assert log_in(client, "shuili", address="10.0.2.1").status_code == 429
    assert log_in(client, "shuili", address="10.0.9.9").status_code == 302


def test_guesses_of_long_ago_slow_nobody(client, liaison, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    for number in range(guessing.FROM_ONE_ADDRESS // 3):
        fail(client, f"nobody{number}", 3)
    time_machine.move_to("2026-11-20T10:16:00+08:00", tick=False)
    assert log_in(client, "shuili").status_code == 302


@pytest.mark.parametrize("username", ["", "x" * 5000, "\0", "shuili\0"])
def test_a_forged_name_is_answered_like_any_wrong_one(client, liaison, username):
    assert log_in(client, username).status_code in (200, 429)


def test_the_old_password_is_not_guessed_through_a_session_left_open(client, liaison):
    client.force_login(liaison)
    for _time in range(4):
        assert change(client, old="wrong").status_code == 200
    assert change(client, old="wrong").url == "/login/"
    assert not logged_in(client)


def test_a_login_ends_after_a_day_however_much_one_clicks(client, liaison, time_machine):
    time_machine.move_to("2026-11-20T08:00:00+08:00", tick=False)
    client.force_login(liaison)
    for hour in range(8, 24, 4):
        time_machine.move_to(f"2026-11-20T{hour:02}:30:00+08:00", tick=False)
        assert client.get("/settings/").status_code == 200
    for hour in ("02", "06"):
        time_machine.move_to(f"2026-11-21T{hour}:30:00+08:00", tick=False)
        assert client.get("/settings/").status_code == 200
    time_machine.move_to("2026-11-21T09:00:00+08:00", tick=False)
    assert client.get("/settings/").url == "/login/?next=/settings/"
    assert "登录已满一天" in client.get("/login/").content.decode()
    assert not logged_in(client)


@pytest.mark.parametrize(
    "words, complaint",
    [
        ({"old": "wrong"}, "旧密码"),
        ({"new": PASSWORD}, "新密码与原密码相同"),
        ({"new": "short-1"}, "10"),
        ({"new": "12345678901234"}, "数字"),
        ({"again": "something-else-7"}, "密码"),
        ({"new": "onlylowercase"}, "至少三种"),
        ({"new": "lowercase12345"}, "至少三种"),
        ({"new": "Taoxi-2026"}, "人人知道"),
    ],
)
def test_a_bad_change_of_password_is_told_and_changes_nothing(client, liaison, words, complaint):
    client.force_login(liaison)
    answer = change(client, **words)
    assert answer.status_code == 200
    assert complaint in str(answer.context["form"].errors)
    liaison.refresh_from_db()
    assert liaison.check_password(PASSWORD)


def test_a_start_password_opens_nothing_but_the_page_to_change_it(client):
    person("new", Post.SYSTEM, must_change_password=True)
    log_in(client, "new")
    for page in ("/settings/", "/admin/", "/admin/org/unit/"):
        assert client.get(page).url == "/password/"
    assert "管理员设置" in client.get("/password/").content.decode()
    change(client)
    assert client.get("/settings/").status_code == 200


def test_who_must_change_the_password_may_still_leave(client):
    client.force_login(person("new", Post.LIAISON, must_change_password=True))
    client.post("/logout/")
    assert not logged_in(client)


def test_a_deactivated_person_is_out_at_once(client, liaison):
    client.force_login(liaison)
    Person.objects.filter(pk=liaison.pk).update(is_active=False)
    assert client.get("/settings/").url.startswith("/login/")


def test_the_type_size_is_ones_own_choice(client, liaison):
    other = person("other", Post.LIAISON)
    client.force_login(liaison)
    client.post("/settings/", {"type_size": "c", "phone": "0737-0000000"})
    liaison.refresh_from_db()
    other.refresh_from_db()
    assert (liaison.type_size, other.type_size) == ("c", "a")


def test_an_impossible_type_size_is_refused(client, liaison):
    client.force_login(liaison)
    answer = client.post("/settings/", {"type_size": "huge"})
    assert "type_size" in answer.context["form"].errors
