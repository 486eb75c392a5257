"""Two people at the same moment, each with a connection of their own: one wins, the other hears a sentence; what is sent twice
counts once."""

from functools import partial
from uuid import uuid4

import pytest

import directives.inspections.actions as visiting
from bureau.matters.models import Contest, Service
from bureau.matters.service import contesting, serving
from directives.inspections.models import Finding
from tests.inspections.test_life import target_of
from tests.matters.owing import owed
from tests.together import one_wins, together

pytestmark = pytest.mark.django_db(transaction=True)


def test_on_site_everything_is_kept_and_what_is_sent_twice_counts_once(county):
    record, key = county.inspection("running"), uuid4()
    seen = {"kind": "fact", "words": "大门紧闭。"}
    taken = together(
        partial(visiting.record, county.colleague, target_of(record), key, **seen),
        partial(visiting.record, county.colleague, target_of(record), key, **seen),
        partial(visiting.record, county.officer, target_of(record), uuid4(), **seen),
        partial(visiting.record, county.deputy, target_of(record), uuid4(), **seen),
    )
    assert all(isinstance(one, Finding) for one in taken), taken
    assert Finding.objects.count() == 3


def test_signed_or_taken_back_served_once_contested_once_and_decided_once(county):
    """One county for several races, for setting it up is what takes the time."""
    record = county.inspection("drafted", targets=(county.water, county.roads))
    water, roads = county.water, county.roads
    one_wins(
        partial(visiting.sign, county.director, target_of(record, roads)),
        partial(visiting.take_back_draft, county.colleague, target_of(record, roads)),
    )
    one_wins(
        partial(visiting.sign, county.director, target_of(record, water)),
        partial(visiting.sign, county.deputy, target_of(record, water)),
    )
    served = partial(Service.objects.get, assignment__unit=water)
    one_wins(
        partial(serving.receive, county.water_liaison, served()),
        partial(serving.receive, county.water_head, served()),
    )
    one_wins(
        partial(contesting.apply_review, county.water_liaison, served(), "没有生产。"),
        partial(contesting.apply_review, county.water_head, served(), "没有生产。"),
    )
    one_wins(
        partial(contesting.decide, county.magistrate, Contest.objects.get(), "upheld", "照片清楚。"),
        partial(contesting.decide, county.vice, Contest.objects.get(), "revoked", "查错了地方。"),
    )
    assert Service.objects.filter(answers=Contest.objects.get()).count() == 1
    assert "decide_review" not in str(owed(record.matter))


def test_a_problem_becomes_one_directive_and_a_use_is_proposed_once(county):
    record = county.inspection("served")
    finding = target_of(record).findings.get()
    one_wins(
        *(
            partial(visiting.supervise, who, target_of(record), finding, "责令停产", county.water)
            for who in (county.officer, county.colleague)
        )
    )
    one_wins(
        *(
            partial(visiting.propose_use, who, target_of(record), "criticise", "明知故犯。")
            for who in (county.officer, county.deputy)
        )
    )
