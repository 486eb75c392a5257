"""Fixtures for every test."""

import gc
from itertools import count

import pytest
from django.db import connection
from django.test import Client, override_settings
from hypothesis import HealthCheck, settings

from tests import template
from tests.county import County
from tests.mould import Mould

# The same examples on every run, however busy the machine is.
settings.register_profile(
    "house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")
settings.register_profile("quick", settings.get_profile("house"), max_examples=15)  # of `make check`
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# Through these a test opens pages, or sets papers: that takes some tenths of a second, whatever it proves.
SLOW = {"client", "enter", "office", "published", "draft", "signed", "issued"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if not SLOW.isdisjoint(item.fixturenames) and not item.get_closest_marker("quick"):
            item.add_marker("slow")


def pytest_collection_finish():
    """What stands before the first test stays: the collector need not walk through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = QUICK


@pytest.fixture(autouse=True)
def static_files_when_asked(settings):
    """Each browser of a test is a new application, which else would list all static files before its first page."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session")
def stores(tmp_path_factory):
    """Places for files, one after the other; made by whoever keeps something there."""
    folder = tmp_path_factory.mktemp("stores")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def files_of_their_own(settings, stores):
    settings.FILES_ROOT = next(stores)


@pytest.fixture(autouse=True)
def asked_once(monkeypatch):
    """Whether this is the demo is asked once, not once a minute: else a page costs a query more now and then."""
    monkeypatch.setattr("bureau.demo.mark.SECONDS", None)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, django_db_keepdb, django_db_blocker, request
):
    """Each of several processes copies its new database from one template."""
    name = getattr(request.config, "workerinput", {}).get("template")
    if name and not django_db_keepdb:
        with django_db_blocker.unblock():
            template.ensure(name)
        connection.settings_dict["TEST"]["TEMPLATE"] = name


@pytest.fixture(scope="session")
def mould(django_db_setup, django_db_blocker) -> Mould:
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=QUICK):
        return Mould()


@pytest.fixture
def county(mould, db) -> County:
    return mould.pour()


@pytest.fixture
def enter(db):
    """A browser in which this person is logged in; nobody for None."""

    def browser(person, **options) -> Client:
        client = Client(**options)
        if person:
            client.force_login(person)
        return client

    return browser
