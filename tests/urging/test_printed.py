"""The letters: what their text says, and that a slip is one sheet."""

import io

import pdfplumber
import pytest
from django.urls import reverse

from bureau.matters.models import Matter
from bureau.urging import actions
from bureau.urging.models import Urging
from directives.models import Directive
from tests.pages.posting import form_of
from tests.reports.screen import pages
from tests.typeset.paper import red_rules
from tests.urging.lateness import LETTER, RED, SLIP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("press_with_faces"), pytest.mark.slow]


def printed(enter, person, paper) -> bytes:
    answer = enter(person).get(reverse("urging:printed", args=[paper.pk]))
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def has(text: str, *words: str) -> None:
    spaceless = text.replace(" ", "")
    assert [one for one in words if one not in spaceless] == []


def test_a_slip_says_all_on_one_blue_sheet(late, enter):
    paper = late.at(SLIP).slip(remark="请附佐证材料。")
    pdf = printed(enter, late.county.water_liaison, paper)
    has(
        pages(pdf),
        "催办单",
        "蓝单",
        "桃督催〔2026〕1号",
        "桃溪县水利局：",
        late.directive.matter.number,
        "已逾期1个工作日",
        "尚未报送办结报告",
        "请附佐证材料。",
        "2026年11月27日前书面回复",
        "县人民政府常务会议纪要〔2026〕5号",
        "时限由来文载明：2026年11月24日（周二）。",
        "督查员甲",
        "2026年11月25日",
    )
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
        assert red_rules(opened.pages[0]) == []


def test_a_yellow_letter_names_the_paper_before_it(late, enter):
    late.at(SLIP).slip()
    pdf = printed(enter, late.county.officer, late.at(LETTER).letter())
    has(
        pages(pdf),
        "督办函",
        "黄牌",
        "桃督函〔2026〕1号",
        "桃督催〔2026〕1号",
        "未回复",
        "已逾期3个工作日",
        "黄牌警示",
    )
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert len(red_rules(opened.pages[0])) == 4  # two double lines


def test_a_red_card_calls_to_the_talk(late, enter):
    pdf = printed(enter, late.county.director, late.at(RED).red())
    has(
        pages(pdf),
        "红牌督办暨约谈通知书",
        "红牌",
        "桃督红〔2026〕1号",
        "2026年12月5日10时00分",
        "县行政中心3楼会议室",
        "主要负责人",
        "移交问责线索",
    )


def test_a_card_for_two_returns_does_not_speak_of_lateness(late, enter):
    late.return_twice()
    text = pages(printed(enter, late.county.director, late.red()))
    has(text, "办结报告已两次被退回")
    assert "逾期" not in text.replace("逾期步骤", "")


def test_a_withdrawn_slip_says_that_it_is_void(late, enter):
    paper = late.at(SLIP).slip()
    actions.withdraw(late.county.director, paper, "发错")
    has(pages(printed(enter, late.county.officer, paper)), "本件已撤回，文号作废。")


def test_a_character_that_no_face_has_is_refused_in_words(late, enter):
    paper = late.at(SLIP).slip(remark="请抓紧🙂")
    answer = enter(late.county.officer).get(reverse("urging:printed", args=[paper.pk]), follow=True)
    assert answer.redirect_chain
    assert "🙂" in answer.content.decode()


def test_what_no_face_has_is_told_in_the_form_and_nothing_is_issued(late, enter):
    late.at(SLIP)
    url = reverse("urging:issue", args=[late.duty.pk, "slip"])
    browser = enter(late.county.officer)
    answer = browser.post(url, form_of(browser.get(url)) | {"remark": "请抓紧\U0001f600"})
    assert "字库里没有这些字：「\U0001f600」（U+1F600）" in answer.content.decode()
    assert not Urging.objects.exists()


def test_a_title_that_no_paper_can_bear_is_told_where_it_is_typed_and_before_a_paper_is_issued(late, enter):
    county, register = late.county, reverse("directives:register", args=[late.county.source.pk])
    browser = enter(county.officer)
    form = form_of(browser.get(register)) | {"title": "修路\U0001f600", "lead": "县水利局", "do": "register"}
    assert "公文印不出来" in browser.post(register, form).content.decode()
    assert Directive.objects.count() == 1
    late.at(SLIP)
    Matter.objects.filter(pk=late.directive.pk).update(title="修路\U0001f600")
    issue = reverse("urging:issue", args=[late.duty.pk, "slip"])
    page = enter(county.officer).get(issue).content.decode()
    assert "「\U0001f600」（U+1F600），公文印不出来" in page
