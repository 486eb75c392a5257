"""The pages of an instruction after it was registered: changed meanwhile, given out, typed and not sent; and what they show."""

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.models import Entry
from bureau.pages.models import Draft
from instructions.models import Instruction
from tests.county import CITY, in_days
from tests.instructions.posted import NEW, PLAN, form, is_refused, photo
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


# --- changed meanwhile ------------------------------------------------------------------------------
def test_an_edit_from_an_old_page_is_held_back_with_what_happened(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    old = form_of(browser.get(url))
    browser.post(url, form_of(browser.get(url)) | {"words": "先改的内容。"})
    answer = is_refused(browser, old | {"words": "后改的内容。"}, "这件事有了变化", url)
    assert "修改登记内容：批示内容" in answer.content.decode()
    assert "后改的内容。" in answer.content.decode()
    assert record.rounds.get().words == "先改的内容。"
    assert browser.post(url, form_of(answer)).status_code == 302
    assert record.rounds.get().words == "后改的内容。"


def test_an_edit_after_the_proposal_is_refused_in_words(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    old = form_of(browser.get(url))
    instructing.propose(county.colleague, record, lead=county.water, summary="拿出方案。")
    answer = is_refused(browser, old | {"words": "后改的内容。"}, "这件事有了变化", url)
    is_refused(browser, form_of(answer), "修改登记内容", url)
    answer = browser.get(url, follow=True)
    assert "当前状态不能“修改登记内容”" in answer.content.decode()


def test_an_edit_sent_twice_counts_once(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    values = form_of(browser.get(url)) | {"words": "改一次。"}
    for _ in range(2):
        assert browser.post(url, values).status_code == 302
    assert Entry.objects.filter(step="instructions.edit").count() == 1


def test_a_mended_title_is_the_papers_title_everywhere(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, form(title="关于城区内劳整治的报告"))
    record = Instruction.objects.get()
    url = f"{record.get_absolute_url()}edit/"
    browser.post(url, form_of(browser.get(url)) | {"title": "关于城区内涝整治的报告"})
    record = Instruction.objects.get()
    assert record.paper.title == "关于城区内涝整治的报告"
    assert record.matter.title == "县长批示件：关于城区内涝整治的报告"
    assert "修改登记内容：来文" in record.matter.entries.first().sentence


def test_a_proposal_from_an_old_page_is_held_back(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}propose/"
    old = form_of(browser.get(url)) | PLAN
    word = county.word(words="改由财政局牵头。")
    instructing.edit(
        county.colleague, record, word, instructing.OnPaper(record.paper.title), "normal", "normal"
    )
    answer = is_refused(browser, old, "这件事有了变化", url)
    assert "拿出方案。" in answer.content.decode()


def test_a_step_sent_twice_is_taken_once(county, enter):
    record = county.instruction("proposed")
    browser, url = enter(county.director), f"{record.get_absolute_url()}approve/"
    values = form_of(browser.get(url))
    answers = [browser.post(url, values, follow=True) for _ in range(2)]
    assert "没有重复办理" in answers[1].content.decode()
    assert Entry.objects.filter(step="instructions.approve").count() == 1


# --- several leaders on one paper -------------------------------------------------------------------
def two_on_one_paper(county, **other):
    about = instructing.OnPaper("关于城区内涝整治的报告", "桃住建报〔2026〕8号")
    first = county.instruction("proposed", about=about, word=county.word(date=in_days(-2)), to=[county.water])
    vice = county.word(leader_name="分管农业副县长", leader=county.vice, words="请财政局先拿资金方案。")
    second = county.instruction("proposed", about=about, word=vice, **{"to": [county.finance], **other})
    return first, second


def test_leaders_who_differ_are_not_passed_over_in_silence(county, enter):
    _first, second = two_on_one_paper(county)
    browser, url = enter(county.director), f"{second.get_absolute_url()}approve/"
    page = browser.get(second.get_absolute_url()).content.decode()
    assert "批示不一致" in page
    assert "县长对同一来文的批示，承办单位或时限与本件不同" in page
    is_refused(browser, form_of(browser.get(url)), "县长对同一来文另有不一致的批示", url)
    values = form_of(browser.get(url)) | {"remark": "已请示县长，分别办理。"}
    assert browser.post(url, values).status_code == 302
    assert "县长对同一来文" not in browser.get(second.get_absolute_url()).content.decode()


def test_leaders_who_agree_need_no_explanation(county, enter):
    _first, second = two_on_one_paper(county, to=[county.water])
    browser, url = enter(county.director), f"{second.get_absolute_url()}approve/"
    assert "批示不一致" not in browser.get(second.get_absolute_url()).content.decode()
    assert browser.post(url, form_of(browser.get(url))).status_code == 302


def test_the_words_on_one_paper_stand_in_the_order_they_were_written(county, enter):
    first, second = two_on_one_paper(county)
    about = instructing.OnPaper("关于城区内涝整治的报告", "桃住建报〔2026〕8号")
    third = county.instruction(
        "registered", about=about, word=county.word(**CITY, date=in_days(-9), words="要高度重视。")
    )
    same = enter(county.officer).get(second.get_absolute_url()).context["same_paper"]
    assert [one.pk for one in same] == [third.pk, first.pk]
    page = enter(county.officer).get(second.get_absolute_url()).content.decode()
    assert page.index("要高度重视。") < page.index("请水利局牵头拿出方案")


def test_a_unit_reads_nothing_of_what_others_were_told_on_the_paper(county, enter):
    first, second = two_on_one_paper(county)
    for record in (first, second):
        instructing.approve(county.director, record, "分别办理。")
    page = enter(county.water_liaison).get(first.get_absolute_url()).content.decode()
    assert "同一来文" not in page
    assert "财政局" not in page
    assert second.matter.number not in page


# --- after it was given out -------------------------------------------------------------------------
def test_more_time_is_asked_before_the_due_time_only(county, enter, time_machine):
    record = county.instruction("running")
    part = county.part(record)
    time_machine.move_to(record.matter.due_at + timezone.timedelta(days=1))
    url = f"/assignments/{part.pk}/ask_extension/"
    values = {"text": "汛期", "progress": "六成", "until": str(in_days(20))}
    is_refused(enter(county.water_liaison), values, "已过时限", url)


def test_a_report_to_a_suspended_one_is_refused_with_the_reason_and_kept(county, enter):
    record = county.instruction("running")
    browser, url = enter(county.water_liaison), f"{record.get_absolute_url()}report/"
    old = form_of(browser.get(url)) | {"text": "写了很久的办结报告。"}
    instructing.suspend(county.director, record, "等待上级批复")
    answer = is_refused(browser, old, "等待上级批复", url)
    assert "写了很久的办结报告。" in answer.content.decode()


def test_a_favourable_word_wants_its_words(county, enter):
    record = county.instruction("reported")
    browser, url = enter(county.magistrate), f"{record.get_absolute_url()}note/"
    answer = is_refused(browser, form_of(browser.get(url)) | {"positive": "on"}, "写明原话", url)
    assert "checked" in answer.content.decode()


def test_a_new_word_that_only_wants_to_be_known_is_no_new_round(county, enter):
    record = county.instruction("reported", word=county.word(**CITY))
    browser, url = enter(county.officer), f"{record.get_absolute_url()}again/"
    shown = form_of(browser.get(url))
    answer = is_refused(browser, shown | {"words": "阅。", "meaning": "know"}, "请用“圈阅”", url)
    values = form_of(answer) | {"words": "再查一遍。", "meaning": "order"}
    assert browser.post(url, values).status_code == 302
    assert Instruction.objects.get().round.number == 2


def test_the_desk_finds_the_way_to_a_new_word_on_the_page(county, enter):
    city = county.instruction("reported", word=county.word(**CITY))
    here = county.instruction("reported")
    assert (
        f"/instructions/{city.pk}/again/"
        in enter(county.officer).get(city.get_absolute_url()).content.decode()
    )
    assert "/again/" not in enter(county.officer).get(here.get_absolute_url()).content.decode()


def test_a_file_of_a_round_is_on_its_page(county, enter):
    city = county.instruction("reported", word=county.word(**CITY))
    browser, url = enter(county.officer), f"{city.get_absolute_url()}again/"
    browser.post(url, form_of(browser.get(url)) | {"words": "再查一遍。", "files": photo()})
    assert "批示照片.png" in browser.get(city.get_absolute_url()).content.decode()


def test_a_new_word_that_a_colleague_registered_first_is_told_of_and_nothing_typed_is_lost(county, enter):
    city = county.instruction("reported", word=county.word(**CITY))
    browser, url = enter(county.officer), f"{city.get_absolute_url()}again/"
    values = form_of(browser.get(url)) | {"words": "再查一遍，一个不漏。"}
    instructing.again(county.colleague, city, county.word(**CITY, words="再查一遍。"))
    answer = is_refused(browser, values, "这件事有了变化", url)
    assert "再查一遍，一个不漏。" in answer.content.decode()
    assert "当前状态不能“新的批示”" in browser.get(url, follow=True).content.decode()


# --- typed and not sent -----------------------------------------------------------------------------
def test_what_was_typed_and_not_sent_waits_on_its_form(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, form(words="写了一半", positive="on", draft="1"))
    shown = form_of(browser.get(NEW))
    assert (shown["words"], shown["leader_name"], shown["positive"]) == ("写了一半", "县长", "on")
    assert "words" in shown
    assert form_of(enter(county.colleague).get(NEW))["words"] == ""
    browser.post(NEW, shown | {"words": "写完了。"})
    assert not Draft.objects.exists()
    assert Instruction.objects.get().round.words == "写完了。"


def test_a_form_on_a_matter_has_a_draft_of_its_own(county, enter):
    matter = county.directive("running").matter
    browser = enter(county.officer)
    browser.post(f"{NEW}?about={matter.pk}", {"words": "写在事项上的", "draft": "1"})
    assert form_of(browser.get(NEW))["words"] == ""
    assert form_of(browser.get(f"{NEW}?about={matter.pk}"))["words"] == "写在事项上的"


def test_a_login_that_ended_loses_nothing_that_was_typed(county, enter):
    browser = enter(county.officer)
    shown = form_of(browser.get(NEW))
    browser.logout()
    answer = browser.post(NEW, shown | form(words="登录过期前写的"), follow=True)
    assert "登录" in answer.content.decode()
    browser.force_login(county.officer)
    assert form_of(browser.get(NEW))["words"] == "登录过期前写的"
    assert not Instruction.objects.exists()


# --- what the pages show ----------------------------------------------------------------------------
def test_who_proposes_and_who_approves_has_the_leaders_words_before_them(county, enter):
    record = county.instruction("registered")
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/").content.decode()
    assert record.round.words in page
    how = {"lead": county.water, "summary": "抓紧拿出方案。", "asked": "列出清单。", "due": in_days(9)}
    instructing.propose(county.officer, record, **how, opinion="拟由水利局牵头。")
    for url in (record.get_absolute_url(), f"{record.get_absolute_url()}approve/"):
        page = enter(county.director).get(url).content.decode()
        for words in (
            record.round.words,
            "摘要：抓紧拿出方案。",
            "列出清单。",
            "拟由水利局牵头。",
            f"{in_days(9)}（拟定）",
        ):
            assert words in page, (url, words)


def test_a_closed_one_tells_what_was_asked_and_not_what_was_said_beside_the_circle(county, enter):
    record = county.instruction("closed")
    found = enter(county.officer).get(record.get_absolute_url()).context["facts"]
    values = {one["label"]: one["value"] for one in found}
    assert values["批示要求"] == "批办，要求反馈"
    assert values["反馈领导"]


def test_the_step_of_a_unit_shows_it_what_it_was_given(county, enter):
    record = county.instruction("running")
    page = enter(county.water_liaison).get(f"{record.get_absolute_url()}report/").content.decode()
    assert "拿出方案，一周内报结果。" in page
    assert record.round.words not in page


def test_what_the_bureau_found_itself_is_before_who_judges_it(county, enter):
    record = county.instruction("reviewing", to=())
    for url in (record.get_absolute_url(), f"{record.get_absolute_url()}accept/"):
        page = enter(county.colleague).get(url).content.decode()
        assert "经现场核查，情况属实，已督促整改到位。" in page
    offered = enter(county.officer).get(record.get_absolute_url()).context["actions"]
    shut = {action["label"]: action["why_not"] for action in offered if action["why_not"]}
    assert shut == dict.fromkeys(["审核通过，呈报领导", "退回重办"], "须由提交人以外的人审核。")


def test_a_summary_is_called_one(county, enter):
    record = county.instruction("running")
    rounds = enter(county.water_liaison).get(record.get_absolute_url()).context["rounds"]
    assert [(one.shown, one.abridged) for one, _besides in rounds] == [("拿出方案，一周内报结果。", True)]
    rounds = enter(county.officer).get(record.get_absolute_url()).context["rounds"]
    assert [one.abridged for one, _besides in rounds] == [False]


def test_a_unit_is_not_shown_what_the_bureau_owes_while_it_prepares_the_next_round(county, enter):
    record = county.instruction("reported")
    instructing.again(county.magistrate, record, county.word(words="再查一遍。"))
    assert not enter(county.water_liaison).get(record.get_absolute_url()).context["duties"]
    assert enter(county.officer).get(record.get_absolute_url()).context["duties"]
