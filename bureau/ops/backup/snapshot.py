"""One moment of the database: what it holds, counted, and the ends of all its chains in one digest."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from bureau.jobs.models import Job
from bureau.org.models import Session

NOT_KEPT = frozenset({Session._meta.db_table})  # whoever was logged in logs in again
ENDS = """
SELECT count(*), coalesce(sum(entry_count), 0)::bigint, encode(sha256(convert_to(coalesce(
    string_agg(id || ' ' || entry_count || ' ' || chain_head, E'\\n' ORDER BY id), ''), 'UTF8')), 'hex')
FROM matters_matter
"""


@contextmanager
def frozen() -> Iterator[str]:
    """What is read inside is of one moment; a `pg_dump` that is given the name sees the same moment."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def counts() -> dict[str, int]:
    """Rows by table, of all tables that are kept."""
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - NOT_KEPT)
        found = {}
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            (found[table],) = cursor.fetchone()
    return found


def chains() -> dict:
    """The anchor: `matters`, `entries`, and `sha256` over every matter's key, count and head, in order."""
    with connection.cursor() as cursor:
        cursor.execute(ENDS)
        return dict(zip(("matters", "entries", "sha256"), cursor.fetchone(), strict=True))


def migrations() -> list[str]:
    """What the schema has been through: 「matters.0001_initial」."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def named_files() -> set[str]:
    """The digests of all files in the store that a row of ours speaks of; what jobs have made lies elsewhere."""
    found = set()
    for model in apps.get_models():
        digests = [field.name for field in model._meta.concrete_fields if field.name.endswith("sha256")]
        for name in digests if model is not Job else ():
            found.update(model._base_manager.exclude(**{name: ""}).values_list(name, flat=True))
    return found
