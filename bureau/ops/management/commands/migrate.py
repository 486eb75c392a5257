"""Django's migrate, as the owner of the tables; what the other roles need is granted after it."""

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate

from bureau.ops.roles.granting import CannotGrant, grant
from bureau.ops.roles.owner import as_owner


class Command(migrate.Command):
    def execute(self, *args, **options):
        """Around the checks as well: the other roles may not be there yet."""
        with as_owner():
            told = super().execute(*args, **options)
            if settings.DATABASE_OWNER_URL and not options["plan"] and not options["check_unapplied"]:
                try:
                    grant()
                except CannotGrant as lacking:
                    raise CommandError(str(lacking)) from lacking
        return told
