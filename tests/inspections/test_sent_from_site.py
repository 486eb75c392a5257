"""What a telephone sends, and what somebody might forge in its place: taken once, or refused with a sentence that names the
field; nothing half."""

from uuid import uuid4

import pytest
from django.urls import reverse

import directives.inspections.actions as visiting
from bureau.files.store import Kept
from directives.inspections.models import Finding, Signature
from tests.complaints.playing import barred
from tests.inspections.test_life import target_of

PICTURE = Kept("签字.png", "png", 100, "a" * 64)
SEEN = {"kind": "fact", "words": "大门紧闭。"}


@pytest.fixture
def closed(county):
    """What was written down, and the activity has ended since."""
    record, key = county.inspection("running"), uuid4()
    visiting.record(county.colleague, target_of(record), key, **SEEN)
    visiting.sign_record(county.colleague, target_of(record), key, "县水利局副局长", [PICTURE])
    record.refresh_from_db()
    visiting.finish(county.officer, record)
    visiting.conclude_without(county.officer, target_of(record), "没有问题。")
    record.refresh_from_db()
    visiting.close(county.officer, record, "查了。")
    return target_of(record), key


def test_what_came_before_is_answered_as_received_also_after_the_end(county, closed):
    """The answer was lost on the way; the telephone sends it again when everything is over."""
    target, key = closed
    visiting.record(county.colleague, target, key, **SEEN)
    visiting.sign_record(county.colleague, target, key, "县水利局副局长", [PICTURE])
    assert (Finding.objects.count(), Signature.objects.count()) == (1, 1)
    assert "已经结束" in barred(visiting.record, county.colleague, target, uuid4(), **SEEN)


def test_nobody_signs_under_the_key_of_another_or_for_another_target(county):
    record = county.inspection("running", targets=(county.water, county.roads))
    water, roads, key = target_of(record, county.water), target_of(record, county.roads), uuid4()
    visiting.sign_record(county.colleague, water, key, "县水利局副局长", [PICTURE])
    for who, target in ((county.colleague, roads), (county.officer, water)):
        told = barred(visiting.sign_record, who, target, key, "县水利局副局长", [PICTURE])
        assert "设备编号" in told
    assert Signature.objects.count() == 1


FORGED = [
    ({"found_at": "0001-01-01 00:00:00"}, "“时间”"),
    ({"found_at": "9999-12-31 23:59:59"}, "“时间”"),
    ({"found_at": "昨天"}, "“时间”"),
    ({"key": "1"}, "“设备编号”"),
    ({"kind": "rumour"}, "“类别”"),
    ({"item": "999999999999999999999"}, "“清单项”"),
    ({"words": "长" * 1_000_000}, "看到的情况最多2000字"),
    ({"words": "\x00"}, "“看到的情况”"),
    ({"words": "  "}, "请填写看到的情况"),
    ({"place": "长" * 101}, "地点最多100字"),
]


def test_what_is_forged_is_refused_by_the_field(county, enter):
    target = target_of(county.inspection("running"))
    browser, path = enter(county.colleague), reverse("inspections:send_finding", args=[target.pk])
    for words, told in FORGED:
        given = {"key": str(uuid4()), **SEEN, **words}
        answer = browser.post(path, given, headers={"accept": "application/json"})
        assert answer.status_code == 409, words
        assert told in answer.json()["words"], words
    assert not Finding.objects.exists()


def test_an_item_of_another_plan_is_none_of_this_one(county, enter):
    other = county.inspection("running", targets=(county.roads,)).items.first()
    target = target_of(county.inspection("running"))
    given = {"key": str(uuid4()), **SEEN, "item": other.pk}
    path = reverse("inspections:send_finding", args=[target.pk])
    answer = enter(county.colleague).post(path, given, headers={"accept": "application/json"})
    assert "清单项" in answer.json()["words"]


def test_a_finding_of_another_target_is_none_of_this_one(county, enter):
    record = county.inspection("concluding", targets=(county.water, county.roads))
    water, roads = target_of(record, county.water), target_of(record, county.roads)
    for name in ("supervise", "verify"):
        path = reverse(f"inspections:{name}", args=[water.pk, roads.findings.get().pk])
        assert enter(county.officer).post(path, {"title": "整改"}).status_code == 404


@pytest.mark.parametrize("year", ["99999999999999999999", "-1", "²", "二〇二六"])
def test_no_year_that_is_asked_for_breaks_a_list(county, enter, year):
    for name in ("list", "burden"):
        asked = enter(county.officer).get(reverse(f"inspections:{name}"), {"year": year})
        assert asked.status_code == 200, name
