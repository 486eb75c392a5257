"""线索建议: what the system proposes by the county's rules; a person takes or dismisses each, and none names a person."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability.models import Answered, Case, ClueRule
from accountability.proposals import proposed
from bureau.matters.models import Matter
from bureau.matters.rooms import Sign
from directives import actions as directing
from tests.accountability.playing import register_people
from tests.county import report

pytestmark = pytest.mark.django_db


def late(county, days: int = 31):
    record = county.directive("running", to=[county.water])
    Matter.objects.filter(pk=record.pk).update(due_at=timezone.now() - timedelta(days=days))
    return record


def shown(person) -> list[tuple[str, str]]:
    return [(one.unit.short, one.why) for one in proposed(person)]


def test_what_is_thirty_days_late_is_proposed_and_what_is_less_is_not(county):
    late(county, 29)
    assert shown(county.director) == []
    late(county, 31)
    assert shown(county.director) == [(county.water.short, "逾期31日没有办结")]


def test_the_county_sets_from_when_on_and_switches_a_rule_off(county):
    late(county, 31)
    ClueRule.objects.filter(key="overdue").update(threshold=60)
    assert shown(county.director) == []
    ClueRule.objects.filter(key="overdue").update(threshold=10, active=False)
    assert shown(county.director) == []


def test_two_returns_are_proposed(county):
    record = county.directive("reviewing", to=[county.water])
    directing.send_back(county.officer, record, "材料不全。")
    assert shown(county.director) == []
    report(county, record)
    directing.send_back(county.officer, record, "还是不全。")
    assert shown(county.director) == [(county.water.short, "办理结果被退回2次")]


def test_what_a_room_tells_of_itself_is_proposed(county, monkeypatch):
    from bureau.matters import rooms

    record = county.directive("running", to=[county.water])
    sign = Sign("substantiated", record.pk, county.water.pk, 3)
    room = rooms.ROOMS["complaints"]
    monkeypatch.setitem(rooms.ROOMS, "complaints", type(room)(**{**vars(room), "signs": lambda: [sign]}))
    assert shown(county.director) == [(county.water.short, "一年内查实的投诉3件")]


def test_one_is_taken_up_as_a_clue_with_nothing_typed_twice(county, enter):
    record = late(county)
    register_people(county)
    browser = enter(county.inquirer)
    url = reverse("accountability:take_up", args=["overdue", record.pk, county.water.pk])
    page = browser.get(url)
    form = page.context["form"]
    given = {name: form[name].value() or "" for name in form.fields if name not in ("files", "letters")}
    given["received_on"] = f"{timezone.localdate()}"
    answer = browser.post(url, {**given, **page.context["hidden"]})
    case = Case.objects.get()
    assert answer.url == case.get_absolute_url()
    assert [str(one) for one in case.subjects.all()] == [county.water.short]
    assert Answered.objects.get().case == case
    assert proposed(county.inquirer) == []


def test_one_is_dismissed_with_a_reason_and_not_proposed_again(county, enter):
    record = late(county)
    browser = enter(county.inquirer)
    url = reverse("accountability:dismiss_proposal", args=["overdue", record.pk, county.water.pk])
    hidden = browser.get(url).context["hidden"]
    assert "请填写" in browser.post(url, {**hidden, "reason": ""}).content.decode()
    hidden = browser.get(url).context["hidden"]
    browser.post(url, {**hidden, "reason": "上级要求暂缓，已报告。"})
    assert Answered.objects.get().reason == "上级要求暂缓，已报告。"
    assert browser.get(url).status_code == 404


@pytest.mark.parametrize("who", ["officer", "clerk", "magistrate", "water_head", "system"])
def test_for_who_does_not_sit_at_the_desk_there_are_none(county, enter, who):
    record = late(county)
    browser = enter(getattr(county, who))
    assert browser.get(reverse("accountability:proposals")).status_code == 404
    url = reverse("accountability:take_up", args=["overdue", record.pk, county.water.pk])
    assert browser.get(url).status_code == 404
