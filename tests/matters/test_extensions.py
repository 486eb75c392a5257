"""延期: asked by the lead before the date, the first granted by the bureau, the second by the county leader."""

from datetime import date

import pytest
from django.utils import timezone

from bureau.matters import assignments, replies
from bureau.matters.flow import Barred
from bureau.matters.models import Matter, Reply
from bureau.matters.policy import Refused
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
DUE, LATER, LATEST = date(2026, 12, 4), date(2026, 12, 18), date(2026, 12, 31)


@pytest.fixture
def directive(friday, county):
    return county.directive("running", to=[county.water, county.roads], due=DUE)


def ask(county, directive, until=LATER, person=None, part=None):
    part = part or county.part(directive)
    assignments.ask_extension(person or county.water_liaison, part, "汛期延长", "已完成六成", until)
    return Reply.objects.filter(kind="extension").first()


def grant(county, directive, until=LATER, person=None):
    replies.grant_extension(person or county.director, ask(county, directive, until), until)


def due(directive) -> date:
    return timezone.localdate(Matter.objects.get(pk=directive.pk).due_at)


def test_asking_moves_nothing_and_lets_the_bureau_leader_owe_an_answer(county, directive):
    before = owed(directive.matter)
    ask(county, directive)
    assert due(directive) == DUE
    assert owed(directive.matter) == before | {"director:decide_extension"}


def test_granting_moves_the_date_of_all_parts_and_keeps_the_original(county, directive):
    grant(county, directive)
    assert due(directive) == LATER
    for duty in directive.matter.duties.filter(step__in=["report", "part"]):
        assert timezone.localdate(duty.due_at) == LATER
        assert timezone.localdate(duty.original_due_at) == DUE
    assert "director:decide_extension" not in owed(directive.matter)
    line = directive.matter.entries.first()
    assert line.sentence.startswith(
        f"{county.director.signature} 同意延期，新的时限为2026-12-18（原时限2026-12-04）"
    )


def test_the_bureau_may_grant_another_date_than_was_asked(county, directive):
    answer = ask(county, directive, LATEST)
    replies.grant_extension(county.director, answer, LATER, "先延两周")
    answer.refresh_from_db()
    assert (answer.until, answer.state, due(directive)) == (LATER, "accepted", LATER)


@pytest.mark.parametrize("until", [DUE, date(2026, 11, 30)])
def test_an_extension_ends_after_the_present_date(county, directive, until):
    with pytest.raises(Barred, match="“申请延至”须晚于现在的时限2026-12-04"):
        ask(county, directive, until)
    answer = ask(county, directive)
    with pytest.raises(Barred, match="“新的时限”须晚于原时限2026-12-04"):
        replies.grant_extension(county.director, answer, until)


def test_refusing_keeps_the_date_and_lets_the_lead_ask_again(county, directive):
    replies.refuse_extension(county.director, ask(county, directive), "理由不充分")
    assert due(directive) == DUE
    assert "director:decide_extension" not in owed(directive.matter)
    assert ask(county, directive).state == "sent"


def test_after_the_date_nobody_asks_any_more(county, directive, friday):
    friday.move_to("2026-12-04T23:59:00+08:00")
    replies.refuse_extension(county.director, ask(county, directive), "不同意")
    friday.move_to("2026-12-05T00:00:01+08:00")
    with pytest.raises(Barred, match="须在办理时限之前申请"):
        ask(county, directive)


def test_a_request_drafted_in_time_but_sent_late_is_late(county, friday):
    directive = county.directive("running", to=[county.school], due=DUE)
    answer = ask(county, directive, person=county.school_liaison)
    assert answer.state == "drafted"
    friday.move_to("2026-12-05T09:00:00+08:00")
    with pytest.raises(Barred, match="须在办理时限之前申请"):
        replies.countersign(county.school_head, answer)
    replies.hand_back(county.school_head, answer, "已过时限")
    assert "县教育局head:countersign" not in owed(directive.matter)


def test_a_request_countersigned_in_time_reaches_the_bureau(county, friday):
    directive = county.directive("running", to=[county.school], due=DUE)
    answer = ask(county, directive, person=county.school_liaison)
    assert "director:decide_extension" not in owed(directive.matter)
    replies.countersign(county.school_head, answer)
    assert "director:decide_extension" in owed(directive.matter)


def test_the_co_unit_does_not_ask(county, directive):
    with pytest.raises(Refused, match="延期由牵头单位申请"):
        ask(county, directive, person=county.roads_liaison, part=county.part(directive, county.roads))


def test_one_request_at_a_time(county, directive):
    ask(county, directive)
    with pytest.raises(Refused, match="已有一份延期申请待审批"):
        ask(county, directive)


def test_the_second_is_the_leaders_in_charge_and_nobody_elses(county, directive):
    grant(county, directive)
    answer = ask(county, directive, LATEST)
    assert "leader:decide_extension" in owed(directive.matter)
    with pytest.raises(Refused, match="这次延期由分管县领导审批"):
        replies.grant_extension(county.director, answer, LATEST)
    replies.grant_extension(county.vice, answer, LATEST)
    assert due(directive) == LATEST


def test_a_leader_in_charge_of_other_units_does_not_decide(county, friday):
    directive = county.directive("running", to=[county.finance], due=DUE)
    replies.grant_extension(county.director, ask(county, directive, person=county.finance_liaison), LATER)
    answer = ask(county, directive, LATEST, person=county.finance_liaison)
    with pytest.raises(Refused, match="分管县领导"):
        replies.grant_extension(county.vice, answer, LATEST)
    replies.grant_extension(county.magistrate, answer, LATEST)


def test_a_third_is_not_asked_for(county, directive):
    grant(county, directive)
    grant(county, directive, LATEST, county.magistrate)
    with pytest.raises(Refused, match="已延期2次"):
        ask(county, directive, date(2027, 1, 31))


@pytest.mark.parametrize("name", ["officer", "magistrate", "water_head", "system"])
def test_the_first_is_decided_by_a_bureau_leader(county, directive, name):
    with pytest.raises(Refused, match="延期由局领导审批"):
        replies.refuse_extension(county.cast[name], ask(county, directive), "不同意")


def test_an_extension_is_not_judged_like_a_reply(county, directive):
    answer = ask(county, directive)
    for verb in (replies.accept, replies.send_back):
        with pytest.raises(Refused, match="延期申请另行审批"):
            verb(county.officer, answer, "看过")


def test_an_unsigned_lead_may_ask(county, friday):
    directive = county.directive("dispatched", due=DUE)
    assert ask(county, directive).state == "sent"
