"""/healthz against a database and a broker that really are, or really are not, there."""

import shutil
import socket

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.fixture
def bell(settings, tmp_path):
    """A broker folder of our own instead of Redis."""
    (tmp_path / "queue").mkdir()
    settings.REDIS_URL = ""
    settings.CELERY_FOLDER = tmp_path
    return tmp_path


@pytest.fixture
def closed_port():
    """A port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_a_well_house_says_so_to_anybody(client, bell, settings):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "version": settings.VERSION,
        "database": "ok",
        "broker": "ok",
    }


def test_a_missing_broker_folder_is_named(client, bell):
    shutil.rmtree(bell)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["broker"] == "unavailable"
    assert answer.json()["database"] == "ok"


def test_a_silent_redis_is_named_without_its_address(client, settings, closed_port):
    settings.REDIS_URL = f"redis://:hidden-word@127.0.0.1:{closed_port}/0"
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["broker"] == "unavailable"
    assert "hidden-word" not in answer.content.decode()


def test_a_silent_database_is_named(client, bell, closed_port, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", closed_port)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "unavailable"
    assert answer.json()["broker"] == "ok"


def test_the_pulse_is_only_read(client, bell):
    assert client.post("/healthz").status_code == 405


@pytest.mark.slow
def test_a_server_that_takes_the_call_and_stays_silent_is_not_waited_for(client, settings, monkeypatch):
    with socket.create_server(("127.0.0.1", 0), backlog=8) as silent:
        port = silent.getsockname()[1]
        settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
        monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
        monkeypatch.setitem(connection.settings_dict, "PORT", port)
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert (answer.json()["database"], answer.json()["broker"]) == ("unavailable", "unavailable")


def test_a_monitor_with_a_session_cookie_needs_no_session_table(
    client, county, bell, django_assert_num_queries
):
    client.force_login(county.officer, backend="bureau.org.backend.PersonBackend")
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200
