"""扫描件: letters on whose pages stands who wrote them. Nothing of them lies on a disk in plain, nor what they are called."""

import json
from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from bureau.files import leaves, store
from bureau.files.refused import Refused
from bureau.matters.models import Matter
from bureau.org import cipher
from bureau.pages.fields import TICKET_AGE, FilesField
from bureau.vault.models import Identity, Scan

MOST = 5  # of one identity at a time
LARGEST = 10 * 1024 * 1024  # bytes
MOST_PAGES = 20  # each is drawn when it is looked at
WIDTH = 1000  # pixels
WAITS = (
    2 * TICKET_AGE
)  # so long it lies there for a form that is sent again; the form is taken for half of that


class ScansField(FilesField):
    """Uploads that are sealed before they are kept; PDF and pictures, which can be looked at without a copy."""

    most = MOST

    def keep(self, upload: UploadedFile) -> store.Kept:
        kept = store.keep_sealed(upload, LARGEST)
        try:
            check(kept)
        except Refused:
            store.drop_sealed(kept.sha256)
            raise
        return kept


def check(arrived: store.Kept) -> None:
    """Raises Refused where it cannot be looked at page by page."""
    if arrived.kind not in leaves.SHOWN:
        raise Refused(f"文件「{arrived.name}」不是扫描件，请传 .pdf、.png 或 .jpg。")
    try:
        pages = leaves.count(arrived.content(), arrived.kind)
    except leaves.Unreadable as fault:
        raise Refused(f"文件「{arrived.name}」打不开，请重新扫描后再传。") from fault
    if pages > MOST_PAGES:
        raise Refused(f"文件「{arrived.name}」有{pages}页，最多{MOST_PAGES}页，请拆分后再传。")


def bind(identity: Identity, arrived: Sequence[store.Kept]) -> None:
    """Sealed anew as this one's: moved to another row, they open no more."""
    for file in arrived:
        scan = Scan(identity=identity)
        scan.sha256 = store.put_sealed(file.content(), scan.about)
        scan.sealed = cipher.seal(json.dumps([file.name, file.kind]).encode(), scan.about)
        scan.save()
        drop_then(file.sha256)


def drop_then(sha256: str) -> None:
    """When all is written; what a rollback brings back is still there."""
    transaction.on_commit(lambda: store.drop_sealed(sha256))


def clear(matter: Matter) -> int:
    """Rows and files of all letters on it. Returns how many. Inside a transaction."""
    found = Scan.objects.filter(identity__matter=matter)
    for scan in found:
        drop_then(scan.sha256)
    return found.delete()[0]


def named(scan: Scan) -> tuple[str, str]:
    """What it is called, and its kind. Raises cipher.Unreadable."""
    name, kind = json.loads(cipher.unseal(bytes(scan.sealed), scan.about))
    return name, kind


def pictures(scan: Scan) -> list[bytes]:
    """Its pages as JPEG. Raises FileNotFoundError, cipher.Unreadable, leaves.Unreadable."""
    _name, kind = named(scan)
    content = store.open_sealed(scan.sha256, scan.about)
    return [leaves.leaf(content, kind, number, WIDTH) for number in range(1, leaves.count(content, kind) + 1)]
