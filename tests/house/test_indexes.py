"""What another table points by is found without reading the whole table, also where the foreign key has no index of its own."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db
NOT_FOUND = """
SELECT key.conrelid::regclass::text, field.attname
FROM pg_constraint key
JOIN pg_attribute field ON field.attrelid = key.conrelid AND field.attnum = key.conkey[1]
WHERE key.contype = 'f' AND NOT EXISTS (
    SELECT FROM pg_index found
    WHERE found.indrelid = key.conrelid AND found.indkey[0] = key.conkey[1] AND found.indpred IS NULL
)
"""
SPARED = [("matters_entry", "actor_id"), ("matters_entry", "matter_id"), ("notices_notice", "person_id")]


def rows(statement: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def test_every_foreign_key_is_found_by_an_index():
    assert rows(NOT_FOUND) == []


@pytest.mark.parametrize(("table", "column"), SPARED)
def test_no_index_repeats_the_beginning_of_another(table, column):
    definition = rf"CREATE INDEX \S+ ON \S+ USING btree \({column}\)"
    assert rows("SELECT FROM pg_indexes WHERE tablename = %s AND indexdef ~ %s", table, definition) == []


@pytest.mark.parametrize(("table", "column"), SPARED)
def test_the_database_still_refuses_what_points_nowhere(table, column):
    kept = "conrelid = %s::regclass AND contype = 'f' AND convalidated AND pg_get_constraintdef(oid) LIKE %s"
    assert len(rows(f"SELECT FROM pg_constraint WHERE {kept}", table, f"FOREIGN KEY ({column})%")) == 1
