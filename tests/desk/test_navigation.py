"""What the menu marks as the place where one is."""

import pytest
from django.urls import reverse

from bureau.matters.models import Reply
from bureau.matters.parts import assignments
from directives.actions import importing
from tests.house.papers import minutes
from tests.house.scene import keep

pytestmark = pytest.mark.django_db


def marked(browser, url: str) -> list[str]:
    return [place["label"] for place in browser.get(url).context["nav"] if place["active"]]


@pytest.mark.parametrize(("room", "label"), [("directive", "决策督查"), ("instruction", "领导批示件")])
def test_who_works_on_a_part_or_a_reply_is_in_the_room_of_its_matter(county, enter, room, label):
    record = getattr(county, room)("running", to=[county.water])
    part = county.part(record)
    unit, officer = enter(county.water_liaison), enter(county.officer)
    assert marked(unit, reverse("matters:assignment", args=[part.pk, "reply"])) == [label]
    assignments.reply(county.water_liaison, part, "已完成六成", 60)
    assert marked(officer, reverse("matters:reply", args=[Reply.objects.get().pk, "accept"])) == [label]
    assert marked(officer, reverse("matters:grants", args=[record.pk])) == [label]
    assert marked(officer, record.matter.get_absolute_url()) == [label]


def test_who_imports_is_at_sources_and_imports(county, enter):
    officer = enter(county.officer)
    intake = importing.take_in(county.officer, keep(minutes(), "纪要.docx"))
    for address, args in (("import", []), ("intake", [intake.pk]), ("sources", []), ("new_source", [])):
        assert marked(officer, reverse(f"directives:{address}", args=args)) == ["来源与导入"]


def test_everywhere_else_the_longest_address_counts(county, enter):
    officer = enter(county.officer)
    assert marked(officer, reverse("desk:home")) == ["工作台"]
    assert marked(officer, reverse("directives:list")) == ["决策督查"]
    assert marked(officer, reverse("matters:confirming")) == ["工作台"]
