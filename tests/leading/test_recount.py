"""Every number of the leaders' and the bureau's pages, counted once more from the tables, and once more by the ledger behind it."""

from collections import Counter
from datetime import date, timedelta
from statistics import median

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.leading.office.bottlenecks import took
from bureau.leading.office.trend import months_until, period_until
from bureau.matters.deadlines import dues
from bureau.matters.models import Duty
from bureau.org.calendar import current_calendar
from bureau.org.worktime import local, workdays_between
from tests.leading.recounting import ask, figures, one, sections, shown
from tests.leading.scene import Scene

pytestmark = pytest.mark.django_db
COCKPIT, OFFICE, HALF = (reverse(f"leading:{name}") for name in ("cockpit", "office", "half"))
RUNNING = "m.phase = 'running'"
LATE = f"{RUNNING} AND m.due_at < coalesce(m.finished_at, now())"
LED = """FROM matters_matter m JOIN matters_assignment a ON a.matter_id = m.id AND a.role = 'lead' AND a.state <> 'released'
    AND a.opened_at IS NOT NULL WHERE m.kind = %s"""
WROTE = """FROM instructions_instruction i JOIN matters_matter m ON m.id = i.matter_id
    WHERE EXISTS (SELECT FROM instructions_round r WHERE r.instruction_id = i.matter_id AND r.leader_id = %s
    AND r.withdrawn_at IS NULL) AND i.state <> 'void'"""
ASKS = "(SELECT r.meaning FROM instructions_round r WHERE r.instruction_id = i.matter_id AND r.number = 1) IN ('order', 'handle')"
NTH = "(SELECT max(r.number) FROM instructions_round r WHERE r.instruction_id = i.matter_id AND r.withdrawn_at IS NULL)"


@pytest.fixture
def scene(county):
    return Scene(county)


def opened(browser, url: str) -> dict[str, dict]:
    """The figures of each section, all of which their ledgers show too."""
    answer = browser.get(url)
    assert answer.status_code == 200
    found = {name: figures(words) for name, words in sections(answer.content.decode()).items()}
    for numbers in found.values():
        for (_label, ledger), number in numbers.items():
            if ledger.partition("?")[0] in LEDGERS:
                assert shown(browser, ledger) == number, ledger
    return found


LEDGERS = {
    f"/{name}/"
    for name in ("directives", "suggestions", "instructions", "complaints", "accountability", "inspections")
}
LEDGERS.add("/appraisal/")


def labelled(numbers: dict, where: str) -> dict[str, int]:
    """Label → number, of those whose address says this."""
    return {label: number for (label, url), number in numbers.items() if where in url}


def test_what_a_leader_ordered_is_what_the_tables_hold(scene, enter):
    leader = scene.county.magistrate
    found = opened(enter(leader), COCKPIT)["ordered"]
    whole = {label: number for (label, url), number in found.items() if "nth" not in url}
    assert whole == {
        "未办结": one(f"SELECT count(*) {WROTE} AND {ASKS} AND m.phase <> 'closed'", leader.pk),
        "其中临期": 0,
        "其中逾期": one(f"SELECT count(*) {WROTE} AND {ASKS} AND {LATE}", leader.pk),
        "已办结": one(f"SELECT count(*) {WROTE} AND m.phase = 'closed'", leader.pk),
        "存阅": one(f"SELECT count(*) {WROTE} AND NOT {ASKS}", leader.pk),
    }
    assert whole["未办结"] == 4
    for number in (1, 2):
        open_ones = f"SELECT count(*) {WROTE} AND {ASKS} AND m.phase <> 'closed' AND {NTH} = %s"
        (told,) = [count for (_label, url), count in found.items() if f"nth={number}&figure=open" in url]
        assert told == one(open_ones, leader.pk, number)


@pytest.mark.parametrize("name", ["magistrate", "vice"])
def test_the_units_of_a_leader_stand_as_the_tables_say(scene, enter, name):
    leader, water = scene.county.cast[name], scene.county.water
    found = opened(enter(leader), COCKPIT)["lagging"]
    units, seen = ("", []) if name == "magistrate" else (" AND a.unit_id = %s AND NOT a.sealed", [water.pk])
    for kind in ("directives", "instructions", "complaints"):
        numbers = labelled(found, f"/{kind}/")
        if name == "vice" and kind != "directives":
            assert not numbers
            continue
        assert numbers.pop("在办") == one(f"SELECT count(*) {LED} AND {RUNNING}{units}", kind, *seen)
        assert numbers.pop("逾期、严重滞后") == one(f"SELECT count(*) {LED} AND {LATE}{units}", kind, *seen)
        numbers.pop("临期、滞后")
        late = ask(
            f"SELECT u.short, count(*) {LED.replace('WHERE', 'JOIN org_unit u ON u.id = a.unit_id WHERE')}"
            f" AND {LATE}{units} GROUP BY u.short",
            kind,
            *seen,
        )
        assert numbers == dict(late)


def test_complaints_cases_and_scores_are_those_of_the_tables(scene, enter):
    county, this_year = scene.county, timezone.localdate().year
    browser = enter(county.magistrate)
    found = opened(browser, COCKPIT)
    accused = "FROM complaints_complaint c JOIN matters_matter m ON m.id = c.matter_id WHERE c.respondent_id IS NOT NULL AND m.opened_at IS NOT NULL AND c.whole_id IS NULL"
    registered = one(f"SELECT count(*) {accused} AND extract(year FROM c.received_at) = %s", this_year)
    assert labelled(found["accused"], "figure=registered")["登记"] == registered == 2
    assert labelled(found["accused"], "stands=running")["在办"] == one(
        f"SELECT count(*) {accused} AND {RUNNING}"
    )
    assert labelled(found["accused"], "accused=")[county.water.short] == 1
    cases = (
        "FROM accountability_case c JOIN matters_matter m ON m.id = c.matter_id WHERE m.opened_at IS NOT NULL"
    )
    assert labelled(found["cases"], "figure=cases")["立案"] == one(
        f"SELECT count(*) {cases} AND extract(year FROM c.filed_at) = %s", this_year
    )
    assert labelled(found["cases"], "stands=running")["在办"] == one(f"SELECT count(*) {cases} AND {RUNNING}")
    page = browser.get(COCKPIT).content.decode()
    for pk, total in ask("SELECT id, total FROM appraisal_appraised WHERE period_id = %s", scene.period.pk):
        address = reverse("appraisal:unit", args=[pk])
        assert address in page
        told = f"{total.normalize():f}"
        assert f">{told}</td>" in page
        assert browser.get(address).context["seen"].line.total == total


def test_what_waits_for_a_leader_is_as_many_as_their_desk_lists(scene, enter):
    browser = enter(scene.county.magistrate)
    waits = dict(browser.get(COCKPIT).context["waits"])
    home = browser.get(reverse("leading:home")).context
    lists = {"待阅文件": "to_read", "待阅批": "unanswered", "待审批": "decisions", "待签发": "to_sign"}
    assert waits == {label: len(home[name]) for label, name in lists.items() if home[name]}
    owed = (
        "SELECT count(*) FROM matters_duty WHERE step = 'read' AND done_at IS NULL AND holder_person_id = %s"
    )
    assert waits["待阅批"] == one(owed, scene.county.magistrate.pk)


def test_the_load_of_each_officer_is_what_the_tables_hold(scene, enter):
    found = opened(enter(scene.county.director), OFFICE)["load"]
    rows = ask(f"SELECT m.kind, m.officer_id, count(*) FROM matters_matter m WHERE {RUNNING} GROUP BY 1, 2")
    assert rows
    told = {url: number for (_label, url), number in found.items() if "stands" in url}
    assert told == {
        f"{reverse(f'{kind}:list')}?officer={officer}&stands=running": count for kind, officer, count in rows
    }


def test_what_comes_due_in_four_weeks_is_what_the_tables_hold(scene, enter):
    browser, today = enter(scene.county.director), timezone.localdate()
    coming = browser.get(OFFICE).context["coming"]
    opened(browser, OFFICE)
    last = today + timedelta(days=27 - today.weekday())
    due = "(m.due_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN %s AND %s"
    of_all = f"SELECT count(*) FROM matters_matter m WHERE {RUNNING} AND m.finished_at IS NULL AND {due}"
    assert sum(coming.sums) == one(of_all, today, last) > 0
    assert [one(of_all, week.first, week.last) for week in coming.weeks] == coming.sums
    assert coming.weeks[-1].last == last


def test_the_steps_take_as_long_as_duty_after_duty_says(scene, enter, time_machine):
    county = scene.county
    Duty.objects.filter(step=dues.SIGN, done_at__isnull=False).update(
        opened_at=timezone.now() - timedelta(days=9)
    )
    today = timezone.localdate()
    told = took(county.director, period_until(today), current_calendar())
    stopped = {key for (key,) in ask("SELECT matter_id FROM matters_entry WHERE step LIKE '%%.suspend'")}
    rows = ask(
        "SELECT step, holder_unit_id IS NOT NULL, opened_at, done_at, matter_id FROM matters_duty"
        " WHERE done_at IS NOT NULL AND NOT dropped"
    )
    spent: dict[tuple, list[int]] = {}
    for step, by_unit, begun, done, matter in rows:
        if not dues.DUES[step].periodic and matter not in stopped:
            days = workdays_between(local(begun).date(), local(done).date(), current_calendar())
            spent.setdefault((step, by_unit), []).append(days)
    assert {(one.step, one.by_unit): (one.count, one.median) for one in told} == {
        key: (len(days), median(days)) for key, days in spent.items()
    }
    for one_ in told:
        days = sorted(spent[one_.step, one_.by_unit])
        assert one_.most == days[-(-len(days) * 9 // 10) - 1]
    assert next(one.median for one in told if one.step == dues.SIGN) > 0


def test_the_months_are_those_of_the_figures(scene, enter):
    browser, today = enter(scene.county.director), timezone.localdate()
    months = browser.get(OFFICE).context["months"]
    assert [month.first for month in months] == months_until(today)
    assert len(months) == 13
    registered = Counter(
        dict(
            ask(
                "SELECT date_trunc('month', registered_at AT TIME ZONE 'Asia/Shanghai')::date, count(*)"
                " FROM matters_matter WHERE phase <> 'void' GROUP BY 1"
            )
        )
    )
    assert {month.first: month.tally.registered for month in months} == {
        month.first: registered[month.first] for month in months
    }
    total = browser.get(months[-1].url).context["total"]["tally"]
    assert (total.registered, total.counts) == (months[-1].tally.registered, months[-1].tally.counts)


def test_the_burden_of_the_month_is_that_of_the_page_of_the_burden(scene, enter):
    browser, today = enter(scene.county.director), timezone.localdate()
    burdened = browser.get(OFFICE).context["burdened"]
    lines = browser.get(reverse("reports:burden")).context["lines"]
    assert burdened
    assert {one.unit.pk: one.times for one in burdened} == {
        line["unit"].pk: line["months"][today.month - 1] for line in lines if line["months"][today.month - 1]
    }


def half_of(day: date) -> dict:
    return {"year": day.year, "part": "h1" if day.month <= 6 else "h2"}


def test_the_half_year_says_the_same_everywhere(scene, enter):
    browser, asked = enter(scene.county.director), half_of(timezone.localdate())
    page = browser.get(HALF, asked)
    rows = {label: [number for _head, number in numbers] for label, numbers in page.context["lines"]}
    sums = [number for _head, number in page.context["sums"]]
    unsealed = "FROM matters_matter m WHERE m.phase <> 'void' AND m.secrecy = 'normal' AND m.kind = %s"
    for kind, label in (
        ("directives", "决策督查"),
        ("complaints", "营商环境投诉"),
        ("instructions", "领导批示件"),
    ):
        registered, _pursued, closed, _due, _on_time, overdue = rows[label]
        assert registered == one(f"SELECT count(*) {unsealed}", kind)
        assert closed == one(f"SELECT count(*) {unsealed} AND m.phase = 'closed'", kind)
        assert overdue == one(f"SELECT count(*) {unsealed} AND {LATE}", kind)
    assert page.context["sealed"] == one(
        "SELECT count(*) FROM matters_matter WHERE phase <> 'void' AND secrecy <> 'normal'"
    )
    figures_page = browser.get(page.context["figures_url"]).context
    assert {line["label"]: line["tally"].registered for line in figures_page["lines"]} == {
        label: numbers[0] for label, numbers in rows.items()
    }
    for what in ("notice", "special"):
        begin = browser.get(reverse("leading:half_draft", args=[asked["year"], asked["part"], what]))
        assert begin.context["rows"][1:-1] == [[label, *map(str, numbers)] for label, numbers in rows.items()]
        assert begin.context["rows"][-1][1:] == list(map(str, sums))
        assert f"共登记各类督查事项{sums[0]}件" in begin.content.decode()
