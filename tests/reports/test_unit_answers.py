"""Units that a 通报 names answer where they are asked; and object to a figure once."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bureau.matters.flow import Barred
from reports import actions
from reports.models import Bulletin, Objection
from tests.county import in_days
from tests.reports.conftest import text_of
from tests.reports.screen import statuses
from tests.reports.specials import issue, survey


@pytest.fixture
def named(county, draft) -> Bulletin:
    """Water lags with the first item and is asked to answer within a week."""
    first = draft.quotes.first()
    marks = {first.pk: actions.Marks(True, "", True, "方案未报送")}
    actions.edit(county.officer, draft, text_of(draft) | {"answer_by": in_days(7)}, marks)
    return issue(county, Bulletin.objects.get(pk=draft.pk))


def test_who_is_named_as_lagging_is_asked_and_nobody_else(county, named):
    assert [one.unit for one in named.responses.all()] == [county.water]


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
    liaison.post(step, {"answer": "已补报方案。", **hidden})
    assert "已补报方案。" in liaison.get(url).content.decode()
    assert "已补报方案。" in enter(county.officer).get(url).content.decode()
    for person in (county.roads_liaison, county.magistrate):
        assert "已补报方案。" not in enter(person).get(url).content.decode()


def test_the_units_desk_says_what_is_to_be_answered_by_when(county, named, enter):
    page = enter(county.water_liaison).get("/").content.decode()
    assert f"要求 {in_days(7):%Y-%m-%d} 前书面回复" in page
    assert "前书面回复" not in enter(county.roads_liaison).get("/").content.decode()


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
        time_machine.travel(timezone.now() + timedelta(days=11)),
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
    from bureau.notices.models import Notice

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
