"""统计: what is counted, that each figure adds up to its ledger, how long things took, and who is shown it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import instructions.actions as instructing
from bureau.matters.counting.figures import Ratio
from bureau.matters.counting.measures import Tally
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter, Secrecy
from bureau.matters.parts import assignments
from bureau.pages import period
from bureau.pages.period import PeriodForm
from instructions.counting import Counting
from instructions.figures import Figure
from instructions.models import Round
from tests.county import in_days
from tests.house.test_queries import cost
from tests.reports.screen import statuses

PAGE, LIST = "/instructions/figures/", "/instructions/"


def this_year():
    return period.of(timezone.localdate().year)


def counted(person, asked=None) -> Counting:
    return Counting(person, asked or this_year(), Lights())


def counts(person) -> dict[str, int]:
    found = counted(person).whole.counts
    return {name: found[name] for name in Figure.values}


@pytest.fixture
def various(county):
    """One or more of everything that is counted, by leaders of three levels, led by three units and the bureau."""
    city = county.word(leader_name="市委书记", leader=None, level="city")
    party = county.word(leader_name="县委书记", leader=None)
    county.instruction("registered")
    county.instruction("registered", word=county.word(meaning="study"))
    instructing.file(county.officer, county.instruction("registered", word=county.word(meaning="know")))
    instructing.void(county.officer, county.instruction("registered"), "重复登记")
    county.instruction("proposed", to=[county.roads])
    county.instruction("running", to=[county.roads, county.water])
    county.instruction("closed", to=[county.finance])
    late(county.instruction("running", word=party))
    late(county.instruction("reviewing", to=(), word=party))
    late(county.instruction("closed", to=[county.water]), sent=True)
    late(county.instruction("closed", to=[county.roads]))
    returned = county.instruction("reviewing", to=[county.roads], word=city)
    instructing.send_back(county.colleague, returned, "缺少佐证。")
    instructing.report(county.roads_liaison, returned, "已补充佐证。")
    again = county.instruction("reported", to=[county.water])
    instructing.again(county.magistrate, again, county.word(words="再查。"), instructing.Plan(county.finance))
    return county


def late(record, sent=False):
    """Its time has come since; `sent`: the result came after it."""
    matter = Matter.objects.get(pk=record.pk)
    due = (matter.finished_at if sent else timezone.now()) - timedelta(hours=1)
    dates = {"due_at": due}
    if matter.finished_at and not sent:
        dates |= {"finished_at": due - timedelta(hours=1)}
    Matter.objects.filter(pk=record.pk).update(opened_at=due - timedelta(days=9), **dates)


# --- what is counted --------------------------------------------------------------------------------
@pytest.mark.slow
def test_each_figure_counts_what_it_says(various):
    assert counts(various.officer) == {
        "received": 12,  # thirteen, one of them voided
        "filed": 2,  # one of them is still to be filed
        "pursued": 10,
        "closed": 3,
        "open": 7,
        "due": 4,
        "on_time": 1,
        "late": 1,
        "overdue": 1,
        "returned": 1,
    }


@pytest.mark.slow
def test_what_is_received_is_filed_or_pursued_and_what_is_pursued_closed_or_open(various):
    found = counts(various.officer)
    assert found["received"] == found["filed"] + found["pursued"]
    assert found["pursued"] == found["closed"] + found["open"]


@pytest.mark.slow
def test_every_grouping_adds_up_to_the_whole(various):
    counting = counted(various.officer)
    whole = counting.total
    for lines in (counting.leaders, counting.levels, counting.months):
        assert sum((line.tally.counts for line in lines), start=Tally().counts) == whole.counts
        assert sum(len(line.tally.days) for line in lines) == len(whole.days)
    pursued = sum(line.tally.counts["pursued"] for line in counting.units)
    assert pursued == whole.counts["pursued"]


@pytest.mark.slow
def test_nothing_is_ranked(various):
    """Leaders from the centre down, then by their accounts; units in the customary order, those without one last."""
    counting = counted(various.officer)
    assert [line.label for line in counting.leaders] == ["市委书记（市级）", "县长", "县委书记"]
    assert [line.label for line in counting.levels] == ["市级", "县级"]
    names = [line.label for line in counting.units]
    assert names == ["县水利局", "县交通运输局", "县财政局", "督查局自办", "未定承办单位"]


@pytest.mark.parametrize("name", ["officer", "colleague", "director", "magistrate"])
def test_each_figure_leads_to_the_ledger_that_adds_up_to_it(various, enter, name):
    sealed = various.instruction("running", to=[various.water])
    Matter.objects.filter(pk=sealed.pk).update(secrecy=Secrecy.SEALED)
    browser = enter(various.cast[name])
    page = browser.get(PAGE).context
    lines = [page["total"], *(line for table in page["tables"] for line in table["lines"])]
    led = {url: line["counts"][figure] for line in lines for figure, url in line["urls"].items()}
    assert len(led) > 90
    assert {url: len(browser.get(url).context["table"].rows) for url in led} == led


def test_a_round_is_counted_apart_and_the_matter_once(county):
    record = county.instruction("reported")
    instructing.again(county.magistrate, record, county.word(words="再查。"))
    assert (counts(county.officer)["received"], Round.objects.count()) == (1, 2)


def test_a_sealed_one_counts_only_for_who_may_see_it(county):
    sealed = county.instruction("running")
    Matter.objects.filter(pk=sealed.pk).update(secrecy=Secrecy.SEALED)
    found = {name: counts(county.cast[name])["received"] for name in ("officer", "colleague", "magistrate")}
    assert found == {"officer": 1, "colleague": 0, "magistrate": 1}


def test_what_was_registered_in_another_period_counts_there(county, time_machine):
    time_machine.move_to("2026-09-30T23:59:00+08:00", tick=False)
    county.instruction("registered")
    time_machine.move_to("2026-10-01T00:01:00+08:00", tick=False)
    county.instruction("registered")
    found = {
        part: counted(county.officer, period.of(2026, part)).whole.counts["received"]
        for part in ("9", "10", "11", "q3", "q4", "year")
    }
    assert found == {"9": 1, "10": 1, "11": 0, "q3": 1, "q4": 1, "year": 2}
    assert [line.label for line in counted(county.officer).months] == ["2026-09", "2026-10"]


# --- how long it took -------------------------------------------------------------------------------
def handled(county, clock, *days: str, to=None):
    """Given out on the first of the days, its result sent on the second, accepted."""
    given, sent = days
    clock.move_to(f"{given}T09:00+08:00", tick=False)
    record = county.instruction("running", to=to)
    clock.move_to(f"{sent}T16:00+08:00", tick=False)
    instructing.report(county.liaison(county.part(record).unit), record, "已办结。")
    instructing.accept(county.colleague, record)
    return record


@pytest.mark.parametrize(
    ("given", "sent", "expected"),
    [
        ("2026-09-28", "2026-09-28", 0),  # the day it was given out does not count
        ("2026-09-28", "2026-09-29", 1),
        ("2026-09-28", "2026-10-09", 4),  # over the National Day
        ("2026-10-09", "2026-10-12", 2),  # the worked Saturday counts, the Sunday not
    ],
)
def test_working_days_follow_the_bureaus_calendar(county, time_machine, given, sent, expected):
    handled(county, time_machine, given, sent)
    assert counted(county.officer).total.days == [expected]


def test_time_that_stood_still_is_not_counted(county, time_machine):
    time_machine.move_to("2026-11-02T09:00+08:00", tick=False)
    record = county.instruction("running")
    time_machine.move_to("2026-11-03T09:00+08:00", tick=False)
    instructing.suspend(county.director, record, "等待批复。")
    time_machine.move_to("2026-11-10T09:00+08:00", tick=False)
    instructing.resume(county.director, record)
    time_machine.move_to("2026-11-11T09:00+08:00", tick=False)
    instructing.report(county.water_liaison, record, "已办结。")
    assert counted(county.officer).total.days == []  # not accepted yet
    instructing.accept(county.colleague, record)
    assert counted(county.officer).total.days == [2]


def test_a_report_that_came_back_counts_until_the_one_that_was_accepted(county, time_machine):
    time_machine.move_to("2026-11-02T09:00+08:00", tick=False)
    record = county.instruction("reviewing")
    time_machine.move_to("2026-11-04T09:00+08:00", tick=False)
    instructing.send_back(county.colleague, record, "缺少佐证。")
    time_machine.move_to("2026-11-06T09:00+08:00", tick=False)
    instructing.report(county.water_liaison, record, "已补充。")
    instructing.accept(county.colleague, record)
    tally = counted(county.officer).total
    assert tally.days == [4]
    assert (tally.share("returned"), tally.counts["returned"]) == (Ratio(1, 2), 1)


def test_each_round_has_its_own_days_and_they_are_its_own_units(county, time_machine):
    """The leader had it from Wednesday to Monday: nobody's working time."""
    record = handled(county, time_machine, "2026-11-02", "2026-11-04")
    instructing.present(record, "督查专报2026年第1期", timezone.now())
    time_machine.move_to("2026-11-09T09:00+08:00", tick=False)
    instructing.again(county.magistrate, record, county.word(words="请交通局回头看。"))
    instructing.propose(county.officer, record, lead=county.roads, summary="回头看。")
    instructing.approve(county.director, record)
    assignments.sign(county.roads_liaison, county.part(record))
    time_machine.move_to("2026-11-13T09:00+08:00", tick=False)
    instructing.report(county.roads_liaison, record, "已回头看。")
    instructing.accept(county.colleague, record)
    counting = counted(county.officer)
    assert sorted(counting.total.days) == [2, 4]
    assert (counting.total.mean, counting.total.median) == (3.0, 3.0)
    found = {line.label: (line.tally.counts["pursued"], line.tally.days) for line in counting.units}
    assert found == {"县水利局": (0, [2]), "县交通运输局": (1, [4])}


def test_an_extended_round_is_measured_by_the_date_it_had_in_the_end(county):
    record = county.instruction("reviewing", due=in_days(3))
    until = timezone.now() + timedelta(days=9)
    Matter.objects.filter(pk=record.pk).update(due_at=until)
    instructing.accept(county.colleague, record)
    assert record.rounds.get().due_at == until


@given(st.lists(st.integers(0, 400), min_size=1))
def test_a_mean_is_off_by_half_a_tenth_at_most(days):
    mean = Tally(days=days).mean
    assert abs(round(10 * mean) * len(days) - 10 * sum(days)) * 2 <= len(days)
    assert min(days) <= mean <= max(days)


def test_nothing_has_neither_mean_nor_share():
    assert (Tally().mean, Tally().median, Tally().share("on_time").percent) == (None, None, 0)
    assert [Ratio(3, whole).few for whole in (3, 4, 5)] == [True, True, False]


# --- the page ---------------------------------------------------------------------------------------
def test_it_exists_for_the_desk_and_the_leaders_alone(county, client):
    found = statuses(county, client, PAGE)
    assert {who for who, status in found.items() if status == 200} == {
        "officer",
        "colleague",
        "director",
        "deputy",
        "magistrate",
        "vice",
    }
    assert set(found.values()) == {200, 404}


def test_the_list_offers_figures_to_who_is_shown_them(county, enter):
    county.instruction("running")
    assert PAGE in enter(county.magistrate).get(LIST).content.decode()
    assert PAGE not in enter(county.water_liaison).get(LIST).content.decode()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"start": "2026-10-01", "end": "2026-09-30"}, "不能早于"),
        ({"start": "2026-10-01"}, "要一起填"),
        ({"end": "2026-13-01"}, "不是一个存在的日期"),
        ({"start": "0026-10-01", "end": "2026-10-02"}, "年份应在"),
        ({"year": "1066"}, "选择一个有效的选项"),
        ({"part": "q5"}, "选择一个有效的选项"),
    ],
)
def test_a_period_that_makes_no_sense_is_said_to_be(county, enter, asked, said):
    answer = enter(county.officer).get(PAGE, asked)
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_a_period_is_named_as_it_was_asked_for(time_machine):
    time_machine.move_to("2026-11-20T09:00+08:00", tick=False)

    def words(**asked):
        return PeriodForm(asked or None, since=2025).period.words

    assert words() == "2026年"
    assert words(year="2025", part="q3") == "2025年第三季度"
    assert words(part="10") == "2026年10月"
    assert words(year="2025", start="2026-01-02", end="2026-01-05") == "2026年1月2日至2026年1月5日"


def test_the_figures_as_excel_are_numbers_in_columns_of_their_own(various, enter):
    answer = enter(various.officer).get(PAGE, {"export": "xlsx"})
    head, total, *lines = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    found = dict(zip(head, total, strict=True))
    assert (found["名称"], found["收到"], found["已到期"], found["退回次数"]) == ("合计", 12, 4, 1)
    assert {line[0] for line in lines} == {"批示领导", "批示层级", "承办单位", "登记月份"}


@pytest.mark.parametrize("name", ["officer", "magistrate", "vice"])
def test_more_instructions_cost_no_more(county, enter, name):
    def some(count):
        for _ in range(count):
            county.instruction("closed", to=[county.water, county.roads])
            instructing.send_back(
                county.colleague, county.instruction("reviewing", to=[county.roads]), "重写。"
            )

    some(2)
    browser = enter(county.cast[name])
    few = {url: cost(browser, url) for url in (PAGE, f"{PAGE}?export=xlsx")}
    some(5)
    assert {url: cost(browser, url) for url in few} == few
