"""Are the audit lines still what was written, and all there? Told in words; nothing found is an empty list."""

from bureau.org.audit import sealing
from bureau.org.keyed import same
from bureau.org.models import AdminEntry, AuditEnd

MOST = 20  # faults that are told


def faults() -> list[str]:
    end = AuditEnd.objects.first()
    if end is None:
        return ["审计记录的封印不见了。"] if AdminEntry.objects.filter(place__isnull=False).exists() else []
    found, count, before = [], 0, ""
    rows = AdminEntry.objects.filter(place__isnull=False, place__lte=end.count).order_by("place")
    for entry in rows.iterator(chunk_size=2000):
        count += 1
        found += wrong(entry, count, before)
        count, before = entry.place, entry.link
    if not same(end.seal, sealing.end_seal(end.count, end.head)):
        found.append("审计记录的末尾与封印不符：末尾的记录可能被删除过。")
    elif (count, before) != (end.count, end.head):
        found.append(f"审计记录应有{end.count}条，第{count + 1}条起缺失。")
    found += [f"未入链的一条与链码不符（被改动或插入）：{told(entry)}" for entry in loose()]
    return found[:MOST]


def wrong(entry: AdminEntry, expected: int, before: str) -> list[str]:
    if entry.place != expected:
        return [f"第{expected}条至第{entry.place - 1}条审计记录缺失（被删除）。"]
    if not is_as_written(entry):
        return [f"第{entry.place}条审计记录与链码不符（被改动）：{told(entry)}"]
    if not same(entry.link, sealing.link(entry.place, entry, before)):
        return [f"第{entry.place}条审计记录处断链（有记录被顶替或插入）：{told(entry)}"]
    return []


def loose() -> list[AdminEntry]:
    """Lines that wait for their place and were not written by this application."""
    waiting = AdminEntry.objects.filter(place=None).order_by("pk")
    return [entry for entry in waiting.iterator() if not is_as_written(entry)]


def is_as_written(entry: AdminEntry) -> bool:
    return same(entry.digest, sealing.digest(entry))


def told(entry: AdminEntry) -> str:
    return f"{entry.at:%Y-%m-%d %H:%M} {entry.sentence[:40]}"
