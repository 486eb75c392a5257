"""An insider's tries at the doors of accounts: nobody gets past what a login owes, nobody does what is another administrator's."""

import pytest
from django.urls import URLResolver, get_resolver

from bureau.org import logins, second_factor
from bureau.org.models import AdminEntry, Appointment, Portfolio, PostRule, SecondFactor, Session
from bureau.org.posts import Post

pytestmark = pytest.mark.django_db


def half_in(enter, person):
    """A browser in which the password was right and the second factor is owed."""
    second_factor.enrol(person, b"x" * 20, 0)
    browser = enter(person)
    session = browser.session
    session[logins.FACTOR] = logins.ASKED
    session.save()
    return browser


@pytest.mark.parametrize(
    "url", ["/", "/search/?q=a", "/directives/", "/notices/", "/admin/", "/audit/", "/ops/"]
)
@pytest.mark.parametrize("name", ["officer", "director", "system", "audit"])
def test_half_a_login_opens_nothing(county, enter, name, url):
    browser = half_in(enter, county.cast[name])
    for headers in ({}, {"HX-Request": "true"}, {"X-Requested-With": "XMLHttpRequest"}):
        for method in ("get", "post", "head", "options", "put", "delete"):
            answer = getattr(browser, method)(url, headers=headers)
            assert answer.status_code == 302
            assert answer.url.startswith("/login/second/")
    assert not AdminEntry.objects.filter(actor=county.cast[name]).exists()


NEW = {
    "/requirements/": "security",
    "/audit/": "audit",
    "/audit/?export=xlsx": "audit",
    "/admin/org/portfolio/": "security",
    "/admin/org/portfolio/add/": "security",
    "/admin/org/portfolio/several/": "security",
    "/admin/org/person/": "system",
    "/admin/org/deputy/": "system",
}


@pytest.mark.parametrize("url", NEW)
def test_each_new_door_exists_for_one_post_alone(county, enter, url):
    answers = {name: enter(person).get(url).status_code for name, person in county.cast.items()}
    assert {name for name, status in answers.items() if status == 200} == {NEW[url]}
    assert {status for name, status in answers.items() if name != NEW[url]} == {404}


def test_forged_posts_of_everybody_else_change_nothing(county, enter):
    rules = {f"{post}-idle": 5 for post in Post} | {f"{post}-at_once": 1 for post in Post}
    charge = {"leader": county.vice.pk, "functions": ["directives"], "all_units": "on"}
    before = Portfolio.objects.count()
    for name, person in county.cast.items():
        browser = enter(person)
        if name != "security":
            assert browser.post("/requirements/", rules).status_code == 404
            assert browser.post("/admin/org/portfolio/add/", charge).status_code == 404
        if name != "audit":
            assert browser.post("/audit/check/").status_code == 404
        if name not in ("system", "security"):
            assert browser.post("/appointments/", {"confirm_all": 1, "row": [1]}).status_code == 404
    assert not PostRule.objects.exists()
    assert Portfolio.objects.count() == before


@pytest.mark.parametrize("value", ["", "x", "\0", "-1", "0", "999999", "1e3", "²", "9" * 4000])
def test_a_forged_rule_is_refused_in_words_and_none_is_saved(county, enter, value):
    words = {f"{post}-idle": 60 for post in Post} | {f"{post}-at_once": 5 for post in Post}
    answer = enter(county.security).post("/requirements/", words | {"officer-idle": value})
    assert answer.status_code == 200
    assert "督查员" in answer.content.decode()
    assert not PostRule.objects.exists()


def test_a_rule_ends_the_logins_it_is_about_and_is_noted(county, enter):
    officer, leader, security = (enter(one) for one in (county.officer, county.vice, county.security))
    for browser in (officer, leader):
        browser.get("/")
    words = {f"{post}-idle": 480 for post in Post} | {f"{post}-at_once": 10 for post in Post}
    for post in ("system", "security", "audit"):
        words |= {f"{post}-idle": 60, f"{post}-at_once": 5}
    security.post("/requirements/", words | {"officer-second_factor": "on"})
    assert officer.get("/settings/").url.startswith("/login/")
    assert leader.get("/settings/").status_code == 200
    assert AdminEntry.objects.get(actor=county.security).sentence.startswith("改登录要求：督查员须两步验证")
    assert PostRule.objects.get().post == "officer"


def test_the_auditor_changes_nothing_at_any_door(county, enter):
    """But their own account and what they read."""
    auditor, counted = enter(county.audit), (Appointment, Portfolio, PostRule, SecondFactor)
    before = [list(model.objects.values_list("pk", flat=True)) for model in counted]
    for pattern in get_resolver().url_patterns:
        if not isinstance(pattern, URLResolver):
            auditor.post(f"/{pattern.pattern}")
    for url in NEW:
        auditor.post(url, {"confirm_all": 1, "confirm": 1})
    assert [list(model.objects.values_list("pk", flat=True)) for model in counted] == before


def test_nobody_ends_anothers_login(county, enter):
    victim = enter(county.director)
    victim.get("/")
    key = Session.objects.get(person=county.director).session_key
    name = logins.Login(key, None, None, "", "", False).name
    for forged in (key, name):
        enter(county.officer).post("/settings/account/logins/", {"end": forged})
    assert victim.get("/settings/").status_code == 200
