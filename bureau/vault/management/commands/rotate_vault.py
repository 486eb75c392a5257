"""manage.py rotate_vault: what was encrypted with an earlier VAULT_KEY is encrypted with the present one."""

from django.core.management.base import BaseCommand
from django.db import transaction

from bureau.vault import cipher
from bureau.vault.models import Identity

BATCH = 500


class Command(BaseCommand):
    help = "把用旧 VAULT_KEY 加密的保密身份改用现在的密钥；旧密钥写在 VAULT_KEYS_BEFORE 里，做完即可去掉。"

    def handle(self, **options):
        done, last = 0, 0
        while (batch := renew(last)) is not None:
            last, count = batch
            done += count
        self.stdout.write(f"改用现在的密钥：{done}条。可以从 VAULT_KEYS_BEFORE 中去掉旧密钥了。")


@transaction.atomic
def renew(after: int) -> tuple[int, int] | None:
    """The next of them: the last one's id, and how many were written anew; None when there are no more. Interrupted, it
    begins again where it has to."""
    rows = list(Identity.objects.select_for_update().filter(pk__gt=after).order_by("pk")[:BATCH])
    old = [row for row in rows if not cipher.is_current(bytes(row.sealed))]
    for row in old:
        row.sealed = cipher.seal(cipher.unseal(bytes(row.sealed), row.about), row.about)
    Identity.objects.bulk_update(old, ["sealed"])
    return (rows[-1].pk, len(old)) if rows else None
