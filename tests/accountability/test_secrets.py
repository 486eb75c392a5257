"""What is typed about a case, and what tells that there is one: no name stands anywhere in plain, and nobody hears of it by the way."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions
from accountability.clearing import Letter, draft
from accountability.models import Answered, Clearance
from bureau.matters.models import Attachment, Contest, Entry, Service
from bureau.matters.service import contesting, serving
from bureau.org.models import Cadre
from bureau.pages.models import Draft
from tests.accountability import playing
from tests.accountability.playing import DEPUTY_NAME, HEAD_NAME, PLEA, clue, keys, play, proof
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
NAMED = f"{DEPUTY_NAME}没有复查。"


def paper(it, who: str, field: str = "notice") -> Service:
    return Service.objects.get(pk=getattr(it.subject(who), f"{field}_id"))


# --- names ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "until, by, act, words",
    [
        ("clue", "inquirer", "hold", {"reason": NAMED}),
        ("clue", "inquirer", "void", {"reason": NAMED}),
        ("checked", "director", "return_check", {"reason": NAMED}),
        ("checked", "director", "clear", {"outcome": NAMED}),
        ("filing", "magistrate", "approve_filing", {"remark": NAMED}),
        ("filing", "magistrate", "decline_filing", {"reason": NAMED}),
        ("investigating", "director", "extend", {"reason": NAMED}),
        ("reported", "director", "return_report", {"reason": NAMED}),
        ("reported", "director", "accept_report", {"remark": NAMED}),
    ],
)
def test_no_reason_and_no_remark_names_a_cadre(county, until, by, act, words):
    it = play(county, until)
    assert "里有干部的姓名" in barred(getattr(actions, act), getattr(county, by), it.record, **words)
    assert not Entry.objects.filter(sentence__contains=DEPUTY_NAME).exists()


def test_what_is_transferred_to_a_unit_names_nobody(county):
    it = play(county, "checked")
    told = barred(actions.transfer, county.director, it.record, county.water, f"查{DEPUTY_NAME}", "够不上。")
    assert "里有干部的姓名" in told


def test_no_file_of_a_case_is_called_by_a_name(county):
    it = play(county, "received")
    named = proof(f"放弃申辩（{DEPUTY_NAME}）.pdf")
    assert "附件的文件名" in barred(actions.waive, county.inquirer, it.subject("deputy"), [named])
    actions.waive(county.inquirer, it.subject("deputy"), [proof()])


def test_what_comes_with_a_plea_or_a_receipt_is_called_by_what_it_is(county):
    it = play(county, "notified")
    files = [proof(f"{HEAD_NAME}签收.pdf")]
    told = (county.inquirer, paper(it, "head"), "direct", TODAY())
    assert "请写单位和职务" in barred(serving.record_receipt, *told, f"其妻代{HEAD_NAME}收")
    serving.record_receipt(*told, "办公室主任代收", files=files)
    contesting.plead(county.water_head, paper(it, "head"), PLEA, [proof(f"{HEAD_NAME}的申辩.pdf")])
    names = list(Attachment.objects.filter(matter=it.case.pk).values_list("name", flat=True))
    assert sorted(names) == ["提出申辩材料1.pdf", "送达回证材料1.pdf"]


def test_a_plea_lies_encrypted_and_is_read_by_who_decides_and_who_wrote_it(county, enter):
    it = play(county, "received")
    words = f"本人{HEAD_NAME}已经尽责。"
    contesting.plead(county.water_head, paper(it, "head"), words)
    contesting.enter(county.inquirer, paper(it, "unit"), "plea", TODAY(), f"我局{DEPUTY_NAME}已经尽责。")
    for contest in Contest.objects.all():
        assert contest.text == ""
        assert DEPUTY_NAME.encode() not in bytes(contest.sealed)
    assert not Entry.objects.filter(sentence__contains="已经尽责").exists()
    for person in (county.water_head, county.deputy):
        assert words in enter(person).get(paper(it, "head").get_absolute_url()).content.decode()
    mine = Contest.objects.get(service=paper(it, "head"))
    assert "里有干部的姓名" in barred(contesting.decide, county.deputy, mine, "upheld", f"{HEAD_NAME}无理。")
    mine = Contest.objects.get(pk=mine.pk)
    contesting.decide(county.deputy, mine, "upheld", "没有新的事实。")


def test_what_is_typed_into_a_form_of_a_case_is_kept_as_cipher_text(county, enter):
    it = play(county, "notified")
    forms = {
        county.inquirer: reverse("accountability:edit", args=[it.case.pk]),
        county.director: reverse("accountability:step", args=[it.case.pk, "return_report"]),
        county.water_head: reverse("matters:service_step", args=[paper(it, "head").pk, "plea"]),
    }
    for person, url in forms.items():
        enter(person).post(url, {"reason": NAMED, "summary": NAMED, "text": NAMED, "draft": "1"})
    assert Draft.objects.count() == 3
    assert all(one.values == {} and one.sealed for one in Draft.objects.all())


# --- that there is one ------------------------------------------------------------------------------------
def test_who_hands_over_a_clue_is_not_told_that_there_is_one_on_the_same_fact(county):
    about = county.directive("running", to=[county.water]).matter
    play(county, "clue", about=about)
    actions.register(county.officer, clue(county), about)
    outsider = playing.at_the_desk("inquirer-d", "问责专员丁", county)
    told = barred(actions.register, outsider, clue(county), about)
    assert "〔2026〕1号" not in told


def test_what_became_a_clue_is_told_to_who_sees_it_and_not_to_the_rest_of_the_desk(county, enter):
    about = county.directive("running", to=[county.water]).matter
    it = play(county, "clue", about=about)
    Answered.objects.create(
        rule="overdue",
        matter=about,
        unit=county.water,
        reason="登记为线索",
        case=it.record,
        by=county.inquirer,
    )
    outsider = playing.at_the_desk("inquirer-d", "问责专员丁", county)
    url = reverse("accountability:proposals")
    assert "登记为线索" in enter(county.inquirer).get(url).content.decode()
    assert "— 登记为线索" not in enter(outsider).get(url).content.decode()


def test_nobody_answers_or_reads_what_is_asked_about_themselves(county, enter):
    people = playing.register_people(county)
    Cadre.objects.filter(pk=people["deputy"].cadre_id).update(person=county.inquirer)
    people["deputy"].refresh_from_db(fields=["cadre"])
    letter = Letter("县委组织部", TODAY(), TODAY(), "拟提拔人选考察")
    assert "请由别的问责专员办理" in barred(draft, county.inquirer, letter, [people["deputy"]])
    another = playing.at_the_desk("inquirer-b", "问责专员乙", county)
    made = draft(another, letter, [people["deputy"]])
    assert enter(another).get(made.get_absolute_url()).status_code == 200
    browser = enter(county.inquirer)
    assert browser.get(made.get_absolute_url()).status_code == 404
    assert made.get_absolute_url() not in browser.get(reverse("accountability:clearances")).content.decode()


def test_what_a_letter_asks_for_names_nobody_outside_its_list(county):
    people = playing.register_people(county)
    letter = Letter("县委组织部", TODAY(), TODAY(), f"拟提拔{DEPUTY_NAME}")
    assert "不写干部的姓名" in barred(draft, county.inquirer, letter, [people["deputy"]])
    assert not Clearance.objects.exists()


def test_a_measure_is_added_in_the_administration(county, enter):
    page = enter(county.system).get("/admin/accountability/measure/add/")
    assert page.status_code == 200


def test_a_name_is_found_in_what_an_organ_decided_too(county):
    it = play(county, "resolved")
    actions.recommend(county.director, it.subject("deputy"), TODAY() + timedelta(days=9))
    given = ("organisation", f"关于{DEPUTY_NAME}的决定", TODAY(), keys("admonition"), "leading")
    assert "里有干部的姓名" in barred(actions.enter_decision, county.inquirer, it.subject("deputy"), *given)
