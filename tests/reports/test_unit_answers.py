"""Units that a 通报 names answer where they are asked."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.merger import merge as merging
from bureau.notices.models import Notice
from bureau.pages.models import Draft
from bureau.press.typeset.dates import chinese_date
from reports import actions, telling
from reports.models import Bulletin, Response
from tests.county import in_days
from tests.deputies import SPOKEN, fresh, secretary
from tests.reports.conftest import text_of
from tests.reports.specials import issue
from tests.together import together


@pytest.fixture
def named(county, draft) -> Bulletin:
    """Water lags with the first item and is asked to answer within a week."""
    first = draft.quotes.first()
    marks = {first.pk: actions.Marks(True, "", True, "方案未报送")}
    actions.edit(county.officer, draft, text_of(draft) | {"answer_by": in_days(7)}, marks)
    return issue(county, Bulletin.objects.get(pk=draft.pk))


def test_who_is_named_as_lagging_is_asked_and_nobody_else(county, named):
    assert [one.unit for one in named.responses.all()] == [county.water]


def test_who_is_asked_hears_once_of_the_delivery_and_of_the_answer(county, named, enter):
    told = [
        notice.words
        for notice in Notice.objects.filter(person=county.water_liaison, url=named.get_absolute_url())
    ]
    assert told == [f"{named.number}已送达你单位，请签阅，并在{chinese_date(named.answer_by)}前书面回复。"]
    others = Notice.objects.get(person=county.roads_liaison, url=named.get_absolute_url())
    assert others.words == f"{named.number}已送达你单位，请签阅。"


def test_what_was_told_of_a_paper_is_read_with_it(county, named, enter):
    telling.to_units(named, [county.water], f"{named.number}还没有签阅。", "unread:again", timezone.now())
    mine = Notice.objects.filter(person=county.water_liaison, url=named.get_absolute_url())
    liaison = enter(county.water_liaison)
    assert (
        f"请签阅，并在{chinese_date(named.answer_by)}前书面回复；"
        in liaison.get("/notices/").content.decode()
    )
    liaison.get(mine.first().get_absolute_url())
    assert not mine.filter(read_at=None).exists()
    assert Notice.objects.filter(url=named.get_absolute_url(), read_at=None).exists()


def test_without_a_date_nobody_is_asked(county, issued):
    assert not issued.responses.exists()


def test_the_unit_answers_once(county, named):
    actions.answer(county.water_liaison, named, "已补报方案。")
    response = named.responses.get()
    assert (response.text, response.answered_by, response.late) == (
        "已补报方案。",
        county.water_liaison,
        False,
    )
    with pytest.raises(Barred, match="已经回复"):
        actions.answer(county.water_head, named, "又一次。")


def test_a_late_answer_is_marked_late(county, named):
    with time_machine.travel(timezone.now() + timedelta(days=9)):
        actions.answer(county.water_liaison, named, "已补报方案。")
    assert named.responses.get().late


def test_strangers_answer_nothing(county, named):
    for person in (county.roads_liaison, county.officer, county.magistrate, county.system):
        with pytest.raises(Barred):
            actions.answer(person, named, "代为回复。")


def test_the_page_asks_the_unit_and_shows_its_answer_to_the_desk_and_to_nobody_else(county, named, enter):
    url = named.get_absolute_url()
    step = reverse("reports:step", args=[named.pk, "answer"])
    liaison = enter(county.water_liaison)
    assert "待回复" in liaison.get(url).content.decode()
    hidden = liaison.get(step).context["hidden"]
    liaison.post(step, {"text": "已补报方案。", **hidden})
    assert "已补报方案。" in liaison.get(url).content.decode()
    assert "已补报方案。" in enter(county.officer).get(url).content.decode()
    for person in (county.roads_liaison, county.magistrate):
        assert "已补报方案。" not in enter(person).get(url).content.decode()


def test_the_units_desk_says_what_is_to_be_answered_by_when(county, named, enter):
    page = enter(county.water_liaison).get("/").content.decode()
    assert f"要求 {in_days(7):%Y-%m-%d} 前书面回复" in page
    assert "前书面回复" not in enter(county.roads_liaison).get("/").content.decode()


def test_the_page_says_what_the_unit_is_named_for_and_by_when(county, named, enter):
    page = enter(county.water_liaison).get(named.get_absolute_url())
    response = page.context["responses"][0]
    assert [(quote.title, quote.reason) for quote in response.items] == [
        ("完成小型水库隐患排查", "方案未报送")
    ]
    assert response.light in ("green", "yellow")
    words = page.content.decode()
    assert f"请在 {in_days(7):%Y-%m-%d} 前书面回复" in words
    assert "完成小型水库隐患排查：方案未报送" in words


def test_the_form_says_it_too_and_keeps_what_is_typed(county, named, enter):
    step, liaison = reverse("reports:step", args=[named.pk, "answer"]), enter(county.water_liaison)
    assert "完成小型水库隐患排查：方案未报送" in liaison.get(step).content.decode()
    liaison.post(step, {"text": "已补报方案，", "draft": "1"})
    assert "已补报方案，" in liaison.get(step).content.decode()
    assert not named.responses.exclude(answered_at=None).exists()
    liaison.post(step, {"text": "已补报方案。", **liaison.get(step).context["hidden"]})
    assert named.responses.get().text == "已补报方案。"
    assert not Draft.objects.exists()


def test_an_empty_answer_is_told_by_its_name(county, named, enter):
    step, liaison = reverse("reports:step", args=[named.pk, "answer"]), enter(county.water_liaison)
    page = liaison.post(step, {"text": " ", **liaison.get(step).context["hidden"]})
    assert "请填写" in page.content.decode()


def test_who_acts_for_the_head_sees_it_and_answers_in_their_name(county, named, enter):
    secretary(county, county.water_head, county.roads_liaison)
    other = enter(fresh(county.roads_liaison))
    assert [one.unit for one in other.get(named.get_absolute_url()).context["responses"]] == [county.water]
    step = f"{reverse('reports:step', args=[named.pk, 'answer'])}?for={county.water_head.pk}"
    other.post(step, {"text": "已补报方案。", **SPOKEN, **other.get(step).context["hidden"]})
    response = named.responses.get()
    assert (response.text, response.answered_by) == ("已补报方案。", county.water_head)
    assert "代录" in named.entries.first().actor_words


def test_a_day_that_is_over_is_not_asked_for(county, draft):
    actions.edit(county.officer, draft, text_of(draft) | {"answer_by": in_days(-1)}, {})
    with pytest.raises(Barred, match="整改回复时限"):
        actions.submit(county.officer, draft)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_one_counts(county, named):
    said = together(
        partial(actions.answer, county.water_liaison, named, "已补报方案。"),
        partial(actions.answer, county.water_head, named, "又一次。"),
    )
    assert len([one for one in said if isinstance(one, Barred)]) == 1
    assert named.entries.filter(step="reports.answer").count() == 1


def test_a_unit_that_carries_on_for_two_answers_for_both(county, draft):
    first, _, third = draft.quotes.all()
    marks = {
        first.pk: actions.Marks(True, "", True, "方案未报送"),
        third.pk: actions.Marks(True, "", True, "经费未拨付"),
    }
    actions.edit(county.officer, draft, text_of(draft) | {"answer_by": in_days(7)}, marks)
    asked = issue(county, Bulletin.objects.get(pk=draft.pk))
    merging.merge(county.system, county.water, county.finance, timezone.localdate())
    liaison = fresh(county.finance_liaison)
    actions.answer(liaison, asked, "其一。")
    actions.answer(liaison, asked, "其二。")
    assert sorted(asked.responses.values_list("text", flat=True)) == ["其一。", "其二。"]
    with pytest.raises(Barred):
        actions.answer(liaison, asked, "其三。")


def test_the_desk_hears_on_its_own_page_who_has_not_answered(county, named, enter):
    line = f"{named.number}：1 家没有回复"
    assert line in enter(county.officer).get("/").content.decode()
    for person in (county.water_liaison, county.magistrate, county.system):
        assert line not in enter(person).get("/desk/", follow=True).content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=9)):
        assert "其中逾期 1 家" in enter(county.officer).get("/").content.decode()
    actions.answer(county.water_liaison, named, "已补报方案。")
    assert line not in enter(county.officer).get("/").content.decode()


def test_a_page_asks_the_same_number_of_questions_however_many_answer(
    county, named, enter, django_assert_num_queries
):
    officer, url = enter(county.officer), named.get_absolute_url()
    actions.object_to(county.liaison(county.water), named, "第1项", "理由。")
    officer.get(url)
    with CaptureQueriesContext(connection) as few:
        officer.get(url)
    for unit in (county.roads, county.finance, county.horse):
        Response.objects.create(bulletin=named, unit=unit, asked_at=timezone.now(), due_at=timezone.now())
        actions.object_to(county.liaison(unit), named, "第1项", "理由。")
    with django_assert_num_queries(len(few)):
        officer.get(url)
