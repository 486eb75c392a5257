"""More time in one round is not counted in the next."""

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, extensions, reassigning, replies
from tests.county import in_days

pytestmark = pytest.mark.django_db


def more_time(county, record):
    part = county.part(record)
    until = timezone.localdate(record.matter.due_at) + timezone.timedelta(days=3)
    assignments.ask_extension(county.liaison(part.unit), part, "汛期", "六成", until)
    replies.grant_extension(county.director, Reply.objects.filter(kind="extension").first(), until)
    record.matter.refresh_from_db()


def next_round(county, record):
    instructing.accept(county.colleague, record)
    instructing.present(record, "督查专报2026年第1期", timezone.now())
    instructing.again(county.magistrate, record, county.word(words="再查一遍。"))
    instructing.propose(county.officer, record, lead=county.water, due=in_days(30), summary="再查一遍。")
    instructing.approve(county.director, record)
    assignments.sign(county.water_liaison, county.part(record))


def test_every_round_has_its_own(county):
    record = county.instruction("running")
    more_time(county, record)
    assert extensions.granted(county.part(record)) == 1
    instructing.report(county.water_liaison, record, "办好了。")
    next_round(county, record)
    assert extensions.granted(county.part(record)) == 0
    assert timezone.localdate(record.matter.due_at) == in_days(30)


def test_also_where_another_unit_reported_for_the_one_that_got_it(county):
    record = county.instruction("dispatched")
    more_time(county, record)
    assignments.dispute(county.water_liaison, county.part(record), "不属本单位职责")
    reassigning.reassign(county.director, Reply.objects.get(kind="dispute"), county.finance)
    record = type(record).objects.get(pk=record.pk)
    assignments.sign(county.finance_liaison, county.part(record))
    instructing.report(county.finance_liaison, record, "资金到位。")
    next_round(county, record)
    assert extensions.granted(county.part(record)) == 0
