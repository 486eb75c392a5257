"""What was kept opens no more: a sentence for whoever asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from bureau.files import leaves
from bureau.jobs.barred import Barred
from bureau.org import cipher

LOST = "扫描件不在存储里，或者打不开：请告诉系统管理员，从备份中找回。"


class Unreadable(Barred):
    """The cipher text opens with no key that is known, was changed, or is lost."""


@contextmanager
def readable() -> Iterator[None]:
    """Raises Unreadable where the block cannot open what it opens."""
    try:
        yield
    except cipher.Unreadable as fault:
        raise Unreadable(str(fault)) from fault
    except (FileNotFoundError, leaves.Unreadable) as fault:
        raise Unreadable(LOST) from fault
