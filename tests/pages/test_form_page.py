"""The page that every form stands on, played on real ones: a decision that is mended, a paper, buttons of a bulletin."""

import re

import pytest
from django.urls import reverse

from bureau.matters.models import Entry
from bureau.pages.form_page import ALREADY
from bureau.pages.models import Draft, Submission
from bureau.pages.once import token
from directives import actions
from directives.models import Directive
from reports import actions as bulletins
from reports.models import Bulletin
from tests.house.test_storeys import VIEWS
from tests.pages.posting import form_of
from tests.together import together

pytestmark = pytest.mark.django_db
CORRECTED = {"title": "改过的"}


@pytest.fixture
def registered(county):
    return county.directive("draft", title="原来的")


@pytest.fixture
def address(registered) -> str:
    return reverse("directives:edit", args=[registered.pk])


@pytest.fixture
def bulletin(county) -> Bulletin:
    county.directive("running")
    return bulletins.draft_from_source(county.officer, county.source)


@pytest.fixture
def put_in(county, bulletin):
    return bulletins.add_insert(county.officer, bulletin, "text", bulletins.Given("说明", text="一、范围"))


def text_of(answer) -> str:
    return answer.content.decode()


def title() -> str:
    return Directive.objects.get().matter.title


# --- opened -----------------------------------------------------------------------------------------
def test_an_opened_form_is_of_what_there_is_and_remembers_it(county, enter, registered, address):
    form = form_of(enter(county.officer).get(address))
    assert form["title"] == "原来的"
    assert form["seen"] == str(registered.matter.version)
    assert form["once"]


def test_each_opening_is_a_form_of_its_own(county, enter, address):
    browser = enter(county.officer)
    assert form_of(browser.get(address))["once"] != form_of(browser.get(address))["once"]


def test_who_does_not_see_the_record_finds_no_form_sends_none_and_keeps_no_draft(county, enter, address):
    sealed = county.directive("draft", secrecy="sealed")
    for person, url in (
        (county.stranger, address),
        (county.colleague, reverse("directives:edit", args=[sealed.pk])),
    ):
        browser = enter(person)
        assert browser.get(url).status_code == 404
        for sent in (CORRECTED, CORRECTED | {"draft": "1"}):
            assert browser.post(url, sent).status_code == 404
    assert not Draft.objects.exists()


def test_what_cannot_be_done_now_leads_home_with_the_reason(county, enter, registered, address):
    actions.propose(county.officer, registered)
    answer = enter(county.officer).get(address, follow=True)
    assert answer.redirect_chain == [(registered.get_absolute_url(), 302)]
    assert "当前状态不能“修改”" in text_of(answer)


# --- not taken --------------------------------------------------------------------------------------
def test_what_is_not_valid_is_shown_again_and_is_not_used_up(county, enter, address):
    browser = enter(county.officer)
    form = form_of(browser.get(address))
    answer = browser.post(address, form | {"title": "改过的", "lead": "没有的局"})
    assert answer.status_code == 200
    assert (form_of(answer)["title"], title()) == ("改过的", "原来的")
    assert browser.post(address, form | CORRECTED).status_code == 302
    assert title() == "改过的"


def test_a_refusal_is_said_in_the_form_beside_what_was_typed_and_leaves_no_trace(
    county, enter, registered, address
):
    browser = enter(county.officer)
    form = form_of(browser.get(address)) | CORRECTED
    actions.propose(county.officer, registered)
    del form["seen"]
    answer = browser.post(address, form)
    assert answer.status_code == 409
    assert "当前状态不能“修改”" in "".join(answer.context["form"].non_field_errors())
    assert form_of(answer)["title"] == "改过的"
    assert title() == "原来的"
    assert not Submission.objects.exists()


def test_what_somebody_else_changed_meanwhile_is_told_and_the_form_is_of_it_now(county, enter, address):
    browser, other = enter(county.officer), enter(county.colleague)
    old = form_of(browser.get(address)) | CORRECTED
    other.post(address, form_of(other.get(address)) | {"title": "乙改的"})
    answer = browser.post(address, old)
    assert answer.status_code == 409
    assert "这件事有了变化：" in text_of(answer)
    assert Entry.objects.order_by("-pk").first().sentence in text_of(answer)
    again = form_of(answer)
    assert (again["title"], title()) == ("改过的", "乙改的")
    assert browser.post(address, again).status_code == 302
    assert title() == "改过的"


def test_a_button_that_is_refused_says_so_where_it_stood(county, enter, bulletin):
    url = reverse("reports:correct", args=[bulletin.pk])
    answer = enter(county.officer).post(url, {"once": token()}, follow=True)
    assert answer.redirect_chain == [(bulletin.get_absolute_url(), 302)]
    assert "note-error" in text_of(answer)
    assert not Submission.objects.exists()


def test_a_button_on_an_old_page_speaks_of_no_words_that_nobody_typed(county, enter, registered):
    url = reverse("directives:step", args=[registered.pk, "propose"])
    answer = enter(county.officer).post(url, {"once": token(), "seen": "old"}, follow=True)
    assert "请看过最新情况再办" in text_of(answer)
    assert "您填写的内容还在" not in text_of(answer)
    assert title() == "原来的"


# --- taken ------------------------------------------------------------------------------------------
def test_what_was_taken_is_said_and_leads_on_and_its_draft_is_gone(county, enter, registered, address):
    browser = enter(county.officer)
    form = form_of(browser.get(address)) | CORRECTED
    browser.post(address, form | {"draft": "1"})
    answer = browser.post(address, form, follow=True)
    assert answer.redirect_chain == [(registered.get_absolute_url(), 302)]
    assert "已保存修改。" in text_of(answer)
    assert not Draft.objects.exists()


def test_a_form_leads_to_its_record_whatever_the_address_says(county, enter, address, registered):
    browser = enter(county.officer)
    form = form_of(browser.get(f"{address}?back=/desk/")) | CORRECTED | {"back": "/desk/"}
    assert browser.post(address, form).url == registered.get_absolute_url()


@pytest.mark.parametrize(
    ("back", "led_to"), [("/desk/", "/desk/"), ("https://example.com/", None), ("//x.cn", None)]
)
def test_a_step_leads_back_to_where_it_was_opened_and_to_no_other_house(county, enter, back, led_to):
    browser, record = enter(county.director), county.directive("running")
    step = reverse("directives:step", args=[record.pk, "suspend"])
    form = form_of(browser.get(step, {"back": back})) | {"reason": "省里另有安排", "back": back}
    assert browser.post(step, form).url == (led_to or record.get_absolute_url())


# --- sent twice -------------------------------------------------------------------------------------
def test_a_second_click_does_nothing_and_is_led_where_the_first_was(county, enter):
    register, browser = reverse("directives:new_source"), enter(county.officer)
    paper = {"kind": "executive", "title": "纪要", "date": "2026-11-02", "once": token()}
    first = browser.post(register, paper, follow=True)
    second = browser.post(register, paper | {"title": "又一份"}, follow=True)
    assert second.redirect_chain == first.redirect_chain
    assert "来源已登记" in text_of(first)
    assert ALREADY in text_of(second)
    assert "又一份" not in text_of(browser.get(reverse("directives:sources")))


def test_a_second_click_on_what_is_gone_is_told_so_and_is_no_dead_end(county, enter, bulletin, put_in):
    url = reverse("reports:drop_insert", args=[bulletin.pk, put_in.pk])
    browser, form = enter(county.officer), {"once": token()}
    answers = [browser.post(url, form, follow=True) for _ in range(2)]
    editor = reverse("reports:edit", args=[bulletin.pk])
    assert [answer.redirect_chain for answer in answers] == [[(editor, 302)]] * 2
    assert ALREADY in text_of(answers[1])
    assert not bulletin.inserts.exists()


def test_where_the_first_way_is_not_known_the_second_leads_home(county, enter, registered, address):
    browser = enter(county.officer)
    form = form_of(browser.get(address)) | CORRECTED
    browser.post(address, form)
    Submission.objects.update(led_to="")
    answer = browser.post(address, form, follow=True)
    assert answer.redirect_chain == [(registered.get_absolute_url(), 302)]
    assert ALREADY in text_of(answer)


@pytest.mark.parametrize("once", ["", "nonsense", "\0", "9" * 5000])
def test_a_form_whose_token_is_none_is_taken_all_the_same(county, enter, address, once):
    browser = enter(county.officer)
    form = form_of(browser.get(address)) | CORRECTED | {"once": once}
    assert browser.post(address, form).status_code == 302
    assert title() == "改过的"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_clicks_at_once_one_is_taken_and_both_lead_to_the_same_page(county, enter):
    register = reverse("directives:register", args=[county.source.pk])
    form = {"title": "修路", "lead": "县水利局", "urgency": "minutes", "secrecy": "normal", "once": token()}
    browsers = [enter(county.officer) for _ in range(2)]
    answers = together(*(lambda one=one: one.post(register, form) for one in browsers))
    assert [answer.url for answer in answers] == [Directive.objects.get().get_absolute_url()] * 2


# --- and nowhere else -------------------------------------------------------------------------------
def test_no_view_takes_a_form_by_itself():
    by_itself = [path for path in VIEWS if re.search(r"\bTwice\b|\bonce\(", path.read_text())]
    assert [path.parent.name for path in by_itself] == ["public"]  # who has no account has no `FormPage`
