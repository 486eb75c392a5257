"""What a complainant adds reaches who handles it: looked at within a day, and passed on as far as the units must know it."""

import pytest

import complaints.actions as complaining
from bureau.matters.access.visibility import reads_above
from bureau.matters.models import Tiding
from bureau.matters.policy import Refused
from complaints.models import Complaint

pytestmark = pytest.mark.django_db
ADDED, PASSED = "昨天又在桥头设了一处。", "请一并核查桥头的收费点。"


@pytest.fixture
def added(county) -> Complaint:
    record = county.complaint("running")
    complaining.add(record, ADDED)
    return Complaint.objects.select_related("matter").get(pk=record.pk)


def owed(record) -> list:
    return list(
        record.matter.duties.filter(step="added", done_at=None).values_list("holder_person", flat=True)
    )


def lines(person, record) -> str:
    return " ".join(
        record.matter.entries.readable_by(person, record.matter).values_list("sentence", flat=True)
    )


def test_its_officer_is_to_look_at_it_within_a_working_day(county, added):
    assert owed(added) == [county.clerk.pk]
    assert ADDED in added.facts


def test_added_twice_it_is_looked_at_once(county, added):
    complaining.add(added, "今天也在收。")
    assert owed(added) == [county.clerk.pk]


def test_what_the_units_must_know_is_passed_on_and_told_them(county, added):
    entry = complaining.pass_on(county.clerk, added, PASSED)
    assert Tiding.objects.filter(entry=entry).exists()
    assert PASSED in lines(county.water_liaison, added)
    assert ADDED not in lines(county.water_liaison, added)
    assert owed(added) == []


def test_what_is_for_the_desk_alone_is_looked_at_and_told_nobody(county, added):
    entry = complaining.note_added(county.clerk, added)
    assert not Tiding.objects.filter(entry=entry).exists()
    assert not reads_above(county.water_liaison, added.matter)
    assert "已看" not in lines(county.water_liaison, added)
    assert owed(added) == []


@pytest.mark.parametrize("name", ["officer", "water_liaison", "horse_liaison", "magistrate", "stranger"])
def test_nobody_but_the_desk_looks_at_it(county, added, name):
    for verb in (complaining.note_added, lambda who, record: complaining.pass_on(who, record, PASSED)):
        with pytest.raises(Refused):
            verb(county.cast[name], added)


def test_where_nothing_was_added_there_is_nothing_to_look_at(county):
    with pytest.raises(Refused, match="没有新的补充"):
        complaining.note_added(county.clerk, county.complaint("running"))
