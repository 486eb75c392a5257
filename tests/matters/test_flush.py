"""Emptying the database, and the guard that stands again afterwards."""

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from bureau.matters.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.slow
def test_flush_empties_the_timeline_and_the_guard_stands_again(county):
    county.directive("closed")
    call_command("flush", interactive=False, verbosity=0)
    assert not Entry.objects.exists()
    assert Permission.objects.filter(codename="read_matter").exists()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute("TRUNCATE matters_entry CASCADE")
