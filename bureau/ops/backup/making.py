"""Making an archive: the database first, then the files; a file is never changed, so later ones are harmless."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from bureau.files import store
from bureau.ops.backup import archive, manifest, programs, snapshot
from bureau.ops.backup.bench import bench
from bureau.ops.backup.lock import alone
from bureau.ops.backup.trouble import Trouble, in_words
from bureau.ops.models import Backup

NAMED = re.compile(r"bureau-\d{8}-\d{6}\.tar")
DIGEST = re.compile(r"[0-9a-f]{64}")


def make(folder: Path, keep: int | None = None) -> Backup:
    """Write an archive into `folder`; then, when it is whole, leave only the newest `keep`. Returns its row.

    Whatever went wrong is on the row too, and raised as Trouble when there is no archive."""
    with alone():
        backup, begun = Backup(at=timezone.now()), time.monotonic()
        try:
            _write(folder, backup)
            if keep and not backup.trouble:
                _forget_older(folder, keep)
        except Exception as trouble:
            backup.trouble = in_words(trouble)[:1000]
            raise Trouble(f"没有备份成：{backup.trouble}") from trouble
        finally:
            backup.seconds = round(time.monotonic() - begun, 1)
            backup.save()
    return backup


def _write(folder: Path, backup: Backup) -> None:
    """Build beside, then rename: what bears an archive's name is whole."""
    backup.name = f"bureau-{timezone.localtime(backup.at):%Y%m%d-%H%M%S}.tar"
    with bench(folder) as private:
        dump, built = private / archive.DUMP, private / backup.name
        told, named = _dump(dump)
        with open(os.open(built, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            backup.digest = _fill(archive.Writer(stream), dump, told, named)
            stream.flush()
            os.fsync(stream.fileno())
        os.rename(built, folder / backup.name)
    _settle(folder)
    backup.size = (folder / backup.name).stat().st_size
    backup.files = len(told["files"])
    backup.trouble = lacking(told["missing"], told["damaged"])


def _dump(path: Path) -> tuple[dict, set[str]]:
    """The database into `path`; what a manifest says of that moment, and the files named in it."""
    program = programs.find("pg_dump", programs.server_major())
    left_out = [f"--exclude-table-data=public.{table}" for table in snapshot.NOT_KEPT]
    with snapshot.frozen() as name:
        told = {
            "format": manifest.FORMAT,
            "version": settings.VERSION,
            "made_at": timezone.now().isoformat(),
            "postgresql": programs.server_major(),
            "migrations": snapshot.migrations(),
            "counts": snapshot.counts(),
            "chains": snapshot.chains(),
        }
        named = snapshot.named_files()
        programs.call(program, "-Fc", "-n", "public", f"--snapshot={name}", *left_out, "-f", path)
    return told, named


def _fill(writer: archive.Writer, dump: Path, told: dict, named: set[str]) -> str:
    with dump.open("rb") as stream:
        told["dump"] = archive.digest(stream)
    writer.add(archive.DUMP, dump)
    told["files"], told["damaged"] = [], []
    for path in kept():
        with path.open("rb") as stream:
            whole = archive.digest(stream) == path.name
        told["files" if whole else "damaged"].append(path.name)
        if whole:
            writer.add(f"files/{path.parent.name}/{path.name}", path)
    told["missing"] = sorted(named - set(told["files"]) - set(told["damaged"]))
    return writer.end(told)


def kept() -> Iterator[Path]:
    """All files in the store, but not what waits for a form that may never be sent; what is still being written there has
    another name."""
    waiting = {mark.name for mark in store.waiting().glob("*")}
    for folder in sorted(settings.FILES_ROOT.glob("[0-9a-f][0-9a-f]")):
        paths = (path for path in sorted(folder.iterdir()) if path.name not in waiting)
        yield from (path for path in paths if DIGEST.fullmatch(path.name))


def lacking(missing: list[str], damaged: list[str]) -> str:
    """What the store lacks; empty when it is whole."""
    kinds = {"附件已不在存储中": missing, "附件的内容与校验码不符，未备份": damaged}
    return "；".join(
        f"{len(files)} 个{words}：{'、'.join(sha256[:12] for sha256 in files[:20])}"
        for words, files in kinds.items()
        if files
    )


def _settle(folder: Path) -> None:
    """The new name survives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget_older(folder: Path, keep: int) -> None:
    archives = sorted(path for path in folder.iterdir() if NAMED.fullmatch(path.name))
    for path in archives[:-keep]:
        with suppress(FileNotFoundError):
            path.unlink()
