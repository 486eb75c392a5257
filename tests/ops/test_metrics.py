"""/metrics: figures for whoever bears the token; for everybody else no such address."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bureau.notices.models import Clock
from bureau.ops.metrics import HELP
from bureau.ops.models import Backup, ChainCheck
from tests.ops.conftest import SECRET

pytestmark = pytest.mark.django_db
TOKEN = "a-long-token"
LINE = re.compile(r'^(bureau_[a-z_]+)(\{[a-z]+="[^"\n]*"\})? (\S+)$')


@pytest.fixture
def scrape(settings, client):
    settings.METRICS_TOKEN = TOKEN

    def ask(token=TOKEN, **options):
        return client.get("/metrics", headers={"Authorization": f"Bearer {token}"}, **options)

    return ask


def figures(answer) -> dict[str, float]:
    lines = [line for line in answer.content.decode().splitlines() if not line.startswith("#")]
    found = [LINE.match(line) for line in lines]
    return {f"{one[1]}{one[2] or ''}": float(one[3]) for one in found}


def test_without_its_token_the_address_does_not_exist(scrape, client, enter, county, settings):
    nowhere = enter(county.system).get("/nowhere").content
    assert enter(county.system).get("/metrics").content == nowhere
    for token in ("", "a-long-toke", "a-long-token ", "锁", "A-LONG-TOKEN"):
        assert scrape(token).status_code == 404
    assert client.get("/metrics", headers={"Authorization": TOKEN}).status_code == 404
    assert client.post("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 404
    settings.METRICS_TOKEN = ""
    assert scrape("").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer"}).status_code == 404


def test_the_figures_are_those_of_the_house(scrape, county, sealed):
    county.directive("dispatched")
    now = timezone.now()
    Clock.objects.create(pk=1, armed=True, swept_at=now, seconds=0.5, failures=["水利局"])
    Backup.objects.create(at=now, digest="a" * 64)
    ChainCheck.objects.create(started_at=now, ended_at=now, broken=[1])
    found = figures(scrape())
    assert found["bureau_figures_missing"] == 0
    assert found['bureau_duties_open{step="sign"}'] == 1
    assert found['bureau_duties_overdue{step="sign"}'] == 0
    assert (found["bureau_clock_armed"], found["bureau_sweep_failures"], found["bureau_timeline_broken"]) == (
        1,
        1,
        1,
    )
    assert {name.partition("{")[0] for name in found} == {f"bureau_{name}" for name in HELP}


def test_every_line_is_of_the_format_and_no_word_is_of_a_matter(scrape, sealed):
    text = scrape().content.decode()
    assert all(LINE.match(line) or line.startswith(("# HELP ", "# TYPE ")) for line in text.splitlines())
    assert SECRET not in text
    assert sealed.matter.number not in text


def test_it_asks_no_session_and_costs_the_same_however_much_there_is(scrape, county, client):
    county.directive("running")
    client.force_login(county.system)
    with CaptureQueriesContext(connection) as few:
        scrape()
    assert not [query for query in few if "django_session" in query["sql"]]
    for _ in range(5):
        county.directive("running", to=[county.water, county.roads])
    with CaptureQueriesContext(connection) as many:
        scrape()
    assert len(many) == len(few)


def test_a_broker_that_is_away_takes_only_its_own_figures_with_it(scrape, county, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    found = figures(scrape())
    assert found["bureau_figures_missing"] == 1
    assert "bureau_queue_length" not in found
    assert "bureau_database_bytes" in found
