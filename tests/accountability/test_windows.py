"""Until when a decision is contested, by the basis that was chosen with it; across holidays and months of unlike length."""

from datetime import datetime

import pytest

from accountability.bases import BASES
from accountability.prints.letters import remedies_words
from bureau.matters.models import Service
from bureau.matters.service.declared import remedies_of
from bureau.matters.service.windows import window
from bureau.org.worktime import ZONE, local
from tests.accountability.playing import play

pytestmark = pytest.mark.django_db


def until(service: Service, basis: str, received: tuple) -> str:
    service.paper, service.received_at = f"accountability.{basis}", datetime(*received, tzinfo=ZONE)
    limit = window(service, remedies_of(service)[0])
    return f"{local(limit.due_at):%Y-%m-%d}"


def test_the_window_follows_the_basis_across_holidays_and_short_months(county):
    it = play(county, "decided")
    service = it.subject("head").decision
    expected = {
        ("local", (2026, 2, 9, 9)): "2026-03-06",  # 15 个工作日 over 春节
        ("leading", (2026, 2, 2, 9)): "2026-02-24",  # the 15th day is in 春节
        ("leading", (2026, 11, 2, 9)): "2026-11-17",
        ("party", (2026, 1, 31, 9)): "2026-02-28",  # no 31st: the last of the month
        ("party", (2026, 9, 1, 9)): "2026-10-08",  # 国庆节
        ("supervision", (2026, 11, 30, 9)): "2026-12-30",
        ("servant", (2026, 11, 2, 9)): "2026-12-02",
    }
    assert {key: until(service, *key) for key in expected} == expected


@pytest.mark.parametrize(
    "basis, words",
    [
        ("local", "15个工作日内"),
        ("leading", "15日内"),
        ("party", "1个月内"),
        ("supervision", "1个月内"),
        ("servant", "30日内"),
    ],
)
def test_the_decision_says_how_and_until_when_it_is_contested(county, basis, words):
    it = play(county, "clue")
    told = remedies_words(it.subject("unit"), BASES[basis])
    assert words in told
    assert "不停止本决定的执行" in told
