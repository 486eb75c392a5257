"""A full disk is said in words, and nothing is kept by halves."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import SerialisationError

from bureau.files.refused import Refused

log = logging.getLogger(__name__)
FULL = {name: getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG")}  # disk, quota, largest file
WORDS = "服务器的存储空间不足，文件没有保存。请联系系统管理员清理后再试。"


@contextmanager
def room_on_disk() -> Iterator[None]:
    """Raises Refused where the disk has no room for what the block writes."""
    try:
        yield
    except (OSError, SerialisationError) as trouble:
        if not is_full(trouble):
            raise
        raise Refused(WORDS) from trouble


def is_full(trouble: OSError | SerialisationError) -> bool:
    """Whether it is for want of room, which lxml (writing Excel) says in its own way: 「IO_ENOSPC」. Whoever runs
    the house reads it in the log."""
    if getattr(trouble, "errno", None) not in FULL.values() and str(trouble)[3:] not in FULL:
        return False
    log.error("no room on the disk: %s", trouble)
    return True
