import pytest

from bureau.vault import opening
from bureau.vault.models import Identity
from tests.vault.planted import WHO


@pytest.fixture
def matter(county):
    return county.directive("running", to=[county.roads], title="拆除擅自设置的收费卡").matter


@pytest.fixture
def identity(county, matter) -> Identity:
    """The colleague received it; the matter is the officer's."""
    return opening.keep(county.colleague, matter, WHO)


@pytest.fixture
def next_year(settings):
    """The house after VAULT_KEY was changed: the old one is still known. Called, it is forgotten."""
    settings.VAULT_KEYS_BEFORE, settings.VAULT_KEY = [settings.VAULT_KEY], "the key of the next year"
    return lambda: setattr(settings, "VAULT_KEYS_BEFORE", [])
