"""Rows into PostgreSQL by COPY: a million lines in a minute or two."""

from collections.abc import Iterable
from types import SimpleNamespace

from django.core.management.color import no_style
from django.db import connection, models

Row = SimpleNamespace  # attributes by the model's column names; others are left aside. JSON as text.


def copy_in(model: type[models.Model], rows: Iterable[Row]) -> None:
    """Write rows that carry their own keys; what a row lacks gets the model's default."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    defaults = [(field.attname, field.get_default()) for field in fields]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copy,
    ):
        for row in rows:
            given = vars(row)
            copy.write_row([given.get(name, default) for name, default in defaults])


def count_on(tables: Iterable[type[models.Model]]) -> None:
    """After the last row: keys go on behind it."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def vacuum() -> None:
    """As autovacuum would leave the tables: the planner knows them, and indexes answer alone."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
