"""Emptying the whole database, for the tests and for the demo county: here alone the timeline lets go."""

from django.core.management.commands import flush
from django.db import connections, transaction


class Command(flush.Command):
    def handle(self, **options):
        """The guard is lifted for the emptying only, also inside a longer transaction, and stands again whatever happens."""
        with (
            transaction.atomic(using=options["database"]),
            connections[options["database"]].cursor() as cursor,
        ):
            cursor.execute("SET LOCAL bureau.emptying = 'yes'")
            super().handle(**options)
            cursor.execute("SET LOCAL bureau.emptying = 'no'")
