"""One takes back what another acts on at that moment: exactly one wins, the other hears a sentence."""

from functools import partial

import pytest

import instructions.actions as instructing
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from directives import actions as directing
from reports import actions as bulletins
from reports.models import Bulletin
from tests.together import one_wins

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def copy(record):
    """As another browser has read it."""
    return type(record).objects.get(pk=record.pk)


def reply_of(record) -> Reply:
    return Reply.objects.filter(assignment__matter=record.matter).latest("pk")


def owed(record) -> set[str]:
    return set(copy(record).matter.duties.filter(done_at=None).values_list("step", flat=True))


def test_what_is_taken_back_while_it_is_acted_on(county):
    """One county for several races, for setting it up is what takes the time."""
    proposed = county.directive("proposed")
    one_wins(
        partial(directing.take_back, county.officer, copy(proposed)),
        partial(directing.approve, county.director, copy(proposed)),
    )
    assert owed(proposed) in ({"amend"}, {"dispatch"})
    running = county.directive("running")
    assignments.reply(county.water_liaison, county.part(running), "已排查十二座", 30)
    one_wins(
        partial(replies.take_back, county.water_liaison, reply_of(running)),
        partial(replies.send_back, county.officer, reply_of(running), "请附佐证"),
    )
    assert len(owed(running) & {"first_reply", "revise"}) == 1
    reviewing = county.directive("reviewing")
    one_wins(
        partial(directing.take_back_report, county.water_liaison, copy(reviewing)),
        partial(directing.close, county.colleague, copy(reviewing)),
    )
    assert ("report" in owed(reviewing)) is (copy(reviewing).state == "running")
    word = instructing.instruct(
        county.magistrate, county.word(), instructing.OnPaper("报告"), instructing.Plan(county.water)
    )
    one_wins(
        partial(instructing.withdraw, county.magistrate, copy(word)),
        partial(instructing.propose, county.officer, copy(word), lead=county.water, summary="拿出方案。"),
    )
    assert (copy(word).state, owed(word)) in (("void", set()), ("proposed", {"approve"}))
    draft = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, draft)
    one_wins(
        partial(bulletins.take_back, county.officer, Bulletin.objects.get()),
        partial(bulletins.check, county.colleague, Bulletin.objects.get()),
    )
    assert Bulletin.objects.get().state in ("draft", "checked")
