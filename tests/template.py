"""One database is migrated, and every test process gets a copy of it."""

import psycopg
from django.core.management import call_command
from django.db import connection

LOCK = 20261129  # held by whoever makes the template; the others wait for it


def ensure(name: str) -> None:
    """The template of this name stands. Who comes first migrates it, under another name until it is whole."""
    with server() as open_one:
        open_one.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if not open_one.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount:
            open_one.execute(f"CREATE DATABASE {name}_new")
            migrate(f"{name}_new")
            open_one.execute(f"ALTER DATABASE {name}_new RENAME TO {name}")


def drop(name: str) -> None:
    with server() as open_one:
        open_one.execute(f"DROP DATABASE IF EXISTS {name}")


def server() -> psycopg.Connection:
    """A connection beside the tests' own, to the database that was there before them."""
    return psycopg.connect(**connection.get_connection_params(), autocommit=True)


def migrate(name: str) -> None:
    settings = connection.settings_dict
    before, settings["NAME"] = settings["NAME"], name
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        settings["NAME"] = before
