"""A case from the clue to the day after its effect period, with every right of reply."""

import pytest

from accountability import states
from accountability.models import Sanction
from tests.accountability.playing import play

pytestmark = pytest.mark.django_db


def test_a_case_of_three_subjects_goes_from_the_clue_to_the_effect_period(county):
    it = play(county, "executed")
    assert it.record.state == states.EFFECT
    assert [it.subject(who).state for who in ("unit", "deputy", "head")] == [
        states.DONE,
        states.IN_EFFECT,
        states.DONE,
    ]
    assert {one.state for one in Sanction.objects.all()} == {Sanction.State.EXECUTED}
