"""The scene is played once per module and thrown away after it; a test's own changes go with the test."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.house.scene import Scene


@pytest.fixture(scope="module")
def played(mould, django_db_blocker, tmp_path_factory):
    files = tmp_path_factory.mktemp("files")
    with override_settings(FILES_ROOT=files), django_db_blocker.unblock(), transaction.atomic():
        yield Scene(mould.pour()), files
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def patient_health(monkeypatch):
    """However busy the machine is: that database and broker answer, not how soon."""
    monkeypatch.setattr("bureau.org.health.PATIENCE", 120)
    monkeypatch.setattr("bureau.org.health.ANSWERS_LATE", "")


@pytest.fixture
def scene(played, settings, db) -> Scene:
    scene, settings.FILES_ROOT = played
    return scene
