import pytest

from tests.appraisal.playing import begin, draft, open_it, publish


@pytest.fixture
def period(county):
    """Values are collected of three units."""
    found = begin(county, publish(county, draft(county)))
    open_it(county, found)
    found.refresh_from_db()
    return found
