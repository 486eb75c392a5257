"""The roles of a real installation, on the database of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
from django.core.management import call_command
from django.db import connection

PASSWORD = "only-for-this-test/:@"


def named(role: str) -> str:
    """A role is known to the whole server: its name tells whose database it is for."""
    return f"{connection.settings_dict['NAME']}_{role}"


def address(user: str, password: str) -> str:
    told = connection.settings_dict
    return f"postgres://{quote(user)}:{quote(password, safe='')}@{told['HOST']}:{told['PORT']}/{told['NAME']}"


@contextmanager
def made(settings) -> Iterator[None]:
    """The roles stand as `migrate` makes them; they are gone after the block."""
    told = connection.settings_dict
    settings.DATABASE_OWNER_URL = address(told["USER"], told["PASSWORD"])
    for setting, role in (("", "web"), ("REPORT_", "report"), ("BACKUP_", "backup")):
        setattr(settings, f"DATABASE_{setting}URL", address(named(role), PASSWORD))
    try:
        call_command("migrate", interactive=False, verbosity=0)
        yield
    finally:
        with connection.cursor() as cursor:
            for role in ("web", "report", "backup"):
                cursor.execute(f'DROP OWNED BY "{named(role)}"; DROP ROLE "{named(role)}"')


@contextmanager
def acting_as(role: str) -> Iterator[None]:
    """The connection of the whole product is this role's."""
    usual = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}
    _log_in({"USER": named(role), "PASSWORD": PASSWORD})
    try:
        yield
    finally:
        _log_in(usual)


def refused(role: str, *statements: str) -> bool:
    """Whether the server refuses the last of these statements because of who asks."""
    with psycopg.connect(address(named(role), PASSWORD)) as asking:
        *before, last = statements
        for statement in before:
            asking.execute(statement)
        try:
            asking.execute(last)
        except psycopg.errors.InsufficientPrivilege:
            return True
        finally:
            asking.rollback()
    return False


def _log_in(login: dict[str, str]) -> None:
    connection.close()
    connection.settings_dict.update(login)
