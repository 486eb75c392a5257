"""统计: each figure with its base, each leading to the list that adds up to it; the command prints what the page shows."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone

import complaints.actions as complaining
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.pages import period
from complaints import states
from complaints.counting import Counting, Received, as_plain
from complaints.filters import ComplaintFilter
from complaints.models import Complaint, Ground
from complaints.prints.figures import row
from tests.complaints.playing import ANONYMOUS, anew, call, only
from tests.county import in_days

PAGE = "/complaints/figures/"


def this_year():
    return period.of(timezone.localdate().year)


def counting(asked=None) -> Counting:
    return Counting(Complaint.objects.all(), asked or this_year(), timezone.now())


def counts() -> dict[str, int]:
    return {name: count for name, count in counting().total.counts.items() if count}


def late(record, days: int) -> None:
    """Its time came so many days ago."""
    Matter.objects.filter(pk=record.pk).update(due_at=timezone.now() - timedelta(days=days))


def refused(county, ground: Ground, **how):
    record = county.complaint("registered", **how)
    complaining.propose_refusal(county.clerk, record, ground, "双方是合同纠纷。")
    complaining.refuse(county.director, anew(record))


@pytest.fixture
def various(county):
    """One of everything that is counted."""
    permit = county.cause("变相许可")
    county.complaint("registered", received=call(channel="visit", persons=5, representatives=2))
    county.complaint("accepted", cause=permit, respondent=county.finance)
    refused(county, Ground.CIVIL, respondent=None)
    refused(county, Ground.SETTLED, cause=permit)
    complaining.file(county.clerk, county.complaint("registered", **ANONYMOUS), "没有线索。")
    complaining.withdraw(county.clerk, county.complaint("running", place="白石村"), "已解决。")
    complaining.void(county.clerk, county.complaint("registered"), "登记错了。")
    into = county.complaint("running", to=[county.roads])
    complaining.merge(county.clerk, county.complaint("registered"), into.matter.number)
    late(into, 3)
    late(county.complaint("closed"), -3)
    late(county.complaint("closed", mode="own"), 0)
    apart = county.complaint("answered")
    complaining.call_back(county.deputy, apart, "dissatisfied", words="要求减税。")
    complaining.explain(county.director, anew(apart), "没有依据。", True)
    complaining.split(county.clerk, county.complaint("accepted"), "路面损坏", "请修复。")
    complaining.answer_at_once(county.clerk, call(persons=2), "咨询", "执照怎样年报？", "在公示系统办理。")
    return county


def test_each_figure_counts_what_it_says(various):
    found = counts()
    assert found == {
        "registered": 12,  # neither what was voided nor what was split off
        "accepted": 7,
        "refused": 1,
        "routed": 1,
        "filed": 1,
        "merged": 1,
        "withdrawn": 1,
        "settled": 3,
        "due": 2,
        "on_time": 1,
        "overdue": 1,
        "found": 3,
        "substantiated": 3,
        "judged": 2,  # not whose demand the law does not allow
        "content": 2,
        "unlawful": 1,
        "repeated": found["repeated"],
    }


def test_batches_and_persons_are_counted_by_channel(various):
    found = Received.of(this_year())
    assert (found.batches, found.persons, found.answered) == (14, 19, 1)
    assert {key: (batches, persons) for key, _label, batches, persons in found.channels} == {
        "call": (13, 14),
        "visit": (1, 5),
    }


def test_every_grouping_adds_up_to_the_whole(various):
    found = counting()
    for group in ("channel", "cause", "lead", "respondent", "place", "month"):
        lines = found.lines(group)
        for name, count in found.total.counts.items():
            assert sum(line.tally.counts[name] for line in lines) == count, (group, name)


def test_units_stand_in_the_customary_order_and_never_by_score(various):
    names = [line.label for line in counting().lines("lead")]
    assert names == ["县水利局", "县交通运输局", "督查局自办", "未定"]


def test_a_leader_counts_whatever_was_decided_and_nothing_that_is_screened(various, enter):
    waiting = (states.RECEIVED, states.SUPPLEMENTING, states.REFUSING, states.ACCEPTED, states.VOID)
    decided = Complaint.objects.visible_to(various.director).exclude(state__in=waiting)
    assert {"withdrawn", "merged", "filed", "refused", "routed"} <= {one.state for one in decided}
    assert set(Complaint.objects.visible_to(various.magistrate)) == set(decided)
    said = "尚未作出受理决定或者转办的"
    assert said in enter(various.magistrate).get(PAGE).content.decode()
    assert said not in enter(various.clerk).get(PAGE).content.decode()


@pytest.mark.parametrize("name", ["clerk", "magistrate"])
def test_each_figure_leads_to_the_ledger_that_adds_up_to_it(various, enter, name):
    browser, lights = enter(various.cast[name]), Lights()
    page = browser.get(PAGE).context
    lines = [page["total"], *(line for table in page["tables"] for line in table["lines"])]
    led = {url: count for line in lines for _label, count, url in line["cells"]}
    led |= {share["part_url"]: share["ratio"].part for line in lines for share in line["shares"]}
    led |= {share["whole_url"]: share["ratio"].whole for line in lines for share in line["shares"]}
    assert len(led) > 100
    assert {url: behind(url, various.cast[name], lights) for url in led} == led
    url = page["total"]["cells"][0][2]
    assert browser.get(url).context["table"].paginator.count == led[url]


def behind(url: str, person, lights: Lights) -> int:
    """How many the ledger shows there."""
    asked = RequestFactory().get(url)
    asked.user = person
    found = Complaint.objects.visible_to(person)
    return ComplaintFilter(asked.GET, found, request=asked, lights=lights).qs.count()


def test_the_command_prints_what_the_page_shows(various, enter):
    out, today = StringIO(), timezone.localdate()
    dates = [f"--from={today.year}-01-01", f"--to={today.year}-12-31"]
    call_command("figures", "complaints", *dates, "--json", stdout=out)
    printed = json.loads(out.getvalue())
    page = enter(various.director).get(PAGE).context
    total = page["total"]
    for (label, count, _url), name in zip(
        total["cells"],
        ("registered", "accepted", "refused", "routed", "settled", "overdue", "repeated"),
        strict=True,
    ):
        assert printed["total"][name] == count, label
    for share in total["shares"]:
        [one] = [one for one in printed["total"]["shares"].values() if one["base"] == share["base"]]
        assert (one["part"], one["whole"]) == (share["ratio"].part, share["ratio"].whole)
    assert printed["receptions"]["persons"] == page["received"].persons
    assert (
        printed["groups"] == json.loads(json.dumps(as_plain(counting(), Received.of(this_year()))))["groups"]
    )


def test_where_nothing_was_due_it_is_said_so_and_is_no_hundred_percent(county):
    county.complaint("running")
    [line] = counting().lines("lead")
    assert row(line)[5] == "无应办结"
    assert as_plain(counting(), Received.of(this_year()))["total"]["shares"]["on_time"]["percent"] is None


def test_what_was_accepted_before_and_is_open_still_is_carried_over(county, time_machine):
    time_machine.move_to("2026-06-25T10:00+08:00", tick=False)
    county.complaint("running")
    complaining.withdraw(county.clerk, county.complaint("running"), "已解决。")
    county.complaint("closed")
    time_machine.move_to("2026-07-30T10:00+08:00", tick=False)
    found = Counting(Complaint.objects.all(), period.of(2026, "h2"), timezone.now()).total.counts
    assert (found["carried"], found["registered"], found["due"], found["overdue"]) == (1, 0, 2, 1)
    assert found["on_time"] == 1  # closed before its time came


def test_who_stays_anonymous_is_not_counted_among_the_content(county):
    record = county.complaint("closed")
    assert counts()["judged"] == 1
    Complaint.objects.filter(pk=record.pk).update(identity_mode="anonymous", by_code=True)
    assert "judged" not in counts()


def test_days_are_working_days_from_acceptance_to_the_result(county, time_machine):
    time_machine.move_to("2026-11-06T10:00+08:00", tick=False)  # a Friday
    records = [county.complaint("running") for _ in range(2)]
    for record, day in zip(records, ("2026-11-09", "2026-11-12"), strict=True):
        time_machine.move_to(f"{day}T10:00+08:00", tick=False)
        complaining.report(county.water_liaison, record, "已拆除。")
    total = counting().total
    assert (sorted(total.days), total.mean, total.median) == ([1, 4], 2.5, 2.5)


def test_what_was_merged_took_no_days_of_its_own(county, time_machine):
    time_machine.move_to("2026-11-06T10:00+08:00", tick=False)
    into, other = county.complaint("running"), county.complaint("registered")
    complaining.merge(county.clerk, other, into.matter.number)
    time_machine.move_to("2026-11-09T10:00+08:00", tick=False)
    complaining.report(county.water_liaison, into, "已拆除。")
    time_machine.move_to("2026-11-12T10:00+08:00", tick=False)
    complaining.conclude(county.director, anew(into), "true", "已拆除。")
    assert counting().total.days == [1]


def test_only_the_desk_and_the_countys_leaders_are_shown_figures(county, enter):
    county.complaint("running")
    seen = {name for name, person in county.cast.items() if enter(person).get(PAGE).status_code == 200}
    assert seen == {"clerk", "director", "deputy", "magistrate", "vice"}


# --- 走访座谈 -----------------------------------------------------------------------------------------------
def test_each_question_of_a_visit_goes_one_way_once_and_is_counted(county):
    from complaints.actions import visiting

    day = timezone.localdate() - timedelta(days=20)
    desk = {"clerk", "director", "deputy"}
    raised = ("visit", day, "马石镇", "副局长", 3, ["拖欠账款。", "怎样年报？", "路灯不亮。"])
    only(county, desk, lambda who: visiting.register_visit(who, *raised))
    visit = visiting.Visit.objects.get()
    first, second, third = visit.questions.all()
    record = visiting.complain(county.clerk, first, county.told())
    assert (record.channel, record.identity_mode) == ("meeting", "anonymous")
    assert timezone.localdate(record.received_at) == day
    visiting.answer_question(county.clerk, second, "在公示系统办理。")
    made = visiting.supervise_question(county.director, third, "directives", county.roads, "修复路灯")
    assert made.kind == "directives"
    for question in (first, second, third):
        question.refresh_from_db()
        assert not question.is_open
        with pytest.raises(Exception, match="已经处理过了"):
            visiting.answer_question(county.clerk, question, "再答。")
    assert {key for key, *_rest in Received.of(this_year()).channels} == {"meeting"}


def test_nobody_visited_tomorrow(county):
    from complaints.actions import visiting

    with pytest.raises(Exception, match="不能晚于今天"):
        visiting.register_visit(county.clerk, "visit", in_days(1), "马石镇", "副局长", 1, ["甲"])
