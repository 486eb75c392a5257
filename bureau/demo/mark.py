"""The ribbon's question: are these invented data? Asked on every page, so the answer is kept for a minute."""

from django.core.cache import cache
from django.db import connection

from bureau.demo.models import DemoMark

SECONDS = 60


def is_demo() -> bool:
    """Whether this database holds the demo county."""
    return cache.get_or_set(_key(), DemoMark.objects.exists, SECONDS)


def forget() -> None:
    """Ask the database again: the demo was built or emptied."""
    cache.delete(_key())


def _key() -> str:
    """One per database: tests see several."""
    return f"is-demo:{connection.settings_dict['NAME']}"
