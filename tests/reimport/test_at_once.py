"""Several windows at the same moment: what came back is done once, and two files about the same matters never wait for each other."""

from functools import partial

import pytest

from bureau.matters import chain
from bureau.matters.models import Entry
from bureau.matters.reimport.taking_in import carry_out
from directives.models import Directive
from tests.reimport.excel import came_back
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_windows_and_two_files_at_once(county):
    """One county for both races, for setting it up is what takes the time."""
    drafts = [county.directive("draft") for _ in range(3)]
    one = came_back(county.officer, drafts, "责任领导", "县长")
    before = Entry.objects.count()
    assert sorted(together(*[partial(carry_out, one, {})] * 2)) == [0, 3]
    assert Entry.objects.count() == before + 3
    mine = came_back(county.officer, drafts, "责任领导", "常务副县长")
    other = came_back(county.colleague, drafts[::-1], "责任领导", "分管副县长")
    assert sorted(together(partial(carry_out, mine, {}), partial(carry_out, other, {}))) == [0, 3]
    assert len(set(Directive.objects.values_list("leader", flat=True))) == 1
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]
