"""Fixtures of the hall."""

import pytest


@pytest.fixture
def friday(time_machine):
    """The clock stands at 10:00 on a plain Friday; move it on with `friday.move_to`."""
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    return time_machine
