"""Words count once: after going back in the browser, after a page opened anew, on one of two sheets."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bureau.matters.models import Reply
from bureau.pages.models import Draft
from bureau.pages.once import BUTTONS, LATELY, token
from directives.models import Directive
from reports import actions as bulletins
from tests.house.papers import picture
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
WORDS = "已排查十二座，另有三座待复核。"
ASKED = "已提交过完全相同的内容"
TEMPLATES = Path(__file__).parents[2] / "templates"
BUTTON = re.compile(r"<button[^>]*?\sname=\"(\w+)\"", re.DOTALL)
DRAFT = {"X-Requested-With": "draft"}


@pytest.fixture
def reply(county) -> str:
    return reverse("matters:assignment", args=[county.part(county.directive("running")).pk, "reply"])


@pytest.fixture
def register(county) -> str:
    return reverse("directives:register", args=[county.source.pk])


def sent(browser, url: str, **words):
    """The answer to a form opened now and sent with these words."""
    return browser.post(url, form_of(browser.get(url)) | words)


def kept(browser, url: str, **words) -> str:
    """Open a blank form and let its page keep these words. The sheet."""
    form = form_of(browser.get(f"{url}?sheet=new")) | words
    assert browser.post(url, form | {"draft": "1"}, headers=DRAFT).status_code == 204
    return form["sheet"]


# --- sent once more ---------------------------------------------------------------------------------
def test_going_back_and_sending_the_same_reply_again_writes_one_reply(county, enter, reply):
    browser = enter(county.water_liaison)
    assert sent(browser, reply, text=WORDS).status_code == 302
    answer = sent(browser, reply, text=WORDS)
    assert answer.status_code == 409
    assert ASKED in answer.content.decode()
    assert form_of(answer)["text"] == WORDS
    assert Reply.objects.count() == 1


def test_who_means_the_same_words_once_more_presses_once_more(county, enter, reply):
    browser = enter(county.water_liaison)
    sent(browser, reply, text=WORDS)
    asked = form_of(sent(browser, reply, text=WORDS))
    assert browser.post(reply, asked).status_code == 302
    assert Reply.objects.count() == 2


def test_a_yes_to_the_question_is_a_yes_to_these_words_alone(county, enter, reply):
    browser = enter(county.water_liaison)
    sent(browser, reply, text=WORDS)
    sent(browser, reply, text=WORDS * 2)
    asked = form_of(sent(browser, reply, text=WORDS))
    assert browser.post(reply, asked | {"text": WORDS * 2}).status_code == 409
    assert Reply.objects.count() == 2


def test_other_words_are_never_asked_about_nor_are_the_same_of_another_person(county, enter, reply):
    browser, head = enter(county.water_liaison), enter(county.water_head)
    assert sent(browser, reply, text=WORDS).status_code == 302
    assert sent(browser, reply, text=WORDS + "另三座已复核。").status_code == 302
    assert sent(head, reply, text=WORDS).status_code == 302


def test_the_same_words_with_another_file_among_several_are_others(county, enter, reply):
    browser = enter(county.water_liaison)
    for first in ("东坝.png", "西坝.png"):
        files = [SimpleUploadedFile(name, picture()) for name in (first, "水库.png")]
        assert sent(browser, reply, text=WORDS, files=files).status_code == 302


def test_the_same_words_on_another_day_are_a_reply_like_any_other(county, enter, reply, time_machine):
    browser = enter(county.water_liaison)
    sent(browser, reply, text=WORDS)
    time_machine.move_to(timezone.now() + LATELY + timedelta(minutes=1))
    assert sent(browser, reply, text=WORDS).status_code == 302


# --- several forms on one page ----------------------------------------------------------------------
def test_two_forms_of_one_page_both_count_and_each_of_them_once(county, enter):
    browser, opened = enter(county.officer), token()
    drafts = [bulletins.draft_blank(county.officer) for _ in range(2)]
    for draft in (*drafts, *drafts):
        browser.post(reverse("reports:comment", args=[draft.pk]), {"once": opened, "text": "标题再短一些"})
    assert [draft.comments.count() for draft in drafts] == [1, 1]


def test_each_button_of_one_form_counts_once(county, enter, register):
    browser, opened = enter(county.officer), token()
    form = {"once": opened, "title": "修路", "lead": "县水利局", "urgency": "minutes", "secrecy": "normal"}
    assert browser.post(register, form | {"do": "register"}).status_code == 302
    assert browser.post(register, form | {"do": "register"}).status_code == 302
    assert Directive.objects.count() == 1
    asked = browser.post(register, form | {"do": "propose"})
    assert asked.status_code == 409
    assert ASKED in asked.content.decode()
    assert browser.post(register, form_of(asked) | {"title": "建校", "do": "propose"}).status_code == 302
    assert [one.state for one in Directive.objects.order_by("pk")] == ["draft", "proposed"]


def test_what_the_page_keeps_after_a_button_was_pressed_is_kept_no_more(county, enter, register):
    browser = enter(county.officer)
    form = form_of(browser.get(register)) | {"title": "修路", "lead": "县水利局"}
    browser.post(register, form | {"do": "propose"})
    browser.post(register, form | {"draft": "1"}, headers=DRAFT)
    assert not Draft.objects.exists()


def test_a_button_that_no_token_tells_apart_is_on_no_page():
    names = {
        name
        for page in TEMPLATES.rglob("*.html")
        for name in BUTTON.findall(page.read_text())
        if name != "draft"
    }
    assert names == set(BUTTONS)


# --- two sheets -------------------------------------------------------------------------------------
def test_two_blank_forms_side_by_side_keep_their_own_words(county, enter, register):
    browser = enter(county.officer)
    road, school = kept(browser, register, title="修路"), kept(browser, register, title="建校")
    assert form_of(browser.get(f"{register}?sheet={road}"))["title"] == "修路"
    assert form_of(browser.get(f"{register}?sheet={school}"))["title"] == "建校"


def test_a_form_opened_anew_goes_on_with_the_last_and_names_the_others(county, enter, register):
    browser = enter(county.officer)
    road = kept(browser, register, title="修路")
    kept(browser, register, title="建校")
    page = browser.get(register)
    assert form_of(page)["title"] == "建校"
    assert f"sheet={road}" in page.content.decode()
    assert "“修路”" in page.content.decode()


def test_sending_one_sheet_leaves_the_other(county, enter, register):
    browser = enter(county.officer)
    road = kept(browser, register, title="修路")
    kept(browser, register, title="建校")
    form = form_of(browser.get(register))
    decision = {"lead": "县水利局", "urgency": "minutes", "secrecy": "normal"}
    assert browser.post(register, form | decision).status_code == 302
    assert [str(draft.sheet) for draft in Draft.objects.all()] == [road]


def test_a_sheet_of_somebody_else_is_a_blank_one(county, enter, register):
    road = kept(enter(county.officer), register, title="修路")
    assert form_of(enter(county.colleague).get(f"{register}?sheet={road}"))["title"] == ""


@pytest.mark.parametrize("sheet", ["new", "x", "", "00000000-0000-0000-0000-000000000000", "\0"])
def test_a_forged_sheet_is_no_way_to_anything(county, enter, register, sheet):
    browser = enter(county.officer)
    page = browser.get(register, {"sheet": sheet})
    assert page.status_code == 200
    assert (
        browser.post(register, form_of(page) | {"sheet": sheet, "title": "甲", "draft": "1"}).status_code
        == 302
    )
