"""两步验证: enrolled, asked at each login, opened by a recovery code, reset by two administrators."""

import re

import pytest
from django.core.management import call_command
from django_otp.oath import totp

from bureau.org import appointing, second_factor
from bureau.org.models import AdminEntry, PostRule, RecoveryCode, SecondFactor
from bureau.org.posts import Post
from tests.org.people import PASSWORD, person
from tests.org.test_door import fail, log_in, logged_in

pytestmark = pytest.mark.django_db
START = "2026-11-20T10:00:00+08:00"


@pytest.fixture
def liaison(db):
    return person("shuili", Post.LIAISON)


@pytest.fixture(autouse=True)
def still(time_machine):
    time_machine.move_to(START, tick=False)


def digits(secret: bytes) -> str:
    return f"{totp(secret):06}"


def offered(client) -> dict:
    """What the page of enrolment carries, and the secret that its picture shows."""
    page = client.get("/settings/account/second/")
    form = page.context["form"]
    return {"sealed": form["sealed"].value()}


def enrol(client, who, **more):
    """Enrolled through the page; the secret and the recovery codes."""
    words = offered(client)
    secret = second_factor.opened(words["sealed"], who)
    answer = client.post(
        "/settings/account/second/", words | {"code": digits(secret), "password": PASSWORD} | more
    )
    return secret, re.findall(r"<code>([a-z0-9-]+)</code>", answer.content.decode()), answer


@pytest.fixture
def enrolled(client, liaison):
    client.force_login(liaison)
    secret, codes, _answer = enrol(client, liaison)
    client.post("/logout/")
    return secret, codes


def test_the_page_shows_the_code_as_a_picture_and_in_letters(client, liaison):
    client.force_login(liaison)
    text = client.get("/settings/account/second/").content.decode()
    assert re.search(r"<svg[^>]*viewBox", text)  # it grows with its place
    assert re.search(r"enrol-secret\">[A-Z2-7]{32}<", text)


def test_digits_may_be_typed_as_telephones_show_them(client, liaison):
    client.force_login(liaison)
    words = offered(client)
    shown = digits(second_factor.opened(words["sealed"], liaison))
    spaced = words | {"code": f"{shown[:3]} {shown[3:]}", "password": PASSWORD}
    assert "两步验证已启用" in client.post("/settings/account/second/", spaced).content.decode()


def test_once_enrolled_the_password_alone_opens_no_page(client, liaison, enrolled, time_machine):
    secret, _codes = enrolled
    time_machine.move_to("2026-11-20T10:05:00+08:00", tick=False)
    log_in(client, "shuili", next="/settings/away/")
    for page in ("/", "/settings/", "/password/", "/settings/account/", "/settings/account/second/"):
        assert client.get(page).url.startswith("/login/second/?next=")
    assert client.post("/settings/", {"type_size": "c"}).url.startswith("/login/second/")
    liaison.refresh_from_db()
    assert liaison.type_size == "a"
    assert "不对" in client.post("/login/second/", {"code": "000000"}).content.decode()
    time_machine.move_to("2026-11-20T10:06:00+08:00", tick=False)
    answer = client.post("/login/second/?next=/settings/away/", {"code": digits(secret)})
    assert answer.url == "/settings/away/"
    assert client.get("/settings/").status_code == 200


def test_the_way_on_never_leads_to_another_house(client, liaison, enrolled, time_machine):
    time_machine.move_to("2026-11-20T10:05:00+08:00", tick=False)
    log_in(client, "shuili")
    answer = client.post("/login/second/?next=https://evil.example/", {"code": digits(enrolled[0])})
    assert answer.url == "/"


def test_the_same_digits_count_once(client, liaison, enrolled, time_machine):
    secret, _codes = enrolled
    time_machine.move_to("2026-11-20T10:05:00+08:00", tick=False)
    used = digits(secret)
    assert second_factor.passes(liaison, used)
    assert not second_factor.passes(liaison, used)


def test_a_recovery_code_opens_once_and_lies_nowhere_in_plain(client, liaison, enrolled):
    _secret, codes = enrolled
    assert len(set(codes)) == 8
    kept = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert not kept & {code.replace("-", "") for code in codes}
    log_in(client, "shuili")
    assert client.post("/login/second/", {"code": codes[0].upper()}).url == "/"
    client.post("/logout/")
    log_in(client, "shuili")
    assert client.post("/login/second/", {"code": codes[0]}).status_code == 200
    assert RecoveryCode.objects.count() == 7


def test_wrong_digits_are_not_even_looked_at_for_a_while_and_then_the_login_ends(
    client, liaison, enrolled, time_machine
):
    secret, _codes = enrolled
    time_machine.move_to("2026-11-20T10:05:00+08:00", tick=False)
    log_in(client, "shuili")
    for _time in range(4):
        client.post("/login/second/", {"code": "000000"})
    assert client.post("/login/second/", {"code": digits(secret)}).url == "/login/"
    assert not logged_in(client)
    line = AdminEntry.objects.filter(kind="failure").latest("pk")
    assert line.person == liaison


@pytest.mark.parametrize("code", ["", "12345", "²²²²²²", "-", "a" * 20, "a" * 5000, "\0"])
def test_a_forged_code_is_answered_in_words(client, liaison, enrolled, code):
    log_in(client, "shuili")
    assert client.post("/login/second/", {"code": code}).status_code == 200


@pytest.mark.parametrize(
    "more, complaint",
    [
        ({"code": "000000"}, "验证码不对"),
        ({"password": "wrong"}, "密码不对"),
        ({"sealed": "00"}, "已经失效"),
        ({"sealed": "zz"}, "已经失效"),
    ],
)
def test_what_is_wrong_with_an_enrolment_is_told_and_changes_nothing(client, liaison, more, complaint):
    client.force_login(liaison)
    _secret, _codes, answer = enrol(client, liaison, **more)
    assert complaint in str(answer.context["form"].errors)
    assert not SecondFactor.objects.exists()


def test_nobody_enrols_with_a_secret_made_for_another(client, liaison):
    other = person("other", Post.LIAISON)
    foreign = second_factor.new_secret(other)
    client.force_login(liaison)
    _secret, _codes, answer = enrol(client, liaison, sealed=foreign)
    assert "已经失效" in str(answer.context["form"].errors)


def test_a_post_that_must_have_it_opens_nothing_before_it_is_enrolled(client, liaison):
    PostRule.objects.create(post=Post.LIAISON, second_factor=True, idle=60, at_once=5)
    log_in(client, "shuili")
    assert client.get("/settings/").url == "/settings/account/second/"
    enrol(client, liaison)
    assert client.get("/settings/").status_code == 200
    assert client.get("/settings/account/second/drop/").url == "/settings/account/"
    client.post("/settings/account/second/drop/", {"password": PASSWORD})
    assert SecondFactor.objects.filter(user=liaison).exists()


def test_who_need_not_have_it_may_stop_it_knowing_the_password(client, liaison, enrolled):
    client.force_login(liaison)
    client.post("/settings/account/second/drop/", {"password": "wrong"})
    assert SecondFactor.objects.exists()
    client.post("/settings/account/second/drop/", {"password": PASSWORD})
    assert not SecondFactor.objects.exists()
    assert not RecoveryCode.objects.exists()


def test_it_is_reset_by_two_administrators_and_ends_the_logins(client, enter, liaison, enrolled):
    system, security = person("sys", Post.SYSTEM), person("sec", Post.SECURITY)
    browser = enter(liaison)
    words = {"action": "ask_to_reset_factor", "_selected_action": [liaison.pk]}
    enter(system).post("/admin/org/person/", words, follow=True)
    assert SecondFactor.objects.exists()
    row = appointing.waiting(liaison, appointing.FACTOR).get()
    enter(system).post("/appointments/", {"confirm": row.pk})
    assert SecondFactor.objects.exists()
    enter(security).post("/appointments/", {"confirm": row.pk})
    assert not SecondFactor.objects.exists()
    assert browser.get("/settings/").url.startswith("/login/")


def test_the_secret_is_renewed_with_the_key_of_the_vault(liaison, enrolled, settings):
    before = settings.VAULT_KEY
    settings.VAULT_KEY, settings.VAULT_KEYS_BEFORE = "another-key-of-at-least-32-characters", [before]
    call_command("rotate_vault")
    settings.VAULT_KEYS_BEFORE = []
    assert SecondFactor.objects.get().key == enrolled[0]


def test_guessing_the_password_of_an_enrolled_account_is_slowed_as_ever(client, liaison, enrolled):
    assert fail(client, "shuili", 5).status_code == 429
