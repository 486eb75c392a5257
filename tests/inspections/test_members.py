"""Who goes with a visit finds it on 工作台, and of an unannounced one nobody else finds anything."""

import pytest
from django.urls import reverse

import directives.inspections.actions as visiting
from bureau.matters import taking_over
from bureau.notices import watch
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from tests.inspections.test_life import target_of
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
HOME = reverse("desk:desk")


def rows(browser) -> list[tuple]:
    groups = browser.get(HOME).context["groups"]
    return [(row.matter.pk, row.first.step) for group in groups for row in group["rows"]]


@pytest.mark.parametrize("unannounced", [False, True])
def test_the_members_have_a_row_from_the_approval_until_the_visits_end(county, enter, unannounced):
    plan = {"unannounced": unannounced, "members": (county.colleague, county.clerk)}
    assert rows(enter(county.colleague)) == []
    record = county.inspection("approved", **plan)
    for member in (county.colleague, county.clerk):
        assert rows(enter(member)) == [(record.pk, "join_visit")]
    assert rows(enter(county.deputy)) == [(record.pk, "visit_targets")]
    for other in (county.director, county.officer, county.vice, county.water_liaison, county.stranger):
        assert record.pk not in [key for key, _step in rows(enter(other))]
    visiting.begin(county.officer, record)
    record.refresh_from_db()
    visiting.finish(county.officer, record)
    assert rows(enter(county.colleague)) == []
    assert owed(record.matter) == {"officer:conclude"}


def test_the_row_leads_to_the_page_of_the_site(county, enter):
    record = county.inspection("running")
    duty = record.matter.duties.get(step="join_visit")
    where = enter(county.colleague).get(reverse("desk:do", args=[duty.pk]))
    assert where.url == target_of(record).get_absolute_url()
    for other in (county.director, county.water_liaison, county.stranger):
        assert enter(other).get(reverse("desk:do", args=[duty.pk])).status_code == 404


def test_the_members_are_told_and_reminded_as_the_head_is(county):
    watch.arm_quietly()
    county.inspection("approved", unannounced=True)
    sweep()
    told = Notice.objects.filter(duty__step__in=["join_visit", "visit_targets"])
    assert sorted(told.values_list("person__username", flat=True)) == ["colleague", "deputy"]


def test_what_is_cancelled_or_was_not_approved_is_on_nobodys_desk(county, enter):
    county.inspection("proposed")
    record = county.inspection("approved")
    visiting.cancel(county.officer, record, "并入另一次督查")
    assert rows(enter(county.colleague)) == []


def test_a_member_who_leaves_hands_the_visit_on_and_nobody_owes_it_twice(county):
    record = county.inspection("running", members=(county.colleague, county.officer))
    given = {"inspections": county.officer}
    taking_over.hand_over(county.director, county.colleague, given, "岗位调整")
    assert owed(record.matter) == {"deputy:visit_targets", "officer:join_visit"}
    assert [one.username for one in record.members.all()] == ["officer"]
