"""通报批评: a bulletin to all that names units and posts, and only what was decided and served."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions
from accountability.telling import circular, withholds
from bureau.matters.models import Service
from bureau.matters.service import contesting
from bureau.org.names import is_named
from reports import actions as bulletins
from reports.models import Bulletin
from reports.rendering import render_issue
from tests.accountability.playing import DEPUTY_NAME, keys, play, receipt
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db


def begun(it, browser):
    url = reverse("reports:new_circular") + f"?matter={it.record.pk}"
    page = browser.get(url)
    if page.status_code != 200:
        return page
    given = {"series": "notice", "plate": "accountability", **page.context["hidden"]}
    return browser.post(url, given)


def test_there_is_nothing_to_make_known_before_the_decision_was_served(county, enter):
    it = play(county, "decided")
    assert circular(county.director, it.record.matter) is None
    assert begun(it, enter(county.director)).status_code == 404
    receipt(it, "unit", "decision")
    told = circular(county.director, it.record.matter)
    assert county.water.short in told.body
    assert "分管副局长" not in told.body  # admonished, and not made known


def test_it_is_begun_in_one_click_and_may_be_issued(county, enter):
    it = play(county, "decided")
    receipt(it, "unit", "decision")
    browser = enter(county.director)
    url = reverse("reports:new_circular") + f"?matter={it.record.pk}"
    assert url in browser.get(it.record.get_absolute_url()).content.decode()
    begun(it, browser)
    bulletin = Bulletin.objects.get()
    assert "通报批评" in bulletin.title
    bulletins.submit(county.director, bulletin)


@pytest.mark.parametrize("who", ["officer", "magistrate", "water_head", "system"])
def test_nobody_else_begins_it(county, enter, who):
    it = play(county, "decided")
    receipt(it, "unit", "decision")
    assert begun(it, enter(getattr(county, who))).status_code == 404


@pytest.mark.parametrize(
    "words, why",
    [
        (f"对{DEPUTY_NAME}同志予以诫勉。", "有干部的姓名"),
        ("案件{number}已经办结。", "限阅案件的编号"),
        ("决定{decision}已经作出。", "还没有送达"),
    ],
)
def test_no_bulletin_names_a_cadre_a_case_or_a_decision_that_was_not_served(county, words, why):
    it = play(county, "decided")
    text = words.format(number=it.record.matter.number, decision=it.subject("unit").decision.number)
    start = bulletins.Start("notice", "bureau", "")
    bulletin = bulletins.draft_text(county.officer, start, "有关情况", text)
    assert why in barred(bulletins.submit, county.officer, bulletin)


@pytest.mark.parametrize(
    "name, text, named",
    [
        ("欧阳甲乙", "对欧阳甲乙予以诫勉", True),
        ("高明", "方法高明，效果明显", False),
        ("高明", "对高明同志予以诫勉", True),
        ("高明", "副局长高明没有到场", True),
    ],
)
def test_a_name_of_two_characters_is_one_only_beside_what_people_are_called(name, text, named):
    assert is_named(name, text) is named


@pytest.mark.parametrize("left, right", [("[", "]"), ("（", "）"), ("【", "】"), (" 〔 ", " 〕 ")])
def test_the_number_of_a_case_is_known_in_whatever_brackets_it_is_written(county, left, right):
    number = play(county, "clue").record.matter.number
    typed = number.replace("〔", left).replace("〕", right)
    assert list(withholds(f"案件{typed}已经办结。"))


# --- the bulletin and the decision ----------------------------------------------------------------------------
def drafted(it, browser) -> Bulletin:
    receipt(it, "unit", "decision")
    begun(it, browser)
    return Bulletin.objects.get()


def signed(county, bulletin: Bulletin) -> None:
    bulletins.submit(county.director, bulletin)
    bulletins.check(county.officer, bulletin)
    bulletins.sign(county.deputy, bulletin)


def issue(county, bulletin: Bulletin) -> Bulletin:
    signed(county, bulletin)
    assert render_issue(bulletin.rendering.pk)
    return Bulletin.objects.get(pk=bulletin.pk)


def appealed(it, outcome: str) -> None:
    """The unit's decision, contested and decided by others."""
    paper = Service.objects.get(pk=it.subject("unit").decision_id)
    contesting.enter(it.county.inquirer, paper, "review", timezone.localdate(), "已经尽责。")
    contesting.decide(it.county.magistrate, paper.contests.get(), outcome, "查明当日已经到场。")


def test_the_measure_is_carried_out_by_the_issue_and_not_before(county, enter):
    it = play(county, "decided")
    bulletin = drafted(it, enter(county.director))
    signed(county, bulletin)
    assert it.sanction("unit", "circular").state == "in_force"
    assert render_issue(bulletin.rendering.pk)
    done, issued = it.sanction("unit", "circular"), Bulletin.objects.get(pk=bulletin.pk)
    assert (done.state, done.executed_on) == ("executed", timezone.localdate())
    assert issued.number in done.words
    assert it.subject("unit").state == "done"
    page = enter(county.inquirer).get(it.record.get_absolute_url()).content.decode()
    assert f"通报批评以{issued.number}印发" in page
    assert issued.get_absolute_url() in page


def test_it_is_begun_once_and_again_where_the_draft_was_discarded(county, enter):
    it = play(county, "decided")
    browser = enter(county.director)
    bulletin = drafted(it, browser)
    assert begun(it, browser).status_code == 404
    bulletins.discard(county.director, bulletin)
    assert begun(it, enter(county.deputy)).status_code == 302


def test_what_was_made_known_and_revoked_is_to_be_corrected_and_the_correction_says_what(county, enter):
    it = play(county, "decided")
    browser = enter(county.director)
    issued = issue(county, drafted(it, browser))
    assert "待更正" not in browser.get("/").content.decode()
    appealed(it, "revoked")
    assert "待更正" in browser.get("/").content.decode()
    correction = bulletins.draft_correction(county.director, issued)
    assert f"对{county.water.short}的通报批评经申诉已经撤销" in correction.body
    assert "待更正" not in browser.get("/").content.decode()


def test_what_was_made_known_and_changed_into_something_else_is_to_be_corrected_once_it_was_set(
    county, enter
):
    it = play(county, "decided")
    browser = enter(county.director)
    issued = issue(county, drafted(it, browser))
    appealed(it, "changed")
    assert "待更正" not in browser.get("/").content.decode()
    actions.set_anew(county.inquirer, it.subject("unit"), keys("rectify"))
    assert "待更正" in browser.get("/").content.decode()
    assert "已经变更" in bulletins.draft_correction(county.director, issued).body


def test_that_it_is_to_be_corrected_is_told_to_nobody_who_does_not_see_the_case(county, enter):
    it = play(county, "decided")
    issue(county, drafted(it, enter(county.director)))
    appealed(it, "revoked")
    assert "待更正" not in enter(county.officer).get("/").content.decode()


def test_a_draft_whose_decision_was_revoked_meanwhile_is_not_issued(county, enter):
    it = play(county, "decided")
    bulletin = drafted(it, enter(county.director))
    appealed(it, "revoked")
    assert "不能再印发" in barred(bulletins.submit, county.director, bulletin)


def test_what_was_revoked_between_signing_and_printing_is_not_carried_out_by_it(county, enter):
    it = play(county, "decided")
    browser = enter(county.director)
    bulletin = drafted(it, browser)
    signed(county, bulletin)
    appealed(it, "revoked")
    assert render_issue(bulletin.rendering.pk)
    assert it.sanction("unit", "circular").state == "revoked"
    assert "待更正" in browser.get("/").content.decode()
