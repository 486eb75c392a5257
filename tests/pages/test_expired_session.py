"""A login that ends while somebody writes loses no word and takes no step; nobody else can write or read one."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bureau.matters.models import Entry, Reply
from bureau.org.models import Session
from bureau.pages import writer
from bureau.pages.models import Draft
from tests.county import PASSWORD, person
from tests.deputies import stand_in
from tests.house.papers import picture
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
WORDS = "已排查十二座，另有三座待复核。"
KEPT = "登录已过期，您刚才填写的内容已经存好，重新登录后继续。"
FILLED = "没有提交的内容"
DRAFT = {"X-Requested-With": "draft"}


@pytest.fixture
def url(county) -> str:
    return f"/assignments/{county.part(county.directive('running')).pk}/reply/"


@pytest.fixture
def liaison(county):
    return county.water_liaison


@pytest.fixture
def written(enter, liaison, url):
    """The liaison's browser, the page's form filled in, and the login ended."""
    browser = enter(liaison)
    values = form_of(browser.get(url)) | {"text": WORDS}
    Session.objects.all().delete()
    return browser, values


def log_in(browser, username: str, address: str):
    """By the form that the way to the login leads to."""
    form = form_of(browser.get(address))
    return browser.post("/login/", form | {"username": username, "password": PASSWORD})


def nothing_is_kept(answer, url: str) -> bool:
    """Led to the login as ever, and without a word of anything kept."""
    assert answer.status_code == 302
    assert answer.url.startswith("/login/?next=" + url.split("?")[0])
    told = answer.client.get(answer.url).content.decode()
    return KEPT not in told and not Draft.objects.exists()


def test_what_a_page_asks_for_by_itself_is_not_kept_over_what_was_sent(written, url):
    """The preview of a bulletin is asked for as the page opens, and may be answered after the form was sent."""
    browser, values = written
    browser.post(url, values)
    late = browser.post(url, values | {"text": "打开时的内容"}, headers={"HX-Request": "true"})
    assert late.status_code == 302
    assert Draft.objects.get().typed["text"] == WORDS


def test_what_is_sent_when_the_day_of_a_login_is_over_is_kept(enter, liaison, url, time_machine):
    browser = enter(liaison)
    time_machine.move_to("2026-11-20T08:00:00+08:00", tick=False)
    values = form_of(browser.get(url)) | {"text": WORDS}
    for hour in ("15", "22"):
        time_machine.move_to(f"2026-11-20T{hour}:00:00+08:00", tick=False)
        browser.get("/settings/")
    time_machine.move_to("2026-11-21T05:00:00+08:00", tick=False)
    browser.get("/settings/")
    time_machine.move_to("2026-11-21T08:30:00+08:00", tick=False)
    answer = browser.post(url, values)
    assert answer.url.startswith("/login/?next=" + url)
    told = browser.get(answer.url).content.decode()
    assert "登录已满一天" in told
    assert KEPT in told
    assert Draft.objects.get().typed["text"] == WORDS
    assert not Reply.objects.exists()


def the_cookie_is_gone(browser, liaison):
    del browser.cookies["sessionid"]


def the_session_was_flushed(browser, liaison):
    Session.objects.all().delete()


def logged_out_in_another_tab(browser, liaison):
    browser.post("/logout/")


def the_password_was_changed_elsewhere(browser, liaison):
    liaison.set_password(PASSWORD)
    liaison.save()


ENDS = [
    the_cookie_is_gone,
    the_session_was_flushed,
    logged_out_in_another_tab,
    the_password_was_changed_elsewhere,
]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_what_was_typed_is_there_after_logging_in_again(enter, liaison, url, end):
    browser, entries = enter(liaison), Entry.objects.count()
    values = form_of(browser.get(url)) | {"text": WORDS}
    end(browser, liaison)
    answer = browser.post(url, values)
    assert answer.url == f"/login/?next={url}"
    assert KEPT in browser.get(answer.url).content.decode()
    assert log_in(browser, "water", answer.url).url == url
    page = browser.get(url)
    assert FILLED in page.content.decode()
    assert (form_of(page)["text"], Reply.objects.count(), Entry.objects.count()) == (WORDS, 0, entries)
    browser.post(url, form_of(page))
    assert Reply.objects.get().text == WORDS
    assert not Draft.objects.exists()


def test_the_next_morning_is_not_too_late(enter, liaison, url, time_machine):
    browser = enter(liaison)
    values = form_of(browser.get(url)) | {"text": WORDS}
    time_machine.move_to(timezone.now() + timedelta(hours=16))
    assert KEPT in browser.get(browser.post(url, values).url).content.decode()
    assert Draft.objects.get().values["text"] == WORDS


def test_an_old_page_keeps_nothing(enter, liaison, url, time_machine):
    browser = enter(liaison)
    values = form_of(browser.get(url)) | {"text": WORDS}
    time_machine.move_to(timezone.now() + writer.AGE + timedelta(minutes=1))
    assert nothing_is_kept(browser.post(url, values), url)


def test_what_was_typed_for_somebody_else_waits_on_the_form_in_their_name(county, enter, liaison, url):
    clerk = person("water-clerk", "水利局办事员", county.water, "intake")
    stand_in(liaison, clerk)
    browser, address = enter(clerk), f"{url}?for={liaison.pk}"
    values = form_of(browser.get(address)) | {"text": WORDS}
    Session.objects.all().delete()
    answer = browser.post(address, values)
    assert log_in(browser, "water-clerk", answer.url).url == address
    assert form_of(browser.get(address))["text"] == WORDS
    assert not Draft.objects.filter(form=url).exists()


def test_files_that_were_chosen_are_said_to_be_gone(written, url):
    browser, values = written
    file = SimpleUploadedFile("现场.png", picture())
    answer = browser.post(url, values | {"files": file})
    assert KEPT + "选好的附件没有存下，请重新选择。" in browser.get(answer.url).content.decode()
    assert Draft.objects.get().values["text"] == WORDS


def test_without_files_nothing_is_said_of_them(written, url):
    browser, values = written
    assert "附件" not in browser.get(browser.post(url, values).url).content.decode()


def test_an_empty_form_leads_to_the_login_as_ever(written, url):
    browser, values = written
    assert nothing_is_kept(browser.post(url, values | {"text": " "}), url)


def test_another_person_who_logs_in_reads_nothing_of_it(written, url):
    browser, values = written
    answer = browser.post(url, values)
    assert log_in(browser, "water-head", answer.url).url == url
    page = browser.get(url).content.decode()
    assert WORDS not in page
    assert FILLED not in page


def test_the_page_keeps_by_itself_after_the_login_has_ended(written, liaison, url):
    browser, values = written
    assert browser.post(url, values, headers=DRAFT).status_code == 204
    assert Draft.objects.get(person=liaison, form=url).values["text"] == WORDS
    assert KEPT not in browser.get("/login/").content.decode()


def test_a_stranger_writes_nothing(enter, url):
    browser = enter(None)
    for values in ({}, {"writer": ""}, {"draft": "1"}):
        assert nothing_is_kept(browser.post(url, {"text": "外人写的"} | values), url)


def forged_by_hand(liaison, url) -> str:
    return "eyJmb3JtIjoiLyJ9:1abcde:" + "x" * 43


def one_letter_changed(liaison, url) -> str:
    genuine = writer.token(liaison, url)
    return ("A" if genuine[0] != "A" else "B") + genuine[1:]


def not_of_our_letters(liaison, url) -> str:
    return "票\0：\ufffd" * 100


def of_another_form(liaison, url) -> str:
    return writer.token(liaison, url.replace("reply", "ask_extension"))


def of_the_form_in_anothers_name(liaison, url) -> str:
    return writer.token(liaison, f"{url}?for={liaison.pk}")


def of_nobody(liaison, url) -> str:
    liaison.pk = 987_654_321
    return writer.token(liaison, url)


FORGERIES = [
    forged_by_hand,
    one_letter_changed,
    not_of_our_letters,
    of_another_form,
    of_the_form_in_anothers_name,
    of_nobody,
]


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_a_field_that_is_not_of_this_form_keeps_nothing(written, liaison, url, forge):
    browser, values = written
    assert nothing_is_kept(browser.post(url, values | {"writer": forge(liaison, url)}), url)


def test_who_may_no_longer_log_in_leaves_nothing(written, liaison, url):
    browser, values = written
    type(liaison).objects.filter(pk=liaison.pk).update(is_active=False)
    assert nothing_is_kept(browser.post(url, values), url)


def test_a_kept_form_leads_to_no_page_that_was_never_a_form(written, url):
    browser, values = written
    answer = browser.post("/directives/", values)
    assert answer.url == "/login/?next=/directives/"
    assert not Draft.objects.exists()


@pytest.fixture
def strict(enter, liaison, url):
    """A browser that is asked for its CSRF token, and the form of a page that another login has made old."""
    browser = enter(None, enforce_csrf_checks=True)
    log_in(browser, "water", "/login/")
    values = form_of(browser.get(url)) | {"text": WORDS}
    browser.post("/logout/", {"csrfmiddlewaretoken": values["csrfmiddlewaretoken"]})
    return browser, values


def test_a_page_from_before_a_new_login_is_kept_and_leads_back_to_its_form(strict, liaison, url):
    browser, values = strict
    log_in(browser, "water", "/login/")
    answer = browser.post(url, values)
    told = answer.content.decode()
    assert answer.status_code == 403
    assert "已经存好" in told
    assert f'href="{url}"' in told
    assert not Reply.objects.exists()
    page = browser.get(url)
    assert form_of(page)["text"] == WORDS
    browser.post(url, form_of(page))
    assert Reply.objects.get().text == WORDS


def test_a_page_from_before_a_new_login_says_that_its_files_are_gone(strict, url):
    browser, values = strict
    log_in(browser, "water", "/login/")
    answer = browser.post(url, values | {"files": SimpleUploadedFile("现场.png", picture())})
    assert "选好的附件没有存下" in answer.content.decode()


def test_a_page_from_before_a_new_login_keeps_by_itself(strict, liaison, url):
    browser, values = strict
    log_in(browser, "water", "/login/")
    assert browser.post(url, values, headers=DRAFT).status_code == 204
    assert Draft.objects.get(person=liaison).values["text"] == WORDS


def test_anothers_page_keeps_nothing_for_who_is_logged_in_now_nor_for_who_wrote_it(strict, url):
    browser, values = strict
    log_in(browser, "water-head", "/login/")
    answer = browser.post(url, values)
    assert answer.status_code == 403
    assert "请返回上一页先复制" in answer.content.decode()
    assert not Draft.objects.exists()
    assert not Reply.objects.exists()


def test_an_old_page_without_any_login_is_led_to_one(strict, url):
    browser, values = strict
    log_in(browser, "water", "/login/")
    Session.objects.all().delete()
    answer = browser.post(url, values)
    assert answer.url == f"/login/?next={url}"
    assert KEPT in browser.get(answer.url).content.decode()
    assert Draft.objects.get().values["text"] == WORDS


def test_another_house_makes_nobody_keep_anything(strict, url):
    browser, _values = strict
    log_in(browser, "water", "/login/")
    for forged in ({"text": "别处写的"}, {"text": "别处写的", "writer": "x"}):
        answer = browser.post(url, forged, headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403
        assert "请返回上一页先复制" in answer.content.decode()
    assert not Draft.objects.exists()
