"""The scene is played once per module and thrown away after it; a test's own changes go with the test."""

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests.county import County
from tests.house.scene import Scene


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker, tmp_path_factory):
    files = tmp_path_factory.mktemp("files")
    quick = override_settings(
        FILES_ROOT=files,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    )
    with quick, django_db_blocker.unblock(), transaction.atomic():
        yield Scene(County()), files
        transaction.set_rollback(True)


@pytest.fixture
def scene(played, settings, db) -> Scene:
    scene, settings.FILES_ROOT = played
    return scene


@pytest.fixture
def enter(db):
    """A browser in which this person is logged in; nobody for None."""

    def browser(person, **options) -> Client:
        client = Client(**options)
        if person:
            client.force_login(person)
        return client

    return browser
