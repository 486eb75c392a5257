"""Acting as the owner of the tables: to migrate and to restore, never to serve."""

from collections.abc import Iterator
from contextlib import contextmanager

import environ
from django.conf import settings
from django.db import connection


def login_of(url: str) -> dict[str, str]:
    """`USER` and `PASSWORD` of a database's address."""
    told = environ.Env.db_url_config(url)
    return {"USER": told["USER"], "PASSWORD": told["PASSWORD"]}


@contextmanager
def as_owner() -> Iterator[None]:
    """Our connection is the owner's while the block runs, where one is named."""
    if not settings.DATABASE_OWNER_URL:
        yield
        return
    usual = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}
    _log_in(login_of(settings.DATABASE_OWNER_URL))
    try:
        yield
    finally:
        _log_in(usual)


def _log_in(login: dict[str, str]) -> None:
    if login["USER"] != connection.settings_dict["USER"]:
        connection.close()
        connection.settings_dict.update(login)
