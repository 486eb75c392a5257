"""Every service starts by its own command of docker-compose.yml, with secrets from files, and is well."""

import json
import re

import pytest
from django.conf import settings

from tests.production.stack import soon

pytestmark = pytest.mark.slow
SERVERS = ("db", "redis", "web", "worker", "long", "beat", "proxy")


@pytest.mark.parametrize("name", SERVERS)
def test_a_service_becomes_well_as_its_own_health_check_asks(stack, name):
    assert stack.soon_well(name), stack.log(name)


def test_every_service_that_stays_is_asked_here(project):
    staying = {name for name, service in project["services"].items() if service["restart"] != "no"}
    assert staying == set(SERVERS)


def test_the_migration_may_be_run_again(stack):
    assert "No migrations to apply" in stack.run("migrate")


def test_the_services_run_as_production_and_pass_the_check_of_a_deployment(stack):
    stack.run(
        "web", "python", "manage.py", "check", "--deploy", "--database", "default", "--fail-level", "WARNING"
    )
    told = "from django.conf import settings as s; print(s.PRODUCTION, s.DEBUG, s.COUNTY_NAME)"
    assert stack.run("worker", "python", "manage.py", "shell", "--no-imports", "-c", told).split() == [
        "True",
        "False",
        "桃溪县",
    ]


@pytest.mark.parametrize("name", ["secret-key", "timeline-key", "vault-key", "application-database-url"])
def test_an_empty_secret_stops_the_start_with_its_name(stack, name):
    file = stack.folder / "secrets" / name
    kept = file.read_text()
    file.chmod(0o600)
    file.write_text("\n")
    try:
        variable = name.removeprefix("application-").upper().replace("-", "_")
        with pytest.raises(AssertionError, match=f"生产环境必须设置环境变量 {variable}"):
            stack.run("web", "python", "manage.py", "check")
    finally:
        file.write_text(kept)


def test_whoever_serves_neither_owns_the_tables_nor_knows_who_does(stack):
    check = ("python", "manage.py", "check", "--deploy", "--database", "default", "--fail-level", "WARNING")
    with pytest.raises(AssertionError, match=r"bureau\.E001"):
        stack.run("migrate", "env", f"DATABASE_URL_FILE={stack.folder}/secrets/database-url", *check)
    for name in ("web", "worker", "long", "beat"):
        assert not [key for key in stack.environment(name) if key.startswith("DATABASE_OWNER")]
        assert "database-url" not in {secret["source"] for secret in stack.services[name]["secrets"]}


def test_a_bell_rung_by_the_web_is_heard_by_the_worker(stack):
    ring = "from bureau.pages.tasks import forget_submissions as f; print(f.delay().id)"
    number = stack.run("web", "python", "manage.py", "shell", "--no-imports", "-c", ring).split()[-1]
    assert soon(lambda: re.search(rf"forget_submissions\[{number}\] succeeded", stack.log("worker")))


def test_the_worker_knows_everything_that_the_beat_rings_for(stack):
    assert stack.soon_well("worker")
    known = stack.run("worker", "celery", "-A", "bureau", "inspect", "registered").split()
    asked = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert asked <= set(known)


def test_no_secret_is_in_a_log(stack):
    files = [file for file in (stack.folder / "secrets").iterdir() if file.read_text().strip()]
    logs = "".join(stack.log(name) for name in SERVERS)
    assert [file.name for file in files if file.read_text().strip() in logs] == []


def test_health_is_told_without_a_word_about_the_inside(stack, visitor):
    answer = visitor.ask("/healthz", door="monitor")
    assert json.loads(answer.words)["status"] == "ok"
    assert "postgres" not in answer.words
