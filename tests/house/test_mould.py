"""The county that tests are given is the county that would be built for them, at their own moment, and theirs alone."""

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from tests.county import County
from tests.matters.conftest import friday  # noqa: F401
from tests.mould import tables

pytestmark = pytest.mark.django_db
ITS_OWN = {"password"}  # salted anew each time


def written() -> dict[str, list]:
    """What the tables hold, without keys, in the order of their keys."""
    with connection.cursor() as cursor:
        return {table: [plain(row) for row in read(cursor, table)] for table in tables()}


def read(cursor, table: str) -> list[dict]:
    cursor.execute(f"SELECT one.* FROM {table} one ORDER BY one")
    names = [column.name for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def plain(row: dict) -> dict:
    return {name: value for name, value in row.items() if name not in ITS_OWN and not name.endswith("id")}


def records(county) -> dict[str, Model]:
    return {name: value for name, value in vars(county).items() if isinstance(value, Model)}


def stored(record) -> dict:
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


@pytest.mark.usefixtures("friday")
def test_what_is_poured_is_what_would_be_built(mould):
    with transaction.atomic():
        County()
        built = written()
        transaction.set_rollback(True)
    mould.pour()
    assert written() == built


@pytest.mark.usefixtures("friday")
def test_its_people_and_units_are_those_of_the_database(county):
    found = {name: stored(type(record).objects.get(pk=record.pk)) for name, record in records(county).items()}
    assert found == {name: stored(record) for name, record in records(county).items()}
    assert county.officer.created_at == timezone.now()
    assert county.vice.portfolios.get().units.get() == county.water


def test_keys_given_out_afterwards_are_new(county):
    keys = {record.pk for record in records(county).values()}
    assert type(county.officer).objects.create_user("new", None, name="新来的").pk not in keys


def test_whoever_is_changed_in_one_test_is_as_before_in_the_next(mould):
    with transaction.atomic():
        first = mould.pour()
        first.officer.name, first.water.order = "另一个人", 1
        assert first.officer.posts
        first.officer.save()
        transaction.set_rollback(True)
    second = mould.pour()
    assert second.officer.name == "督查员甲"
    assert "posts" not in vars(second.officer)
    assert second.officer.unit is second.bureau
    assert type(second.officer).objects.get(pk=second.officer.pk).name == "督查员甲"
