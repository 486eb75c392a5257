"""Drafts: what they hold, that what was left blank stays blank, that they go when the form was taken."""

import pytest
from django.urls import reverse

from bureau.matters.models import Reply
from bureau.pages.drafts import LONGEST, MOST
from bureau.pages.models import Draft
from directives import actions
from directives.models import Directive
from reports import actions as bulletins
from reports.models import Bulletin
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
FILLED, DRAFT = "没有提交的内容", {"X-Requested-With": "draft"}
DECISION = {"title": "修路", "lead": "县水利局", "urgency": "minutes", "secrecy": "normal", "remark": "急"}


@pytest.fixture
def register(county) -> str:
    return reverse("directives:register", args=[county.source.pk])


@pytest.fixture
def registered(county):
    return county.directive("draft", remark="来文备注")


@pytest.fixture
def bulletin(county):
    for title in ("水库排查", "公路修复"):
        county.directive("running", title=title)
    return bulletins.draft_from_source(county.officer, county.source)


def left(browser, url, **changes) -> dict:
    """The form as the page keeps it by itself, with these changes; returns what was sent. None takes a field out."""
    values = form_of(browser.get(url)) | changes
    values = {name: value for name, value in values.items() if value is not None}
    assert browser.post(url, values | {"draft": "1"}, headers=DRAFT).status_code == 204
    return values


def test_a_decision_half_registered_is_there_again_until_it_is_registered(county, enter, register):
    browser = enter(county.officer)
    left(browser, register, **DECISION)
    assert not Directive.objects.exists()
    page = browser.get(register)
    assert FILLED in page.content.decode()
    form = form_of(page)
    assert {name: form[name] for name in DECISION} == DECISION
    assert browser.post(register, form).status_code == 302
    assert Directive.objects.get().matter.title == "修路"
    assert FILLED not in browser.get(register).content.decode()


def test_a_decision_is_kept_by_its_button_too(county, enter, register):
    answer = enter(county.officer).post(register, DECISION | {"draft": "1"}, follow=True)
    assert "已暂存" in answer.content.decode()
    assert FILLED in answer.content.decode()
    assert not Directive.objects.exists()


def test_what_was_emptied_stays_empty(county, enter, registered):
    browser, url = enter(county.officer), reverse("directives:edit", args=[registered.pk])
    left(browser, url, title="改过的", remark="")
    form = form_of(browser.get(url))
    assert (form["title"], form["remark"]) == ("改过的", "")
    browser.post(url, form)
    registered = Directive.objects.get()
    assert (registered.matter.title, registered.remark) == ("改过的", "")
    assert not Draft.objects.exists()


def test_a_draft_that_is_given_up_shows_what_is_registered(county, enter, registered):
    browser, url = enter(county.officer), reverse("directives:edit", args=[registered.pk])
    values = left(browser, url, title="改过的")
    assert "放弃暂存" in browser.get(url).content.decode()
    answer = browser.post(url, values | {"draft": "drop"}, follow=True)
    assert "已放弃暂存的内容" in answer.content.decode()
    assert form_of(answer)["title"] == registered.matter.title


def test_a_draft_from_before_a_colleagues_change_does_not_undo_it_unasked(county, enter, registered):
    browser, url = enter(county.officer), reverse("directives:edit", args=[registered.pk])
    left(browser, url, title="甲改的")
    other = enter(county.colleague)
    other.post(url, form_of(other.get(url)) | {"title": "乙改的"})
    answer = browser.post(url, form_of(browser.get(url)))
    assert answer.status_code == 409
    assert "您打开本页之后" in answer.content.decode()
    assert form_of(answer)["title"] == "甲改的"
    assert Directive.objects.get().matter.title == "乙改的"


def test_words_for_what_may_no_longer_be_done_are_shown_with_the_reason(county, enter, registered):
    browser, url = enter(county.officer), reverse("directives:edit", args=[registered.pk])
    left(browser, url, title="改了一半")
    actions.propose(county.officer, registered)
    page = browser.get(url)
    assert page.status_code == 200
    assert form_of(page)["title"] == "改了一半"
    assert "note-warning" in page.content.decode()
    assert browser.post(url, form_of(page)).status_code == 409
    browser.post(url, form_of(page) | {"draft": "drop"})
    assert browser.get(url).status_code == 302


def test_a_step_that_was_closed_meanwhile_shows_the_words_too(county, enter):
    directive = county.directive("reviewing")
    browser, url = enter(county.officer), f"/directives/{directive.pk}/return/"
    left(browser, url, reason="请补充验收材料。")
    actions.close(county.colleague, directive)
    page = browser.get(url)
    assert form_of(page)["reason"] == "请补充验收材料。"
    assert browser.post(url, form_of(page)).status_code == 409


def test_a_bulletin_half_written_is_there_again_with_its_ticks(county, enter, bulletin):
    browser, url = enter(county.officer), reverse("reports:edit", args=[bulletin.pk])
    first, second = (f"quote-{quote.pk}" for quote in bulletin.quotes.all())
    long = "段" * 19_000
    changes = {"body": long, f"{first}-keep": None, f"{second}-progress": "", f"{second}-lagging": "on"}
    left(browser, url, **changes, **{f"{second}-reason": "进度慢"})
    page = browser.get(url)
    form = form_of(page)
    assert FILLED in page.content.decode()
    assert (form["body"], form[f"{second}-progress"], form[f"{second}-reason"]) == (long, "", "进度慢")
    assert (f"{first}-keep" in form, form[f"{second}-lagging"]) == (False, "on")
    assert Bulletin.objects.get().body == bulletin.body
    browser.post(url, form)
    assert Bulletin.objects.get().body == long
    assert [quote.reason for quote in bulletin.quotes.all()] == ["进度慢"]
    assert not Draft.objects.exists()


def test_a_bulletin_refused_keeps_its_draft(county, enter, bulletin):
    browser, url = enter(county.officer), reverse("reports:edit", args=[bulletin.pk])
    values = left(browser, url, title="新标题", copies="0")
    assert browser.post(url, values).status_code == 200
    assert Draft.objects.get().values["title"] == "新标题"


def test_a_colleague_reads_nothing_of_it(county, enter, register, bulletin):
    url = reverse("reports:edit", args=[bulletin.pk])
    left(enter(county.officer), register, title="甲在写的")
    left(enter(county.officer), url, title="甲在写的")
    for address in (register, url):
        page = enter(county.colleague).get(address).content.decode()
        assert "甲在写的" not in page
        assert FILLED not in page


def test_who_may_not_open_the_form_keeps_no_draft_of_it(county, enter, register, registered, bulletin):
    urls = [
        register,
        reverse("directives:edit", args=[registered.pk]),
        reverse("reports:edit", args=[bulletin.pk]),
    ]
    for url in urls:
        assert enter(county.stranger).post(url, {"title": "外人", "draft": "1"}).status_code == 404
    assert not Draft.objects.exists()


def test_what_the_page_sends_after_its_form_is_no_draft(county, enter):
    url = f"/assignments/{county.part(county.directive('running')).pk}/reply/"
    browser = enter(county.water_liaison)
    values = form_of(browser.get(url)) | {"text": "已办"}
    browser.post(url, values)
    assert Reply.objects.exists()
    assert browser.post(url, values | {"draft": "1"}, headers=DRAFT).status_code == 204
    assert not Draft.objects.exists()


@pytest.fixture
def reply(county) -> str:
    return f"/assignments/{county.part(county.directive('running')).pk}/reply/"


def test_a_field_longer_than_any_of_ours_is_cut(county, enter, reply):
    enter(county.water_liaison).post(reply, {"text": "长" * (LONGEST + 1), "draft": "1"})
    assert Draft.objects.get().values["text"] == "长" * LONGEST


def test_more_than_any_form_holds_is_not_kept(county, enter, reply):
    many = {f"field-{n}": "x" * LONGEST for n in range(MOST // LONGEST + 1)}
    assert enter(county.water_liaison).post(reply, many | {"draft": "1"}).status_code == 302
    assert not Draft.objects.exists()


def test_letters_that_no_database_takes_do_no_harm(county, enter, reply):
    enter(county.water_liaison).post(reply, {"te\0xt": "a\0b", "seen": "\0", "draft": "1"})
    assert Draft.objects.get().values == {"text": "ab", "seen": ""}


def test_addresses_that_are_none_of_ours_keep_nothing(county, enter, reply, register):
    browser, number = enter(county.water_liaison), reply.split("/")[2]
    stretched = reply.replace(number, number.zfill(150))
    assert browser.post(stretched, {"text": "进展", "draft": "1"}).status_code == 302
    assert not Draft.objects.exists()
    assert enter(county.officer).get(f"{register}?for=%00").status_code == 200
