"""交接: what somebody has in hand goes to a successor by one act."""

import pytest

from bureau.matters import taking_over
from bureau.matters.models import Matter
from tests.complaints.playing import barred, lines
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
WHY = "岗位调整"


def officer_of(record) -> str:
    return Matter.objects.get(pk=record.pk).officer.username


def test_what_is_open_goes_to_the_successor_and_what_is_closed_stays(county):
    running, closed = county.directive("approved"), county.directive("closed")
    count = taking_over.hand_over(county.officer, county.officer, {"directives": county.colleague}, WHY)
    assert (count, officer_of(running), officer_of(closed)) == (1, "colleague", "officer")
    assert owed(running.matter) == {"colleague:dispatch"}
    assert lines(running, taking_over.STEP) == [
        "督查局 督查员甲 将督查局 督查员甲经办的本事项交接给督查局 督查员乙：岗位调整"
    ]


def test_each_room_has_its_own_successor(county):
    county.directive("running")
    instruction = county.instruction("running")
    told = barred(
        taking_over.hand_over, county.director, county.officer, {"directives": county.colleague}, WHY
    )
    assert told == "请选择“领导批示件”的接办人。"
    both = {"directives": county.colleague, "instructions": county.deputy}
    assert taking_over.hand_over(county.director, county.officer, both, WHY) == 2
    assert officer_of(instruction) == "deputy"


@pytest.mark.parametrize("who", ["colleague", "clerk", "water_liaison", "magistrate", "system", "stranger"])
def test_nobody_else_hands_it_over(county, who):
    county.directive("running")
    given = {"directives": county.colleague}
    told = barred(taking_over.hand_over, getattr(county, who), county.officer, given, WHY)
    assert told == "本人或者局领导可以办理交接。"


def test_a_successor_sits_at_that_desk(county):
    county.directive("running")
    told = barred(taking_over.hand_over, county.director, county.officer, {"directives": county.clerk}, WHY)
    assert "不在这项业务的岗位上" in told


def test_it_changes_nothing_the_second_time(county):
    running = county.directive("running")
    given = {"directives": county.colleague}
    taking_over.hand_over(county.officer, county.officer, given, WHY)
    assert taking_over.hand_over(county.officer, county.officer, given, WHY) == 0
    assert len(lines(running, taking_over.STEP)) == 1


def test_whoever_leaves_a_team_is_replaced_in_it(county):
    record = county.inspection("running", unannounced=True)
    assert taking_over.in_hand_of(county.director, county.officer).count() == 0  # not told of it
    taking_over.hand_over(county.officer, county.officer, {"inspections": county.director}, WHY)
    assert officer_of(record) == "director"


def test_a_form_names_each_desk_and_hands_over(county, enter):
    running = county.directive("running")
    page = enter(county.director).get(f"/handover/?person={county.officer.pk}")
    assert "决策督查（1件）接办人" in page.content.decode()
    answer = enter(county.director).post(
        f"/handover/?person={county.officer.pk}",
        {"directives": county.colleague.pk, "reason": WHY},
        follow=True,
    )
    assert "已交接1件" in answer.content.decode()
    assert officer_of(running) == "colleague"


def test_a_bureau_leader_alone_opens_the_form_of_another(county, enter):
    address = f"/handover/?person={county.officer.pk}"
    found = {name: enter(person).get(address).status_code for name, person in county.cast.items()}
    assert {name for name, status in found.items() if status == 200} == {"officer", "director", "deputy"}
