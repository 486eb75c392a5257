"""A form is taken only if nothing changed since it was opened."""

from django.utils import timezone

from bureau.pages.once import Stale


def check_seen(seen: str | None, version, matter=None, reader=None) -> None:
    """Raises Stale when the form was opened on an older version; it names what happened, if `reader` reads that."""
    if not seen or str(version) == seen:
        return
    last = newest(matter, reader) if matter else None
    what = f"：{timezone.localtime(last.at):%H:%M} {last.sentence}" if last else ""
    raise Stale(f"您打开本页之后，这件事有了变化{what}。您填写的内容还在，请核对后再次提交。")


def newest(matter, reader):
    """The last line of the timeline, or None where it is not for this reader."""
    return matter.entries.readable_by(reader, matter).filter(seq=matter.entry_count).first()
