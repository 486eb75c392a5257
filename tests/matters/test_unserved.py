"""A unit that nobody answers for is never asked unnoticed."""

import pytest
from django.urls import reverse

from bureau.org.models import Person
from tests.county import in_days
from tests.house.scene import owed

pytestmark = pytest.mark.django_db
ALONE = "没有在用的联络员和负责人"


def retire(person) -> None:
    Person.objects.filter(pk=person.pk).update(is_active=False)


def test_who_gives_out_to_a_unit_without_anybody_is_told_on_the_page_and_in_the_batch(county, enter):
    officer, record = enter(county.officer), county.directive("approved", to=[county.roads, county.water])
    page = officer.get(record.get_absolute_url()).content.decode()
    assert ALONE not in page
    retire(county.roads_liaison)
    page = officer.get(record.get_absolute_url()).content.decode()
    assert page.count(ALONE) == 1
    assert f"{county.roads.short}{ALONE}" in "".join(page.split())
    batch = officer.get(reverse("directives:batch", args=["dispatch"]), {"id": record.pk}).content.decode()
    assert ALONE in batch


def test_units_list_and_duty_say_that_nobody_receives_and_units_are_not_told(county, enter):
    record = county.directive("running", to=[county.water, county.roads])
    retire(county.roads_liaison)
    page = enter(county.officer).get(record.get_absolute_url())
    assert page.context["unserved"] == [county.roads]
    assert page.content.decode().count("无人接收") >= 3  # the note, the unit, what it owes
    assert "无人接收" not in enter(county.water_liaison).get(record.get_absolute_url()).content.decode()


def test_who_urges_a_unit_without_anybody_is_told_before(county, enter):
    record = county.directive("running", to=[county.roads], due=in_days(-30))
    officer, duty = enter(county.officer), owed(record, "report")
    pages = [
        reverse("matters:assignment", args=[county.part(record).pk, "urge"]),
        reverse("urging:home"),
        reverse("urging:issue", args=[duty.pk, "slip"]),
        reverse("urging:units"),
    ]
    assert not any("无人接收" in officer.get(page).content.decode() for page in pages)
    retire(county.roads_liaison)
    assert [page for page in pages if "无人接收" not in officer.get(page).content.decode()] == []


def test_a_unit_with_its_head_alone_is_served(county, enter):
    retire(county.water_liaison)
    record = county.directive("approved", to=[county.water])
    assert ALONE not in enter(county.officer).get(record.get_absolute_url()).content.decode()


def test_who_puts_a_unit_out_of_use_that_leads_something_is_asked_first(county, enter):
    county.directive("running", to=[county.water, county.roads])
    office, water = enter(county.system), county.water
    told = f"{water.short}还牵头1件在办事项"
    page = reverse("admin:org_unit_change", args=[water.pk])
    words = {field.html_name: field.value() for field in office.get(page).context["adminform"].form}
    words = {name: value for name, value in words.items() if value not in (None, False)}
    del words["active"]
    assert told in office.post(page, words).content.decode()
    ticked = {"action": "put_out_of_use", "_selected_action": [water.pk]}
    assert told in office.post(reverse("admin:org_unit_changelist"), ticked, follow=True).content.decode()
    water.refresh_from_db()
    assert water.active
    assert office.post(page, words | {"leaves_work": "on"}).status_code == 302
    water.refresh_from_db()
    assert not water.active


def test_a_unit_that_only_helps_goes_out_of_use_without_a_question(county, enter):
    county.directive("running", to=[county.water, county.roads])
    office = enter(county.system)
    page = reverse("admin:org_unit_change", args=[county.roads.pk])
    assert "仍要停用" not in office.get(page).content.decode()
    ticked = {"action": "put_out_of_use", "_selected_action": [county.roads.pk]}
    office.post(reverse("admin:org_unit_changelist"), ticked)
    county.roads.refresh_from_db()
    assert not county.roads.active
