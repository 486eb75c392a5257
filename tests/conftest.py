"""Fixtures for every test."""

import pytest

from tests.county import County


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def county(db, quick_passwords) -> County:
    return County()
