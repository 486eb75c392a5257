"""Fixtures for every test."""

import pytest
from hypothesis import HealthCheck, settings

from tests.county import County

# The same examples on every run, however busy the machine is.
settings.register_profile(
    "house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def files_of_their_own(settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def asked_once(monkeypatch):
    """Whether this is the demo is asked once, not once a minute: else a page costs a query more now and then."""
    monkeypatch.setattr("bureau.demo.mark.SECONDS", None)


@pytest.fixture
def county(db, quick_passwords) -> County:
    return County()
