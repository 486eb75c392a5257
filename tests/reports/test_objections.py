"""A unit says once that a figure of an issue is wrong; another than its drafter decides."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from bureau.notices.models import Notice
from bureau.org.models import Limit
from bureau.pages.models import Draft
from reports import actions, contesting
from reports.models import Bulletin, Objection
from tests.reports.conftest import text_of
from tests.reports.screen import statuses
from tests.reports.specials import issue, survey
from tests.together import together


def test_a_unit_objects_once_to_a_figure(county, issued):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    with pytest.raises(Barred, match="已经提出过"):
        actions.object_to(county.water_head, issued, "又一处", "又一条理由。")
    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.create(
            bulletin=issued,
            unit=county.water,
            figure="甲",
            text="乙",
            person=county.water_head,
            at=timezone.now(),
        )


def test_after_its_time_it_is_too_late(county, issued):
    over = contesting.window(issued).due_at + timedelta(minutes=1)
    with time_machine.travel(over), pytest.raises(Barred, match="现在已过"):
        actions.object_to(county.water_liaison, issued, "第1项", "理由。")


def test_nobody_objects_to_what_they_did_not_get(county, issued):
    paper = issue(county, survey(county, county.directive("running").matter, readers=[county.magistrate]))
    for person in (county.officer, county.magistrate, county.system):
        with pytest.raises(Barred):
            actions.object_to(person, issued, "第1项", "理由。")
    with pytest.raises(Barred):
        actions.object_to(county.water_liaison, paper, "第1项", "理由。")


def test_who_took_part_in_the_issue_does_not_decide_and_the_unit_is_told(county, issued):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection = issued.objections.get()
    for made_it in (county.officer, county.colleague, county.director):  # drafted, checked, signed
        with pytest.raises(Barred, match="须回避"):
            actions.decide_objection(made_it, objection, True, "属实。")
    actions.decide_objection(county.deputy, objection, True, "属实，另发更正。")
    with pytest.raises(Barred, match="已经核实"):
        actions.decide_objection(county.deputy, objection, False, "不属实。")
    objection.refresh_from_db()
    assert (objection.state, objection.decided_by) == ("upheld", county.deputy)
    assert county.water_liaison.pk in told(f"objection:{objection.pk}")


def told(key) -> set[int]:
    return set(Notice.objects.filter(key=key).values_list("person", flat=True))


def test_an_objection_is_read_by_the_desk_and_its_unit_alone(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    url = issued.get_absolute_url()
    for person in (county.officer, county.water_head):
        assert "时限应为年底。" in enter(person).get(url).content.decode()
    for person in (county.roads_liaison, county.magistrate):
        assert "时限应为年底。" not in enter(person).get(url).content.decode()


def test_the_page_of_the_decision_is_for_who_took_no_part_at_the_desk(county, issued, client, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    url = reverse("reports:objection", args=[issued.objections.get().pk])
    found = statuses(county, client, url)
    assert {found[name] for name in ("officer", "colleague", "director")} == {302}  # they made it
    assert enter(county.deputy).get(url).status_code == 200
    assert {found[name] for name in ("water_liaison", "roads_liaison", "magistrate", "system")} == {404}


def test_a_decision_on_the_page_needs_its_reason(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection, deputy = issued.objections.get(), enter(county.deputy)
    url = reverse("reports:objection", args=[objection.pk])
    hidden = deputy.get(url).context["hidden"]
    assert "核实意见" in deputy.post(url, {"verdict": "uphold", **hidden}).content.decode()
    deputy.post(url, {"verdict": "dismiss", "reason": "以台账为准。", **hidden})
    objection.refresh_from_db()
    assert (objection.state, objection.reason) == ("dismissed", "以台账为准。")


def test_on_the_last_day_it_is_still_in_time(county, issued):
    with time_machine.travel(contesting.window(issued).due_at - timedelta(minutes=1)):
        actions.object_to(county.water_liaison, issued, "第1项", "理由。")
    assert issued.objections.exists()


def test_who_is_named_objects_even_where_it_was_not_delivered_to_them(county, draft):
    actions.edit(county.officer, draft, text_of(draft), {}, units=[county.horse])
    paper = issue(county, Bulletin.objects.get(pk=draft.pk))
    assert not paper.receipts.filter(unit=county.roads).exists()
    actions.object_to(county.roads_liaison, paper, "第1项", "我局只是协办。")
    with pytest.raises(Refused, match="收到通报"):
        actions.object_to(county.school_liaison, paper, "第1项", "理由。")
    with pytest.raises(Barred, match="没有送达这家单位"):
        actions.enter_objection(county.officer, paper, county.school, timezone.localdate(), "第1项", "原文。")
    assert [one.unit for one in paper.objections.all()] == [county.roads]


@pytest.mark.django_db(transaction=True)
def test_of_two_objections_at_once_one_counts(county, issued):
    said = together(
        partial(actions.object_to, county.water_liaison, issued, "第1项", "理由一。"),
        partial(actions.object_to, county.water_head, issued, "第1项", "理由二。"),
    )
    assert [type(one) for one in said if isinstance(one, Exception)] == [Refused]
    assert issued.objections.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_counts(county, issued):
    actions.object_to(county.water_liaison, issued, "第1项", "理由。")
    objection = issued.objections.get()
    said = together(
        partial(actions.decide_objection, county.clerk, objection, True, "属实。"),
        partial(actions.decide_objection, county.deputy, objection, False, "不属实。"),
    )
    assert len([one for one in said if isinstance(one, Refused)]) == 1
    assert Notice.objects.filter(key=f"objection:{objection.pk}", person=county.water_head).count() == 1


def test_a_decision_says_which_it_is_and_keeps_what_is_typed(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection, deputy = issued.objections.get(), enter(county.deputy)
    url = reverse("reports:objection", args=[objection.pk])
    deputy.post(url, {"reason": "经核对台账，", "draft": "1"})
    page = deputy.get(url)
    assert "经核对台账，" in page.content.decode()
    forged = deputy.post(url, {"reason": "经核对台账，", "verdict": "both", **page.context["hidden"]})
    assert forged.status_code == 409
    assert "经核对台账，" in forged.content.decode()
    objection.refresh_from_db()
    assert objection.state == "waiting"
    deputy.post(url, {"reason": "属实。", "verdict": "uphold", **deputy.get(url).context["hidden"]})
    objection.refresh_from_db()
    assert objection.state == "upheld"
    assert not Draft.objects.exists()


def test_the_desk_finds_what_waits_for_its_decision_and_then_the_way_to_correct(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    assert "等待核实" in enter(county.colleague).get("/").content.decode()
    assert "由没有参与的人核实" in enter(county.officer).get(issued.get_absolute_url()).content.decode()
    actions.decide_objection(county.deputy, issued.objections.get(), True, "属实，另发更正。")
    colleague = enter(county.colleague)
    assert "等待核实" not in colleague.get("/").content.decode()
    assert 'href="#correct"' in colleague.get(issued.get_absolute_url()).content.decode()
    assert 'href="#correct"' not in enter(county.water_head).get(issued.get_absolute_url()).content.decode()


def test_the_ledger_is_not_changed_by_it(county, issued):
    before = list(issued.quotes.values())
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    actions.decide_objection(county.deputy, issued.objections.get(), True, "属实。")
    assert list(issued.quotes.values()) == before
    assert [one.step for one in issued.entries.all()[:2]] == ["reports.uphold", "reports.object"]


@pytest.mark.parametrize("typed", [{}, {"figure": "第1项", "text": ""}, {"figure": "", "text": "理由"}])
def test_what_is_missing_is_named_and_nothing_is_counted(county, issued, enter, typed):
    url, liaison = reverse("reports:step", args=[issued.pk, "object"]), enter(county.water_liaison)
    page = liaison.post(url, typed | liaison.get(url).context["hidden"])
    assert "请填写" in page.content.decode()
    assert not issued.objections.exists()


# --- its time, paper, withdrawal ------------------------------------------------------------------------
def test_its_time_is_a_row_of_the_table_and_says_how_it_was_reckoned(county, issued, enter):
    url = reverse("reports:step", args=[issued.pk, "object"])
    page = enter(county.water_liaison).get(url).content.decode()
    assert f"最迟 {timezone.localtime(contesting.window(issued).due_at):%Y-%m-%d}" in page
    assert "时限说明" in page
    assert "时限 10 日" in page
    Limit.objects.filter(step="object_to_figures").update(amount=3)
    assert contesting.window(issued).due_at < issued.issued_at + timedelta(days=8)
    Limit.objects.filter(step="object_to_figures").delete()
    assert contesting.window(issued) is None
    with time_machine.travel(issued.issued_at + timedelta(days=100)):
        actions.object_to(county.water_liaison, issued, "第1项", "理由。")


def test_it_is_answered_by_a_date_that_the_desk_finds_on_its_page(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection = issued.objections.get()
    by = f"{timezone.localdate(objection.due_at)} 前答复"
    assert by in enter(county.deputy).get("/").content.decode()
    for page in (issued.get_absolute_url(), reverse("reports:objection", args=[objection.pk])):
        shown = enter(county.deputy).get(page).content.decode()
        assert by in shown
        assert "时限说明" in shown
    assert by in enter(county.water_head).get(issued.get_absolute_url()).content.decode()


def test_it_is_withdrawn_by_who_said_it_and_may_be_said_anew(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项", "理由一。")
    for other in (
        county.water_head,
        county.roads_liaison,
        county.officer,
        county.magistrate,
        county.stranger,
    ):
        with pytest.raises(Barred):
            actions.withdraw_objection(other, issued)
    liaison = enter(county.water_liaison)
    offered = {one["label"]: one for one in liaison.get(issued.get_absolute_url()).context["actions"]}
    liaison.post(offered["撤回异议"]["url"], offered["撤回异议"]["hidden"])
    assert [one.state for one in issued.objections.all()] == ["withdrawn"]
    with pytest.raises(Barred, match="没有等待核实"):
        actions.withdraw_objection(county.water_liaison, issued)
    with pytest.raises(Barred, match="已经撤回"):
        actions.decide_objection(county.deputy, issued.objections.get(), True, "属实。")
    assert "等待核实" not in enter(county.deputy).get("/").content.decode()
    actions.object_to(county.water_head, issued, "第1项", "理由二。")
    assert [one.state for one in issued.objections.all()] == ["withdrawn", "waiting"]


def test_what_was_decided_is_not_withdrawn(county, issued):
    actions.object_to(county.water_liaison, issued, "第1项", "理由。")
    actions.decide_objection(county.deputy, issued.objections.get(), False, "以台账为准。")
    with pytest.raises(Barred, match="没有等待核实"):
        actions.withdraw_objection(county.water_liaison, issued)


def test_what_came_on_paper_is_entered_by_its_day_and_its_unit_hears_of_it(county, issued, enter):
    url = reverse("reports:step", args=[issued.pk, "enter_objection"])
    browser, today = enter(county.officer), timezone.localdate()
    words = {"unit": "slj", "on": f"{today}", "figure": "第1项", "text": "原文照录。"}
    browser.post(url, browser.get(url).context["hidden"] | words)
    objection = issued.objections.get()
    assert (objection.unit, objection.entered, objection.state) == (county.water, True, "waiting")
    assert told(f"objected:{objection.pk}") == {county.water_liaison.pk, county.water_head.pk}
    page = enter(county.water_head).get(issued.get_absolute_url()).content.decode()
    assert "书面提出，督查员甲代录" in page
    actions.withdraw_objection(county.water_head, issued)
    assert issued.objections.get().state == "withdrawn"


@pytest.mark.parametrize("days, why", [(1, "不能晚于今天"), (-3, "不能早于印发日期")])
def test_paper_of_an_impossible_day_is_not_entered(county, issued, days, why):
    on = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Barred, match=why):
        actions.enter_objection(county.officer, issued, county.water, on, "第1项", "原文。")
    assert not issued.objections.exists()


def test_paper_that_came_too_late_is_not_entered_and_what_came_in_time_is(county, issued):
    over = contesting.window(issued).due_at
    with time_machine.travel(over + timedelta(days=5)):
        late = timezone.localdate(over) + timedelta(days=1)
        with pytest.raises(Barred, match="收到时已过"):
            actions.enter_objection(county.officer, issued, county.water, late, "第1项", "原文。")
        in_time = timezone.localdate(over)
        actions.enter_objection(county.officer, issued, county.water, in_time, "第1项", "原文。")
        with pytest.raises(Barred, match="已经提出过"):
            actions.enter_objection(county.officer, issued, county.water, in_time, "第1项", "原文。")
    assert timezone.localdate(issued.objections.get().at) == in_time


def test_nobody_but_the_desk_enters_paper(county, issued, enter):
    url = reverse("reports:step", args=[issued.pk, "enter_objection"])
    for person in (county.water_liaison, county.magistrate, county.stranger, county.system):
        with pytest.raises(Refused):
            actions.enter_objection(person, issued, county.water, timezone.localdate(), "第1项", "原文。")
        assert enter(person).get(url).status_code in (302, 404)
