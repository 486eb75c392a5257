"""Fixtures of the clockwork."""

import pytest

from bureau.notices import watch


@pytest.fixture
def friday(time_machine):
    """The clock stands at 10:00 on a plain Friday; move it on with `friday.move_to`."""
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    return time_machine


@pytest.fixture
def armed(friday, county):
    """The small county on that Friday, its year entered, and its clock started."""
    watch.arm()
    return county
