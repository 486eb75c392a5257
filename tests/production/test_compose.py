"""docker-compose.yml: accepted by docker-compose, closed to the outside, nothing left at an unsafe default."""

import tomllib

import pytest
from django.conf import settings

from bureau.setup.production import secrets
from tests.production import composed

ONE_SHOTS = {"migrate", "faces"}
OURS = {"web", "worker", "long", "beat", "migrate"}


@pytest.fixture(scope="session")
def services(project) -> dict:
    return project["services"]


def test_docker_compose_finds_no_fault(tmp_path):
    done = composed.docker_compose(tmp_path, "config", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["ALLOWED_HOSTS", "BUREAU_NAME", "COUNTY_NAME", "NUMBER_MARK", "SITE_URL"])
def test_what_only_the_county_can_know_is_asked_for_by_name(tmp_path, name):
    without = "\n".join(line for line in composed.EXAMPLE.splitlines() if not line.startswith(name))
    done = composed.docker_compose(tmp_path, "config", "--quiet", env=without)
    assert done.returncode
    assert name in done.stderr
    assert "请在 .env 中写明" in done.stderr


def test_only_the_proxy_is_published_and_the_monitoring_door_to_this_machine_only(services):
    doors = {name: service["ports"] for name, service in services.items() if service.get("ports")}
    assert set(doors) == {"proxy"}
    outside = {door["target"] for door in doors["proxy"] if door.get("host_ip") != "127.0.0.1"}
    assert outside == {8080, 8443}


def test_database_and_redis_stand_where_nothing_leads_outside(project, services):
    inside = {name for name, network in project["networks"].items() if network.get("internal")}
    for name in ("db", "redis", "web", "long", "beat", "migrate"):
        assert set(services[name]["networks"]) <= inside


def test_no_service_can_do_more_than_it_must(services):
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service.get("user") or service["image"].startswith("bureau:")  # whose Dockerfile names one


def test_every_service_comes_back_and_tells_its_health_and_a_one_shot_does_neither(services):
    for name, service in services.items():
        once = name in ONE_SHOTS
        assert service["restart"] == ("no" if once else "unless-stopped")
        assert bool(service["healthcheck"].get("disable")) is once


def test_whoever_serves_waits_for_the_tables_and_the_faces(services):
    for name in ("web", "worker", "long", "beat"):
        waits = {other: how["condition"] for other, how in services[name]["depends_on"].items()}
        assert waits.items() >= dict.fromkeys(ONE_SHOTS, "service_completed_successfully").items()
    assert services["migrate"]["depends_on"]["db"]["condition"] == "service_healthy"


def test_secrets_come_from_files_and_from_nowhere_else(project, services):
    mounted = {secret["source"] for service in services.values() for secret in service.get("secrets", [])}
    assert mounted == set(project["secrets"])
    for name in OURS:
        told = services[name]["environment"]
        assert not {
            "SECRET_KEY",
            "TIMELINE_KEY",
            "VAULT_KEY",
            "DATABASE_URL",
            "METRICS_TOKEN",
            "EMAIL_URL",
        } & set(told)
        files = {value for key, value in told.items() if key.endswith("_FILE")}
        mine = {f"/run/secrets/{secret['source']}" for secret in services[name]["secrets"]}
        assert files <= mine


def test_every_file_that_is_mounted_is_made_or_asked_for(project, tmp_path):
    secrets.prepare(tmp_path)
    made = {file.name for file in (tmp_path / "secrets").iterdir()}
    asked = {"certificate", "certificate-key"}
    assert made | asked == set(project["secrets"])


def test_all_our_services_are_one_image_of_this_version(services):
    version = tomllib.loads((composed.TOP / "pyproject.toml").read_text())["project"]["version"]
    assert version == settings.VERSION
    assert {services[name]["image"] for name in OURS | {"faces"}} == {f"bureau:{version}"}


def test_what_is_kept_stands_outside_the_containers(services):
    kept = {volume["target"] for volume in services["worker"]["volumes"] if not volume.get("read_only")}
    assert kept == {"/var/lib/bureau/files", "/var/lib/bureau/backups"}
    assert services["db"]["volumes"][0]["target"] == "/var/lib/postgresql/data"
