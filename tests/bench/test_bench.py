"""The bench itself, in a county small enough for a test: it prints every line, and what it fills is true."""

import os
import re
import subprocess
import sys
from collections import Counter

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from bureau.bench import county, filling
from bureau.bench.scale import Scale
from bureau.bench.stopwatch import Repeats
from bureau.matters import numbers
from bureau.matters.chain import verdicts
from bureau.matters.models import Assignment, Duty, Matter, Phase
from directives import flow
from directives.models import Directive

pytestmark = pytest.mark.slow
SMALL = Scale(
    matters=200, persons=120, rows=20, batch=5, reads=2, writes=2, duties=400, due=40, messages=20, press=2
)
PAGES = [
    "工作台",
    "台账首页",
    "台账·逾期",
    "台账·正常",
    "台账·已办结",
    "台账·看板",
    "台账·日历",
    "台账·一个单位",
    "台账·按时限排序",
    "台账·末页",
    "导出约20行",
    "事项页",
    "检索",
    "读取20行",
    "核对页20行",
    "登记20行",
    "批量交办5件",
]
NUMBERS = r"(( +[\d,]+){7}) +2 +\d+\.\d +\d+$"  # rounds, load, memory after the figures


@pytest.fixture
def filled(db):
    county.build(SMALL.persons)
    filling.fill(SMALL)


@pytest.fixture(scope="module")
def printed():
    """What a run prints; its database is its own."""
    options = [f"--{name}={value}" for name, value in vars(SMALL).items()]
    done = subprocess.run(
        [sys.executable, "-m", "bureau.bench", *options],
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("words", PAGES)
def test_every_page_has_its_line_of_figures(printed, words):
    lines = [line for line in printed.splitlines() if line.startswith(words)]
    assert lines
    assert all(re.search(NUMBERS, line) for line in lines)


def test_beside_a_page_stands_what_a_trivial_one_costs_and_what_is_asked_twice(printed):
    figures = [re.search(NUMBERS, line) for line in printed.splitlines() if line.startswith("工作台")]
    for figure in figures:
        _p50, _p95, cpu, trivial, queries, repeated, _kilobytes = map(int, figure[1].replace(",", "").split())
        assert 0 < trivial < cpu
        assert repeated < queries


def test_only_what_is_asked_again_word_for_word_is_repeated(db):
    count = Repeats()
    with connection.execute_wrapper(count):
        for key in (1, 2, 1):
            Matter.objects.filter(pk=key).exists()
    assert (count.statements, count.repeated) == (3, 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [("首轮巡查", r"\d\d"), ("再巡查一轮", "0"), ("四个进程同时巡查", r"\d\d"), ("外发", "20")],
)
def test_every_round_of_the_clock_has_its_line_and_tells_what_is_due(printed, words, told):
    (line,) = [line for line in printed.splitlines() if line.startswith(words)]
    assert re.search(rf"{words}\S* +[124] +{told} ", line)


@pytest.mark.usefixtures("filled")
def test_the_filled_timelines_are_whole():
    assert [verdict for verdict in verdicts() if verdict.faults] == []


@pytest.mark.usefixtures("filled")
def test_most_is_closed_and_every_state_occurs():
    states = Counter(Directive.objects.values_list("state", flat=True))
    assert states[flow.APPROVED] == SMALL.batch * SMALL.writes
    assert states[flow.CLOSED] > 0.9 * (SMALL.matters - states[flow.APPROVED])
    assert states[flow.RUNNING] > 0


@pytest.mark.usefixtures("filled")
def test_a_unit_sees_only_what_was_dispatched():
    planned = Assignment.objects.filter(opened_at=None)
    assert planned.exists()
    assert set(planned.values_list("matter__phase", flat=True)) == {Phase.PREPARING}


@pytest.mark.usefixtures("filled")
def test_nothing_is_owed_on_what_is_closed():
    assert not Duty.objects.filter(matter__phase=Phase.CLOSED, done_at=None).exists()


@pytest.mark.usefixtures("filled")
def test_numbers_given_after_the_filling_follow_on():
    year = timezone.localtime().year
    given = Matter.objects.filter(number__contains=f"〔{year}〕").count()
    assert numbers.take("").endswith(f"〔{year}〕{given + 1}号")


def test_the_press_is_measured_beside_a_browser(printed):
    (line,) = re.findall(r"^ +\d+ +\d+\.\d +\d\.\d\d +\d+ +\d\.\d\d +\d+ +\d+\.\d +\d+$", printed, re.M)
    pages, cold, warm = (float(number) for number in line.split()[:3])
    assert pages >= 2
    assert warm < cold
