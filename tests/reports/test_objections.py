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
from bureau.pages.models import Draft
from reports import actions
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


def test_after_ten_days_it_is_too_late(county, issued):
    with (
        time_machine.travel(issued.issued_at + timedelta(days=11)),
        pytest.raises(Barred, match="不再受理"),
    ):
        actions.object_to(county.water_liaison, issued, "第1项", "理由。")


def test_nobody_objects_to_what_they_did_not_get(county, issued):
    paper = issue(county, survey(county, county.directive("running").matter, readers=[county.magistrate]))
    for person in (county.officer, county.magistrate, county.system):
        with pytest.raises(Barred):
            actions.object_to(person, issued, "第1项", "理由。")
    with pytest.raises(Barred):
        actions.object_to(county.water_liaison, paper, "第1项", "理由。")


def test_another_than_the_drafter_decides_and_the_unit_is_told(county, issued):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection = issued.objections.get()
    with pytest.raises(Barred, match="拟稿人以外"):
        actions.decide_objection(county.officer, objection, True, "属实。")
    actions.decide_objection(county.colleague, objection, True, "属实，另发更正。")
    with pytest.raises(Barred, match="已经核实"):
        actions.decide_objection(county.colleague, objection, False, "不属实。")
    objection.refresh_from_db()
    assert (objection.state, objection.decided_by) == ("upheld", county.colleague)
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


def test_the_page_of_the_decision_is_the_desks(county, issued, client):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    url = reverse("reports:objection", args=[issued.objections.get().pk])
    found = statuses(county, client, url)
    assert {found[name] for name in ("colleague", "director")} == {200}
    assert {found[name] for name in ("water_liaison", "roads_liaison", "magistrate", "system")} == {404}


def test_a_decision_on_the_page_needs_its_reason(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection, colleague = issued.objections.get(), enter(county.colleague)
    url = reverse("reports:objection", args=[objection.pk])
    hidden = colleague.get(url).context["hidden"]
    assert "核实意见" in colleague.post(url, {"verdict": "uphold", **hidden}).content.decode()
    colleague.post(url, {"verdict": "dismiss", "reason": "以台账为准。", **hidden})
    objection.refresh_from_db()
    assert (objection.state, objection.reason) == ("dismissed", "以台账为准。")


def test_on_the_tenth_day_it_is_still_in_time(county, issued):
    with time_machine.travel(issued.issued_at + timedelta(days=10)):
        actions.object_to(county.water_liaison, issued, "第1项", "理由。")
    assert issued.objections.exists()


def test_who_is_named_objects_even_where_it_was_not_delivered_to_them(county, draft):
    actions.edit(county.officer, draft, text_of(draft), {}, units=[county.horse])
    paper = issue(county, Bulletin.objects.get(pk=draft.pk))
    assert not paper.receipts.filter(unit=county.roads).exists()
    actions.object_to(county.roads_liaison, paper, "第1项", "我局只是协办。")
    with pytest.raises(Refused, match="收到通报"):
        actions.object_to(county.school_liaison, paper, "第1项", "理由。")
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
        partial(actions.decide_objection, county.colleague, objection, True, "属实。"),
        partial(actions.decide_objection, county.director, objection, False, "不属实。"),
    )
    assert len([one for one in said if isinstance(one, Refused)]) == 1
    assert Notice.objects.filter(key=f"objection:{objection.pk}", person=county.water_head).count() == 1


def test_a_decision_says_which_it_is_and_keeps_what_is_typed(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    objection, colleague = issued.objections.get(), enter(county.colleague)
    url = reverse("reports:objection", args=[objection.pk])
    colleague.post(url, {"reason": "经核对台账，", "draft": "1"})
    page = colleague.get(url)
    assert "经核对台账，" in page.content.decode()
    forged = colleague.post(url, {"reason": "经核对台账，", "verdict": "both", **page.context["hidden"]})
    assert forged.status_code == 409
    assert "经核对台账，" in forged.content.decode()
    objection.refresh_from_db()
    assert objection.state == "waiting"
    colleague.post(url, {"reason": "属实。", "verdict": "uphold", **colleague.get(url).context["hidden"]})
    objection.refresh_from_db()
    assert objection.state == "upheld"
    assert not Draft.objects.exists()


def test_the_desk_finds_what_waits_for_its_decision_and_then_the_way_to_correct(county, issued, enter):
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    assert "等待核实" in enter(county.colleague).get("/").content.decode()
    assert "须由拟稿人以外的人核实" in enter(county.officer).get(issued.get_absolute_url()).content.decode()
    actions.decide_objection(county.colleague, issued.objections.get(), True, "属实，另发更正。")
    colleague = enter(county.colleague)
    assert "等待核实" not in colleague.get("/").content.decode()
    assert 'href="#correct"' in colleague.get(issued.get_absolute_url()).content.decode()
    assert 'href="#correct"' not in enter(county.water_head).get(issued.get_absolute_url()).content.decode()


def test_the_ledger_is_not_changed_by_it(county, issued):
    before = list(issued.quotes.values())
    actions.object_to(county.water_liaison, issued, "第1项的时限", "时限应为年底。")
    actions.decide_objection(county.colleague, issued.objections.get(), True, "属实。")
    assert list(issued.quotes.values()) == before
    assert [one.step for one in issued.entries.all()[:2]] == ["reports.uphold", "reports.object"]


@pytest.mark.parametrize("typed", [{}, {"figure": "第1项", "text": ""}, {"figure": "", "text": "理由"}])
def test_what_is_missing_is_named_and_nothing_is_counted(county, issued, enter, typed):
    url, liaison = reverse("reports:step", args=[issued.pk, "object"]), enter(county.water_liaison)
    page = liaison.post(url, typed | liaison.get(url).context["hidden"])
    assert "请填写" in page.content.decode()
    assert not issued.objections.exists()
