"""The scene is played once per module and thrown away after it; a test's own changes go with the test."""

import pytest
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.db import transaction
from django.test import Client

from tests.county import County
from tests.house.scene import Scene


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(settings, "FILES_ROOT", tmp_path_factory.mktemp("files"))
        patch.setattr(PBKDF2PasswordHasher, "iterations", 1)
        yield Scene(County())
        transaction.set_rollback(True)


@pytest.fixture
def enter(db):
    """A browser in which this person is logged in; nobody for None."""

    def browser(person, **options) -> Client:
        client = Client(**options)
        if person:
            client.force_login(person)
        return client

    return browser
