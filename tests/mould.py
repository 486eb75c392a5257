"""The county, built once in a test process: its rows are poured into the database of every test that asks for it, and its
people and units are handed out as copies. Nothing of one test reaches the next, in whatever order they run; a test that
empties the tables behind it is served like one that is rolled back."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import time_machine
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from tests.county import County

BUILT = datetime(
    2001, 2, 3, 4, 5, 6, tzinfo=UTC
)  # what the mould was made at; a pouring puts its own moment there
APART = 1000  # between the keys of one table and the next: who mixes up two keys finds nothing


class Mould:
    """What `County()` writes into an empty database, and what it then is."""

    def __init__(self):
        with time_machine.travel(BUILT, tick=False), transaction.atomic():
            set_apart()
            self.written = Written.by(lambda: setattr(self, "county", pickle.dumps(County())))
            transaction.set_rollback(True)

    def pour(self) -> County:
        """The county in this database and in this process, as if it had been built now."""
        now = timezone.now()
        moment = f"{now.astimezone(UTC)}"
        self.written.pour(lambda row: row.replace(f"{BUILT:%F %T}+00", moment))
        county = pickle.loads(self.county)
        for record in vars(county).values():
            if isinstance(record, Model):
                put_moment(record, now)
        return county


@dataclass(frozen=True)
class Written:
    """Rows, by table, and the last key of each sequence: as text, so that any database of the same tables takes them.
    `seeded`: the tables that held rows before."""

    rows: dict[str, list[str]]
    ends: dict[str, int]
    seeded: set[str]

    @classmethod
    def by(cls, act: Callable) -> "Written":
        """What `act` adds to this database; it stands there afterwards."""
        before = rows()
        act()
        after = rows()
        new = {table: [row for row in after[table] if row not in before[table]] for table in after}
        found = {table: rows for table, rows in new.items() if rows}
        ends = {name: end for table in found for name, end in sequences(table)}
        return cls(found, ends, {table for table in found if before[table]})

    def pour(self, changed: Callable[[str], str] = str) -> None:
        """Into this database; `changed` makes of each row what is written."""
        # Backwards: what belongs to a signed bulletin stands there before the bulletin, which takes no more then.
        steps = [emptying(table) for table in self.seeded] + [filling(table) for table in reversed(self.rows)]
        steps += [f"SELECT setval('{name}', {end})" for name, end in self.ends.items()]
        with connection.cursor() as cursor:
            written = {table: [changed(row) for row in rows] for table, rows in self.rows.items()}
            cursor.execute("; ".join(steps), written)


def emptying(table: str) -> str:
    """Takes away what stands there with the keys of the new rows."""
    _given, key = columns(table)
    return f"DELETE FROM {table} old USING {new(table)} WHERE old.{key} = new.{key}"


def filling(table: str) -> str:
    given, _key = columns(table)
    return f"INSERT INTO {table} ({given}) SELECT {given} FROM {new(table)}"


def new(table: str) -> str:
    return f"unnest(%({table})s::text[]::{table}[]) new"


@cache
def columns(table: str) -> tuple[str, str]:
    """Those that are written, for PostgreSQL derives the others itself; and the key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
            [table],
        )
        return cursor.fetchone()[0], connection.introspection.get_primary_key_column(cursor, table)


def put_moment(record: Model, now: datetime) -> None:
    for field in record._meta.concrete_fields:
        if getattr(record, field.attname) == BUILT:
            setattr(record, field.attname, now)


def rows() -> dict[str, list[str]]:
    """What every table holds, each row as PostgreSQL writes it, in the order of its key."""
    held = {}
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT one::text FROM {table} one ORDER BY one")
            held[table] = [row for (row,) in cursor.fetchall()]
    return held


def tables() -> list[str]:
    return sorted(connection.introspection.django_table_names(only_existing=True))


def sequences(table: str) -> list[tuple[str, int]]:
    """Each sequence of the table, and the last key it gave."""
    with connection.cursor() as cursor:
        names = [one["name"] for one in connection.introspection.get_sequences(cursor, table)]
        found = []
        for name in names:
            cursor.execute(f"SELECT last_value FROM {name}")
            found.append((name, cursor.fetchone()[0]))
    return found


def set_apart() -> None:
    for place, table in enumerate(tables(), start=1):
        with connection.cursor() as cursor:
            for name, last in sequences(table):
                cursor.execute("SELECT setval(%s, %s)", [name, max(last, place * APART)])
