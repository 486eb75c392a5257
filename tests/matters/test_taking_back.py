"""撤回: what one sent is one's own again until somebody acted on it."""

import pytest

from bureau.matters.models import Duty
from bureau.matters.policy import Refused
from directives import actions as directing
from instructions import actions as instructing
from reports import actions as bulletins
from reports.models import Bulletin

pytestmark = pytest.mark.django_db


def owed(record) -> set[str]:
    return set(Duty.objects.open().filter(matter=record.matter).values_list("step", flat=True))


def last(record) -> str:
    return record.matter.entries.order_by("-seq").first().sentence


def test_who_proposed_a_decision_takes_it_back_and_owes_it_again(county):
    directive = county.directive("proposed")
    directing.take_back(county.officer, directive)
    directive.refresh_from_db()
    assert directive.state == "draft"
    assert owed(directive) == {"amend"}
    assert last(directive).endswith("撤回提请审定")
    directing.propose(county.officer, directive)
    assert owed(directive) == {"approve"}


def test_who_proposed_how_a_word_is_handled_takes_it_back(county):
    record = county.instruction("proposed")
    instructing.take_back(county.officer, record)
    record.refresh_from_db()
    assert record.state == "registered"
    assert owed(record) == {"propose"}
    assert last(record).endswith("撤回拟办意见")


def test_who_put_up_a_bulletin_takes_it_back_to_go_on_writing(county):
    county.directive("running")
    draft = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, draft)
    bulletins.take_back(county.officer, Bulletin.objects.get())
    assert Bulletin.objects.get().state == "draft"
    assert Bulletin.objects.get().entries.first().sentence.endswith("撤回送核稿")


def test_nobody_takes_back_for_another_nor_what_was_acted_on(county):
    directive, record = county.directive("proposed"), county.instruction("proposed")
    draft = bulletins.draft_blank(county.officer)
    Bulletin.objects.update(state="submitted")
    for verb, one in (
        (directing.take_back, directive),
        (instructing.take_back, record),
        (bulletins.take_back, draft),
    ):
        for person in (county.colleague, county.director, county.stranger):
            with pytest.raises(Refused):
                verb(person, one)
    directing.approve(county.director, directive)
    with pytest.raises(Refused, match="当前状态不能“撤回”"):
        directing.take_back(county.officer, directive)
