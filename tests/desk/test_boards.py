"""工作台 counts the rooms that concern its reader."""

import pytest
from django.urls import reverse

from bureau.matters.access.grants import grant
from tests.county import in_days

pytestmark = pytest.mark.django_db


def boards(browser) -> list[str]:
    return [one["room"] for one in browser.get(reverse("desk:home")).context["boards"]]


def test_at_the_bureau_each_desk_is_shown_its_own_rooms_and_those_of_which_it_sees_something(county, enter):
    assert boards(enter(county.clerk)) == ["督查建议", "营商环境投诉"]
    grant(county.director, county.directive("running").matter, county.clerk, "了解情况", in_days(9))
    assert boards(enter(county.clerk)) == ["决策督查", "督查建议", "营商环境投诉"]
    assert "营商环境投诉" not in boards(enter(county.officer))
    ours = {"决策督查", "督查活动", "督查建议", "领导批示件", "营商环境投诉", "有错无为问责", "绩效考核"}
    assert set(boards(enter(county.director))) == ours


def test_a_unit_is_shown_every_room(county, enter):
    assert set(boards(enter(county.water_liaison))) >= {"决策督查", "领导批示件", "营商环境投诉"}
