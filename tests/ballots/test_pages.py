"""The voter's page, the pages of the desk, and what is printed."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from appraisal.ballots.actions import counting, voting
from appraisal.ballots.counting import Count
from appraisal.ballots.models import Ballot, Code, Poll
from appraisal.ballots.urn import opened
from bureau.attack.hunting import said_in
from bureau.matters.models import Duty, Entry
from tests.appraisal.playing import appraiser
from tests.ballots.playing import (
    LEADERS,
    PAPERS,
    begun,
    close,
    codes,
    count_paper,
    counted,
    group,
    position,
    register,
    vote,
)
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
VOTE = "/ceping/"
BALLOTS = [(1, 2, 0), (1, 2, 1), (1, 3, 1), (2, 3, 1), (2, 2, 1), (1, 1, 1)]


@pytest.fixture
def web() -> Client:
    return Client()


@pytest.fixture
def desk(county, enter):
    return enter(appraiser(county))


def words(answer) -> str:
    return answer.content.decode()


def the_ballot() -> tuple[int, ...]:
    (marks,) = opened(Ballot.objects.all())
    return marks


# --- voting ---------------------------------------------------------------------------------------------
def test_a_voter_marks_looks_again_and_sends(county, period, web):
    (code,) = codes(county, begun(county, period), 1)
    page = web.post(VOTE, form_of(web.get(VOTE)) | {"code": f" {code[:4]} {code[4:8]} {code[8:]} "})
    assert "县水利局领导班子" in words(page)
    assert "checked" not in words(page)
    page = web.post(VOTE, form_of(page) | {"row_1": "1", "row_3": "4", "do": "review"})
    assert re.findall(r"<dd>\s*(?:<span[^>]*>)?(\S+?)\s*<", words(page)) == ["优秀", "未选（弃权）", "不称职"]
    assert not Ballot.objects.exists()
    page = web.post(VOTE, form_of(page) | {"do": "send"})
    assert "已收到您的选票" in words(page)
    assert the_ballot() == (1, 0, 4)


def test_marks_of_other_pages_travel_along_and_a_page_has_ten_rows(county, period, web):
    for at in range(24):
        position(county, county.water, f"某某{at}", f"第{at}副局长", part="in_charge")
    (code,) = codes(county, begun(county, period, kinds=["cadre"], units=[county.water]), 1)
    first = web.post(VOTE, {"code": code})
    assert words(first).count("<fieldset") == 10
    second = web.post(VOTE, form_of(first) | {"row_1": "2", "do": "page_2"})
    third = web.post(VOTE, form_of(second) | {"row_11": "3", "do": "page_3"})
    assert words(third).count("<fieldset") == 4
    back = web.post(VOTE, form_of(third) | {"row_24": "4", "do": "page_1"})
    assert form_of(back)["row_1"] == "2"
    cleared = web.post(VOTE, form_of(back) | {"do": "clear_1"})
    assert "row_1" not in form_of(cleared)
    web.post(VOTE, form_of(cleared) | {"do": "send"})
    assert the_ballot() == (0,) * 10 + (3,) + (0,) * 12 + (4,)


def test_whose_ballot_would_not_count_is_told_before_it_is_sent(county, period, web):
    (code,) = codes(county, begun(county, period, limits={"refuse_equal": True}), 1)
    marks = {f"row_{at}": "2" for at in (1, 2, 3)}
    page = web.post(VOTE, {"code": code, "do": "review", **marks})
    assert "这张票会无效" in words(page)
    assert "全部选了同一项" in words(page)
    page = web.post(VOTE, {"code": code, "do": "review", **marks, "row_1": "1"})
    assert "这张票会无效" not in words(page)


@pytest.mark.parametrize("mark", ["9", "0", "-1", "x", "１", "1" * 5000, "\x00"])
def test_a_mark_that_is_none_of_the_options_is_told_by_its_row_and_uses_no_code(county, period, web, mark):
    (code,) = codes(county, begun(county, period), 1)
    answer = web.post(VOTE, {"code": code, "do": "send", "row_2": mark})
    assert answer.status_code == 422
    assert "县交通运输局领导班子”选的不是票上的选项" in words(answer)
    assert Code.objects.exists()
    assert not Ballot.objects.exists()


@pytest.mark.parametrize("code", ["", "1", "' OR ''='", "１２３４５６７８９０１２", "\x00" * 12, "1" * 40])
def test_what_is_no_code_is_told_and_breaks_nothing(county, web, code):
    assert web.post(VOTE, {"code": code}).status_code in (404, 422)


@pytest.mark.parametrize("do", ["page_99", "clear_99", "page_0", "page_x", "nothing"])
def test_a_page_that_is_not_there_is_another_page(county, period, web, do):
    (code,) = codes(county, begun(county, period), 1)
    assert web.post(VOTE, {"code": code, "do": do}).status_code == 200


# --- the desk -------------------------------------------------------------------------------------------
def test_the_desk_begins_a_poll_from_the_period(county, period, desk):
    new = reverse("ballots:new", args=[period.pk])
    assert new in words(desk.get(period.get_absolute_url()))
    given = form_of(desk.get(new)) | {
        "title": "领导班子测评",
        "kinds": ["team"],
        "units": [county.water.pk, county.roads.pk],
        "opens_on": f"{timezone.localdate():%Y-%m-%d}",
        "closes_on": f"{timezone.localdate() + timedelta(days=3):%Y-%m-%d}",
        "group_0": "县级领导",
        "weight_0": "100",
        "entitled_0": "12",
    }
    answer = desk.post(new, given, follow=True)
    poll = Poll.objects.get()
    assert [one.name for one in poll.terms.options] == ["优秀", "称职", "基本称职", "不称职"]
    assert "县水利局领导班子" in words(answer)
    polls = reverse("ballots:list", args=[period.pk])
    assert polls in words(desk.get(period.get_absolute_url()))
    assert "领导班子测评" in words(desk.get(polls))
    edit = reverse("ballots:edit", args=[poll.pk])
    answer = desk.post(
        edit, form_of(desk.get(edit)) | {"title": "改过的测评", "units": [county.water.pk], "kinds": ["team"]}
    )
    assert answer.status_code == 302
    assert Poll.objects.get().subjects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"weight_0": "90"}, "权重合计90%，应为100%"),
        ({"entitled_0": ""}, "请填写投票人1的应投人数"),
        ({"group_0": ""}, "请填写投票人1。"),
        ({"worth_0": "x"}, "选项1的分值"),
        ({"least": "4"}, "5"),
        ({"units": []}, "请选择被测评单位"),
    ],
)
def test_what_is_wrong_with_a_poll_is_told_beside_it(county, period, desk, wrong, told):
    new = reverse("ballots:new", args=[period.pk])
    day = f"{timezone.localdate():%Y-%m-%d}"
    given = {
        "title": "测评",
        "kinds": ["team"],
        "units": [county.water.pk],
        "opens_on": day,
        "closes_on": day,
    }
    given |= {"group_0": "县级领导", "weight_0": "100", "entitled_0": "12"}
    answer = desk.post(new, form_of(desk.get(new)) | given | wrong)
    assert answer.status_code in (200, 409)
    assert told in words(answer)
    assert not Poll.objects.exists()


def test_slips_are_the_answer_to_the_form_and_their_codes_vote(county, period, desk):
    poll = begun(county, period)
    form = reverse("ballots:codes", args=[group(poll).pk])
    answer = desk.post(form, form_of(desk.get(form)) | {"count": "5"})
    assert answer["Content-Type"] == "application/pdf"
    said = said_in(answer.content)
    found = sorted(set(re.findall(r"\d{4}\s\d{4}\s\d{4}", said)))
    assert len(found) == 5
    assert "/ceping/" in said
    for code in found:
        voting.cast(code, (1, 2, 3))
    assert Ballot.objects.count() == 5
    assert "已印 5，已投 5" in words(desk.get(poll.get_absolute_url()))
    assert desk.post(form, form_of(desk.get(form)) | {"count": "99"}).status_code == 409


def test_the_lines_of_the_period_tell_how_many_and_never_a_code(county, period):
    poll = begun(county, period)
    found = vote(county, poll, BALLOTS)
    close(county, poll)
    said = "\n".join(Entry.objects.filter(matter=period.pk).values_list("sentence", flat=True))
    assert "为“年度民主测评”的本单位干部职工印票码6张" in said
    assert "截止测评“年度民主测评”，收到电子票6张" in said
    assert not any(code in said for code in found)


def test_counters_see_the_others_figures_only_once_both_have_counted(county, period, desk, enter):
    poll = begun(county, period)
    close(county, poll)
    leaders = group(poll, LEADERS.name)
    page = reverse("ballots:count", args=[leaders.pk])
    other = Count(8, 0, ((8, 0, 0, 0), (4, 4, 0, 0), (0, 0, 3, 5)))
    counting.count_paper(county.deputy, poll, leaders, other)
    assert 'value="8"' not in words(desk.get(page))
    given = form_of(desk.get(page)) | {"received": "8", "invalid": "0"}
    for one, row in zip(poll.subjects.all(), PAPERS.rows, strict=True):
        given |= {f"c_{one.pk}_{at}": str(times) for at, times in enumerate(row)}
    answer = desk.post(page, given, follow=True)
    assert "两人计票不一致" in words(answer)
    told = words(desk.get(page))
    assert "县财政局领导班子“基本称职”" in told
    assert "哪一格" not in words(enter(county.director).get(page))


def test_results_are_read_after_closing_and_say_where_too_few_voted(county, period, desk):
    poll = begun(county, period)
    vote(county, poll, BALLOTS[:4])
    page = reverse("ballots:results", args=[poll.pk])
    assert desk.get(page).status_code == 404
    close(county, poll)
    told = words(desk.get(page))
    assert "有效票不足" in told
    assert "收回 4" not in told
    assert "纸质票还没有两人一致的计票" in told


def test_who_reads_the_whole_period_reads_the_results_and_units_and_leaders_of_some_find_nothing(
    county, period, enter
):
    poll = counted(county, period, BALLOTS)
    pages = [
        reverse("ballots:list", args=[period.pk]),
        poll.get_absolute_url(),
        reverse("ballots:results", args=[poll.pk]),
    ]
    for person in (appraiser(county), county.director, county.magistrate):
        assert {enter(person).get(page).status_code for page in pages} == {200}
    for person in (county.water_head, county.water_liaison, county.vice, county.officer, county.system):
        assert {enter(person).get(page).status_code for page in pages} == {404}
    for person in (county.water_head, county.finance_liaison):
        told = words(enter(person).get(period.get_absolute_url()))
        assert "测评" not in told


def test_the_desk_writes_the_result_into_an_indicator_or_is_told_that_there_is_none(county, period, desk):
    poll = counted(county, period, BALLOTS)
    assert "没有数据来源是“测评”的指标" in words(desk.get(reverse("ballots:feed", args=[poll.pk])))


def test_what_a_poll_owes_is_one_click_away(county, period, desk, enter):
    poll = begun(county, period)

    def leads(browser, step: str) -> str:
        duty = Duty.objects.open().get(step=step)
        return browser.get(reverse("desk:do", args=[duty.pk])).url

    assert leads(desk, "close_poll") == poll.get_absolute_url()
    close(county, poll)
    assert leads(enter(county.director), "confirm_poll") == poll.get_absolute_url()


# --- on paper -------------------------------------------------------------------------------------------
def test_a_ballot_of_paper_has_the_grid_and_the_rule_and_no_name(county, period, desk):
    position(county, county.water, "欧阳甲乙", "局长")
    poll = begun(county, period, kinds=["cadre"], units=[county.water], limits={"high_most": 3})
    answer = desk.get(reverse("ballots:ballot", args=[group(poll, LEADERS.name).pk]))
    said = said_in(answer.content)
    for word in ("县水利局局长", "优秀", "不称职", "90分及以上超过3个的", "投票人：县级领导"):
        assert word in said
    assert "欧阳甲乙" not in said


def test_a_count_sheet_is_blank_for_counters_and_filled_once_it_was_confirmed(county, period, desk):
    poll = begun(county, period)
    sheet = reverse("ballots:count_sheet", args=[group(poll, LEADERS.name).pk])
    assert "计票人（签字）" in said_in(desk.get(sheet).content)
    vote(county, poll, BALLOTS)
    close(county, poll)
    count_paper(county, poll)
    assert "收回8张" not in said_in(desk.get(sheet).content)
    counting.confirm(county.director, poll)
    assert "收回8张，无效0张，有效8张" in said_in(desk.get(sheet).content)


def test_a_draft_is_read_by_its_desk_and_opened_by_a_button(county, period, desk):
    poll = register(county, period)
    step = reverse("ballots:step", args=[poll.pk, "open"])
    page = desk.get(poll.get_absolute_url())
    assert step in words(page)
    desk.post(step, form_of(page, step))
    assert Poll.objects.get().state == "open"
