"""What the requests left behind: in a backup and the dump inside it, in files, logs, the queue, and in messages to send."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings

from bureau.attack import canaries
from bureau.attack.hunting import found_in, queue, stored, unpacked
from bureau.attack.judging import LEAK, Figures
from bureau.notices.models import Notice
from bureau.notices.recipients import still_heard
from bureau.notices.wording import titled
from bureau.ops.backup.making import make
from bureau.ops.logs.lines import Json


@contextmanager
def logged() -> Iterator[StringIO]:
    """Whatever is logged meanwhile, as production writes it."""
    lines, root = StringIO(), logging.getLogger()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(Json())
    kept, root.handlers = root.handlers, [handler]
    try:
        yield lines
    finally:
        root.handlers = kept


def search(figures: Figures, lines: StringIO, folder: Path) -> None:
    """Nowhere in plain who complained; no word of any matter in a log or the queue, or in a message to who may not see it."""
    made = make(folder / "backups")
    passing = {"日志": lines.getvalue().encode(), "队列": queue(settings)}
    places = passing | stored(settings.FILES_ROOT) | stored(folder / "backups") | unpacked(folder, made.name)
    for place, words in found_in(places, canaries.of_persons()).items():
        figures.fault(LEAK, place, f"{place} 里有 {words}")
    for place, content in passing.items():
        if told := canaries.PLANTED.search(content.decode(errors="replace")):
            figures.fault(LEAK, place, f"{place} 里有 {told[0]}")
    unread = Notice.objects.unread().select_related(
        "person", "matter", "duty", "entry__matter", "entry__assignment"
    )
    for notice in (one for one in unread if still_heard(one.person, [one])):
        for matter in canaries.not_to_be_read(notice.person, titled(notice)):
            where = f"消息 {notice.news} {notice.person.username}"
            figures.fault(LEAK, where, f"{where} 里有事项 {matter}")
