"""Units as people type them: 县水利局 is slj to everybody."""

import pytest

from bureau.org.models import Unit
from bureau.org.naming.units import directory, named

pytestmark = pytest.mark.django_db


def units_of(typed: str) -> list[str]:
    return named(typed, directory())[0]


@pytest.mark.parametrize("typed", ["slj", "SLJ", "xslj", "县水利局", "水利局", "swj", "水务局"])
def test_a_unit_is_meant_by_any_name_and_its_initials_with_and_without_the_county(county, typed):
    assert units_of(typed) == [county.water.short]


def test_initials_that_two_units_end_with_mean_neither(county):
    Unit.objects.create(name="桃溪市水利局", short="市水利局", unit_class=county.water.unit_class)
    assert units_of("slj") == []
    assert units_of("xslj") == [county.water.short]
