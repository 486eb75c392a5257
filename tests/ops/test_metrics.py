"""/metrics: figures for whoever bears the token; for everybody else no such address."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from bureau.notices.models import Clock
from bureau.ops.models import Backup, ChainCheck
from tests.ops.conftest import SECRET

pytestmark = pytest.mark.django_db
TOKEN = "a-long-token"
STANDING = {  # a county with one matter dispatched, half a minute after everything was looked at
    "build_info version=0.1.0": 1,
    "figures_missing": 0,
    "duties_open step=first_reply": 1,
    "duties_open step=report": 1,
    "duties_open step=sign": 1,
    "duties_overdue step=first_reply": 0,
    "duties_overdue step=report": 0,
    "duties_overdue step=sign": 0,
    "untold_seconds": 30,
    "notices_unread": 0,
    "deliveries state=waiting": 0,
    "deliveries state=failed": 0,
    "jobs state=waiting": 0,
    "jobs state=running": 0,
    "jobs state=broken": 0,
    "renderings state=waiting": 0,
    "renderings state=failed": 0,
    "clock_armed": 1,
    "sweep_age_seconds": 30,
    "sweep_seconds": 0.5,
    "sweep_failures": 1,
    "workers": 0,
    "backup_age_seconds": 30,
    "timeline_broken": 1,
    "timeline_check_age_seconds": 30,
    "disk_free_bytes folder=files": 50e9,
    "disk_free_bytes folder=backup": 50e9,
    "disk_bytes folder=files": 100e9,
    "disk_bytes folder=backup": 100e9,
}


@pytest.fixture
def scrape(settings, client):
    settings.METRICS_TOKEN = TOKEN

    def ask(token=TOKEN, **options):
        return client.get("/metrics", headers={"Authorization": f"Bearer {token}"}, **options)

    return ask


def figures(answer) -> dict[str, float]:
    """As Prometheus reads them: name without its prefix, labels, value."""
    families = list(text_string_to_metric_families(answer.content.decode()))
    assert {family.type for family in families} == {"gauge"}
    assert all(family.documentation for family in families)
    return {named(sample): sample.value for family in families for sample in family.samples}


def named(sample) -> str:
    labels = [f"{label}={words}" for label, words in sample.labels.items()]
    return " ".join([sample.name.removeprefix("bureau_"), *labels])


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


def test_the_figures_are_those_of_the_house(scrape, county, settings):
    settings.VERSION = "0.1.0"
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        county.directive("dispatched")
    Clock.objects.create(pk=1, armed=True, swept_at=now, seconds=0.5, failures=["水利局"])
    Backup.objects.create(at=now, digest="a" * 64)
    ChainCheck.objects.create(started_at=now, ended_at=now, broken=[1])
    with time_machine.travel(now + timedelta(seconds=30), tick=False):
        found = figures(scrape())
    assert found.pop("database_bytes") > 0
    assert found.pop("queue_length") >= 0  # other tests ring as well
    assert found == STANDING


def test_whatever_a_label_says_it_stays_a_label(scrape, settings):
    settings.VERSION = '1.0"} 7\nbureau_workers 99\\'
    found = figures(scrape())
    assert found[f"build_info version={settings.VERSION}"] == 1
    assert found["workers"] == 0


def test_no_word_is_of_a_matter(scrape, sealed):
    text = scrape().content.decode()
    assert "bureau_duties_open" in text
    assert SECRET not in text
    assert sealed.matter.number not in text


def test_it_asks_no_session_and_costs_the_same_however_much_there_is(scrape, county, client):
    county.directive("running")
    client.force_login(county.system)
    with CaptureQueriesContext(connection) as few:
        scrape()
    assert not [query for query in few if "org_session" in query["sql"]]
    for _ in range(5):
        county.directive("running", to=[county.water, county.roads])
    with CaptureQueriesContext(connection) as many:
        scrape()
    assert len(many) == len(few)


def test_a_broker_that_is_away_takes_only_its_own_figures_with_it(scrape, county, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    found = figures(scrape())
    assert found["figures_missing"] == 1
    assert "queue_length" not in found
    assert "database_bytes" in found
