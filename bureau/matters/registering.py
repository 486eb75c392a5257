"""登记簿: every matter has its place, without a gap, and a link to the one before it; so one that is gone is missed. A void one
stays where it is.

The register is locked from the moment a matter gets its place until its writer commits, as a series of numbers is."""

import logging
from collections.abc import Iterable

from django.db import connection, transaction

from bureau.matters import seals
from bureau.matters.models import Matter, Register

log = logging.getLogger(__name__)
OPEN = """
INSERT INTO matters_register (id, count, head, seal) VALUES (1, 0, '', '')
ON CONFLICT (id) DO UPDATE SET id = 1 RETURNING count, head, seal
"""


def enter(matters: Iterable[Matter]) -> None:
    """Give each its place, and seal its empty cover; whoever writes the first lines saves both with them."""
    count, head = opened()
    for matter in matters:
        count += 1
        head = seals.of_place(count, matter.pk, head)
        matter.place, matter.link = count, head
        matter.seal = seals.of_cover(matter.pk, 0, "", count, head)
    Register.objects.update(count=count, head=head, seal=seals.of_register(count, head))


def opened() -> tuple[int, str]:
    """How many there are, and the link to go on from, or a torn one; locked."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a matter is registered inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(OPEN)
        count, head, sealed = cursor.fetchone()
    if (count, head, sealed) == (0, "", "") or seals.same(sealed, seals.of_register(count, head)):
        return count, head
    log.error("the register of matters is not what was sealed")
    return count, seals.TORN
