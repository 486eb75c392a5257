"""Of a matter's lines, who reads which: a co-unit reads the common ones and its own."""

import pytest

from bureau.matters import timeline
from bureau.matters.access import grants
from bureau.matters.models import Matter, Reply
from bureau.matters.parts import assignments, replies
from tests.county import in_days

pytestmark = pytest.mark.django_db
LEAD, ROADS, FINANCE, DESK_LINE = "牵头的进展", "交通的进展", "财政的进展", "局内的研究"


@pytest.fixture
def matter(county):
    """One lead and two co-units, each of which has answered; the desk has noted something for itself."""
    directive = county.directive("running", to=[county.water, county.roads, county.finance])
    for unit, text in ((county.water, LEAD), (county.roads, ROADS), (county.finance, FINANCE)):
        assignments.reply(county.liaison(unit), county.part(directive, unit), text)
    timeline.write(directive.matter, "matter.note", DESK_LINE, actor=county.officer, audience="desk")
    return Matter.objects.get(pk=directive.pk)


def read(person, matter) -> set[str]:
    """Which of the four telling lines this person reads."""
    sentences = "\n".join(line.sentence for line in matter.entries.readable_by(person, matter))
    return {words for words in (LEAD, ROADS, FINANCE, DESK_LINE) if words in sentences}


@pytest.mark.parametrize(
    "name, expected",
    [
        ("officer", {LEAD, ROADS, FINANCE, DESK_LINE}),
        ("colleague", {LEAD, ROADS, FINANCE, DESK_LINE}),
        ("director", {LEAD, ROADS, FINANCE, DESK_LINE}),
        ("magistrate", {LEAD, ROADS, FINANCE}),
        ("vice", {LEAD, ROADS, FINANCE}),
        ("water_liaison", {LEAD, ROADS, FINANCE}),
        ("water_head", {LEAD, ROADS, FINANCE}),
        ("roads_liaison", {ROADS}),
        ("finance_liaison", {FINANCE}),
    ],
)
def test_each_reads_what_is_meant_for_them(county, matter, name, expected):
    assert read(county.cast[name], matter) == expected


def test_everybody_on_the_matter_reads_the_common_lines(county, matter):
    for person in (county.roads_liaison, county.finance_liaison, county.water_liaison, county.vice):
        steps = set(matter.entries.readable_by(person, matter).values_list("step", flat=True))
        assert {"directives.dispatch", "assignment.sign"} <= steps
        assert "directives.approve" not in steps


def test_who_was_granted_the_matter_reads_all_but_the_desks_own_lines(county, matter):
    grants.grant(county.officer, matter, county.stranger, "了解情况", in_days(3))
    assert read(county.stranger, matter) == {LEAD, ROADS, FINANCE}


def test_a_granted_clerk_of_another_desk_reads_no_line_of_this_desk(county, matter):
    county.stranger.postings.update(post="intake")
    grants.grant(county.officer, matter, county.stranger, "了解情况", in_days(3))
    assert DESK_LINE not in read(county.stranger, matter)


def test_a_co_unit_does_not_read_how_another_co_unit_was_judged(county, matter):
    answer = Reply.objects.get(assignment__unit=county.roads)
    replies.send_back(county.officer, answer, "缺少路段清单")
    lines = matter.entries.readable_by(county.finance_liaison, matter)
    assert not lines.filter(sentence__contains="路段清单").exists()
    assert (
        matter.entries.readable_by(county.roads_liaison, matter)
        .filter(sentence__contains="路段清单")
        .exists()
    )
