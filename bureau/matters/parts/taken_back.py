"""What a unit took back stands in the form again, to be mended and sent."""

from bureau.matters.flow import Record
from bureau.matters.known import lead_of, replies_of
from bureau.matters.models import Assignment, Reply


def words(part: Assignment, kind: str) -> dict:
    """Of the last reply of this kind, if it was taken back: what its form asks for."""
    last = last_of(part, kind)
    if last is None or last.state != Reply.State.WITHDRAWN:
        return {}
    typed = {name: getattr(last, name) for name in ("text", "progress", "percent", "until")}
    return {name: value for name, value in typed.items() if value not in ("", None)}


def last_of(part: Assignment, kind: str) -> Reply | None:
    found = (one for one in replies_of(part) if one.kind == kind)
    return max(found, key=lambda one: one.pk, default=None)


def progress(part: Assignment) -> dict:
    return words(part, Reply.Kind.PROGRESS)


def final(part: Assignment) -> dict:
    return words(part, Reply.Kind.FINAL)


def dispute(part: Assignment) -> dict:
    last = last_of(part, Reply.Kind.DISPUTE)
    typed = words(part, Reply.Kind.DISPUTE)
    return typed | {"proposed": last.proposed} if last and typed else {}


def extension(part: Assignment) -> dict:
    return words(part, Reply.Kind.EXTENSION)


def result(record: Record) -> dict:
    """Of the lead's report."""
    part = lead_of(record.matter)
    return final(part) if part else {}
