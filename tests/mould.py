"""The county, built once in a test process: its rows are poured into the database of every test that asks for it, and its
people and units are handed out as copies. Nothing of one test reaches the next, in whatever order they run; a test that
empties the tables behind it is served like one that is rolled back."""

import pickle
from datetime import UTC, datetime

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
            empty = rows()
            self.county = pickle.dumps(County())
            held = rows()
            transaction.set_rollback(True)
        new = {table: [row for row in held[table] if row not in empty[table]] for table in held}
        self.rows = {table: rows for table, rows in new.items() if rows}
        ends = {name: end for table in self.rows for name, end in sequences(table)}
        pours = [f"INSERT INTO {table} SELECT * FROM unnest(%s::text[]::{table}[])" for table in self.rows]
        steps = [f"SELECT setval('{name}', {end})" for name, end in ends.items()]
        self.statements = "; ".join([*pours, *steps])

    def pour(self) -> County:
        """The county in this database and in this process, as if it had been built now."""
        now = timezone.now()
        moment = f"{now.astimezone(UTC)}"
        written = [[row.replace(f"{BUILT:%F %T}+00", moment) for row in rows] for rows in self.rows.values()]
        with connection.cursor() as cursor:
            cursor.execute(self.statements, written)
        county = pickle.loads(self.county)
        for record in vars(county).values():
            if isinstance(record, Model):
                put_moment(record, now)
        return county


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
