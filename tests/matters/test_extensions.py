"""延期: asked by the lead before the date, the first granted by the bureau, the second by the county leader."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.models import Duty, Matter, Reply, Tiding
from bureau.matters.parts import assignments, extensions, replies
from bureau.matters.parts.rules import leads
from bureau.matters.policy import Refused
from bureau.org.models import Portfolio, Regulation
from directives import actions
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
    with pytest.raises(Refused, match="已过时限"):
        ask(county, directive)


def test_before_anything_is_typed_the_page_says_that_it_is_too_late(county, directive, friday, enter):
    friday.move_to("2026-12-05T09:00:00+08:00")
    page = enter(county.water_liaison).get(directive.get_absolute_url()).content.decode()
    assert "已过时限，不能再申请延期" in page
    assert "ask_extension" not in page


def test_a_request_drafted_in_time_but_sent_late_is_late(county, friday):
    directive = county.directive("running", to=[county.school], due=DUE)
    answer = ask(county, directive, person=county.school_liaison)
    assert answer.state == "drafted"
    friday.move_to("2026-12-05T09:00:00+08:00")
    with pytest.raises(Barred, match="已过时限"):
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


def rules(**numbers):
    Regulation.objects.update_or_create(pk=1, defaults=numbers)


def note(directive) -> str:
    owed = directive.matter.duties.get(step="decide_extension", done_at__isnull=True)
    return "".join(owed.how["sentences"][-1:])


def test_a_first_one_beyond_the_bureaus_measure_goes_to_the_leader_in_charge(county, directive):
    answer = ask(county, directive, DUE + timedelta(days=31))
    assert "leader:decide_extension" in owed(directive.matter)
    assert note(directive) == "第一次延期超过30日，由分管县领导审批。"
    with pytest.raises(Refused, match="分管县领导"):
        replies.grant_extension(county.director, answer, LATER)
    replies.grant_extension(county.vice, answer, answer.until)
    assert due(directive) == DUE + timedelta(days=31)


def test_thirty_days_are_still_the_bureaus(county, directive):
    ask(county, directive, DUE + timedelta(days=30))
    assert "director:decide_extension" in owed(directive.matter)
    assert note(directive) == "第一次延期由局领导审批。"


def test_the_bureau_itself_grants_no_farther_than_its_measure(county, directive):
    rules(first_extension_days=20)
    answer = ask(county, directive)
    with pytest.raises(Barred, match="超过20日的由分管县领导审批"):
        replies.grant_extension(county.director, answer, DUE + timedelta(days=21))
    replies.grant_extension(county.director, answer, DUE + timedelta(days=20))
    assert due(directive) == DUE + timedelta(days=20)


def test_where_no_leader_is_in_charge_the_bureau_decides_and_the_duty_says_so(county, directive):
    grant(county, directive)
    Portfolio.objects.all().delete()
    answer = ask(county, directive, LATEST)
    assert "director:decide_extension" in owed(directive.matter)
    assert "没有分管本事项的县领导，由局领导审批" in note(directive)
    replies.grant_extension(county.director, answer, LATEST)
    assert due(directive) == LATEST


def test_a_request_whose_leader_left_meanwhile_is_the_bureaus_to_decide(county, directive):
    grant(county, directive)
    answer = ask(county, directive, LATEST)
    Portfolio.objects.all().delete()
    replies.refuse_extension(county.director, answer, "不同意")
    assert due(directive) == LATER


@pytest.mark.parametrize("secrecy", ["normal", "sealed"])
def test_those_in_charge_are_the_leaders_that_the_rule_of_visibility_finds(county, friday, secrecy):
    for unit in (county.water, county.finance):
        matter = county.directive("running", to=[unit, county.roads], due=DUE, secrecy=secrecy).matter
        found = {portfolio.leader for portfolio in extensions.in_charge_of(matter)}
        assert found == {person for person in county.cast.values() if leads(person, matter)}


def test_how_often_is_the_bureaus_rule(county, directive):
    rules(extensions_most=1)
    grant(county, directive)
    with pytest.raises(Refused, match="已延期1次"):
        ask(county, directive, LATEST)


@pytest.mark.parametrize("now, in_time", [("2026-12-02T23:59", True), ("2026-12-03T00:00", False)])
def test_how_early_is_the_bureaus_rule(county, directive, friday, now, in_time):
    rules(ask_before_workdays=2)
    friday.move_to(f"{now}+08:00")
    if in_time:
        assert ask(county, directive).state == "sent"
    else:
        with pytest.raises(Barred, match="之前至少2个工作日申请"):
            ask(county, directive)


def test_flash_ones_may_ask_until_the_last_minute(county, friday):
    rules(ask_before_workdays=2)
    flash = county.directive("running", due=DUE, urgency="flash")
    friday.move_to("2026-12-04T23:59+08:00")
    assert ask(county, flash).state == "sent"


def test_after_a_reopening_extensions_count_anew(county, directive):
    grant(county, directive)
    grant(county, directive, LATEST, county.magistrate)
    actions.report(county.water_liaison, directive, "全部完成")
    actions.close(county.colleague, directive)
    actions.reopen(county.director, directive, "问题反弹", date(2027, 1, 8))
    directive.refresh_from_db()
    answer = ask(county, directive, date(2027, 1, 15))
    assert "director:decide_extension" in owed(directive.matter)
    replies.grant_extension(county.director, answer, date(2027, 1, 15))
    assert due(directive) == date(2027, 1, 15)


def test_a_returned_report_keeps_the_original_date_and_the_arithmetic(county, directive):
    grant(county, directive)
    actions.report(county.water_liaison, directive, "全部完成")
    actions.send_back(county.colleague, directive, "缺少材料")
    again = directive.matter.duties.get(step="report", done_at__isnull=True)
    assert (timezone.localdate(again.due_at), timezone.localdate(again.original_due_at)) == (LATER, DUE)
    assert "经批准延期至2026-12-18，原时限2026-12-04。" in again.how["sentences"]


def test_time_granted_during_the_review_counts_when_the_report_comes_back(county, directive):
    answer = ask(county, directive)
    actions.report(county.water_liaison, directive, "全部完成")
    replies.grant_extension(county.director, answer, LATER)
    actions.send_back(county.colleague, directive, "缺少材料")
    again = directive.matter.duties.get(step="report", done_at__isnull=True)
    assert (timezone.localdate(again.due_at), timezone.localdate(again.original_due_at)) == (LATER, DUE)
    assert "经批准延期至2026-12-18，原时限2026-12-04。" in again.how["sentences"]


def test_progress_stands_on_the_request_and_on_its_line(county, directive):
    assert ask(county, directive).progress == "已完成六成"
    assert directive.matter.entries.first().sentence.endswith("原因：汛期延长 目前进展：已完成六成")


def page(enter, person, address) -> str:
    return enter(person).get(address).content.decode()


def test_the_page_of_asking_tells_the_limit_what_was_granted_and_who_decides(county, directive, enter):
    address = f"/assignments/{county.part(directive).pk}/ask_extension/"
    told = page(enter, county.water_liaison, address)
    assert "时限由来文载明：2026年12月4日（周五）。" in told
    assert "0 次" in told
    assert "第一次延期由局领导审批。第一次延期超过30日，由分管县领导审批。" in told
    assert 'value="2026-12-18"' in told  # ten working days on
    grant(county, directive)
    told = page(enter, county.water_liaison, address)
    assert "（原 2026-12-04）" in told
    assert "1 次" in told
    assert "第二次延期由分管县领导审批。" in told


def test_the_page_of_deciding_shows_reason_progress_and_the_limit(county, directive, enter):
    answer = ask(county, directive)
    told = page(enter, county.director, f"/replies/{answer.pk}/grant_extension/")
    for words in ("汛期延长", "目前进展：", "已完成六成", "时限由来文载明", "第一次延期由局领导审批。"):
        assert words in told


def test_the_matters_page_keeps_the_original_beside_the_new_date(county, directive, enter):
    grant(county, directive)
    assert "2026-12-18（原时限2026-12-04）" in page(
        enter, county.water_liaison, directive.matter.get_absolute_url()
    )


@pytest.mark.parametrize("name", ["text", "progress", "until"])
def test_reason_progress_and_date_are_all_asked_for(county, directive, enter, name):
    form = {"text": "汛期延长", "progress": "已完成六成", "until": "2026-12-18", name: ""}
    answer = enter(county.water_liaison).post(
        f"/assignments/{county.part(directive).pk}/ask_extension/", form
    )
    assert answer.status_code == 200
    assert name in answer.context["form"].errors
    assert not Reply.objects.exists()


def test_units_hear_of_what_was_decided_although_they_owe_nothing_for_it(county, directive):
    grant(county, directive)
    replies.refuse_extension(county.vice, ask(county, directive, LATEST), "不同意")
    assignments.urge(county.officer, county.part(directive), "请抓紧")
    actions.suspend(county.director, directive, "核实")
    actions.resume(county.director, directive)
    actions.report(county.water_liaison, directive, "全部完成")
    actions.close(county.colleague, directive)
    actions.reopen(county.director, directive, "反弹", LATEST)
    actions.void(county.director, directive, "取消")
    told = Tiding.objects.order_by("pk").values_list("entry__step", flat=True)
    assert [step.partition(".")[2] for step in told] == [
        "grant_extension",
        "refuse_extension",
        "urge",
        "suspend",
        "resume",
        "close",
        "reopen",
        "void",
    ]


@pytest.mark.parametrize("form", [{}, {"text": "汛期", "progress": "六成", "until": "2026-12-18"}])
def test_what_has_no_date_yet_is_not_extended(county, friday, enter, form):
    directive = county.directive("running", due=None, recurring=True, cadence="monthly", urgency="longterm")
    Matter.objects.filter(pk=directive.pk).update(due_at=None)
    Duty.objects.filter(matter=directive.pk, step="node").delete()
    answer = enter(county.water_liaison).post(
        f"/assignments/{county.part(directive).pk}/ask_extension/", form
    )
    assert answer.status_code == (409 if form else 200)
    assert "没有规定时限" in answer.content.decode()
    assert not Reply.objects.exists()


def test_a_request_that_was_decided_meanwhile_is_told_so(county, directive, enter):
    answer = ask(county, directive)
    replies.refuse_extension(county.deputy, answer, "不同意")
    told = enter(county.director).post(f"/replies/{answer.pk}/grant_extension/", {"until": "2026-12-18"})
    assert told.status_code == 409
    assert due(directive) == DUE
