"""An archive into an empty installation, all of it or nothing; then everything is verified."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from bureau.files import store
from bureau.matters.models import Matter
from bureau.notices.models import Clock
from bureau.ops.backup import archive, loading, programs, verifying
from bureau.ops.backup.bench import bench
from bureau.ops.backup.lock import alone
from bureau.ops.backup.trouble import Trouble

RESTORED = "数据库是从备份恢复的"


@dataclass
class Restored:
    """What was restored. `seconds` by part, in the order of the work; `faults`: what does not agree, in sentences."""

    manifest: dict
    seconds: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        begun = time.monotonic()
        yield
        self.seconds[part] = round(time.monotonic() - begun, 1)


def restore(path: Path) -> Restored:
    """Look the archive through, then restore and verify it; raises Trouble before anything is changed."""
    refuse_unless_empty()
    begun = time.monotonic()
    with archive.looked_through(path) as found:
        done = Restored(found.manifest, {"核对归档": round(time.monotonic() - begun, 1)})
        refuse_unless_it_fits(found.manifest)
        with alone(), placed(found) as dump, done.timed("恢复数据库"):
            loading.load(dump, programs.find("pg_restore", programs.server_major()))
    connection.close()  # the next statement starts on a connection that knows the new tables
    with done.timed("逐表核对"):
        done.faults += verifying.against(found.manifest)
    with done.timed("更新数据库结构"):
        call_command("migrate", interactive=False, verbosity=0)
    Clock.objects.update(doubt=RESTORED, swept_at=None)  # it was stopped with the tables
    with done.timed("核对动态与附件"):
        done.faults += verifying.chains()
        done.faults += verifying.files(found.manifest)
    return done


def refuse_unless_empty() -> None:
    """Nothing that somebody entered is ever overwritten."""
    tables = connection.introspection.table_names()
    if Matter._meta.db_table in tables and Matter.objects.exists():
        raise Trouble("这个数据库里已有事项，没有恢复任何内容：请建一个空的数据库再恢复。")


def refuse_unless_it_fits(manifest: dict) -> None:
    """An archive of a newer house or of a newer server does not fit in here."""
    if set(manifest["migrations"]) - known_migrations():
        raise Trouble(f"归档由较新的版本 {manifest['version']} 备份，没有恢复任何内容：请先升级本系统。")
    here, there = programs.server_major(), manifest["postgresql"]
    if there > here:
        raise Trouble(
            f"归档来自 PostgreSQL {there}，这里是 {here}，没有恢复任何内容：请用 {there} 或更新的数据库。"
        )


@contextmanager
def placed(found: archive.Reader) -> Iterator[Path]:
    """The files lie in the store, the dump is given; when the block fails, the store is as it was before."""
    fresh = []
    with bench(settings.FILES_ROOT) as private:
        try:
            for sha256, member in found.files.items():
                if not store.path_of(sha256).exists():
                    fresh.append(sha256)
                    put(found.open(member), sha256, private)
            dump = private / archive.DUMP
            put_down(found.open(found.members[archive.DUMP]), dump, found.manifest["dump"])
            yield dump
        except BaseException:
            for sha256 in fresh:
                store.path_of(sha256).unlink(missing_ok=True)
            raise


def put(stream, sha256: str, private: Path) -> None:
    """One file into the store."""
    copy = private / sha256
    put_down(stream, copy, sha256)
    store.place(str(copy), sha256)


def put_down(stream, path: Path, sha256: str) -> None:
    """Write for good what was looked through a moment ago; it must still be the same."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
        found, _size = store.write(File(stream), copy)
    if found != sha256:
        raise Trouble("归档在恢复过程中变了，没有恢复任何内容：请确认没有人在写这个文件。")


def known_migrations() -> set[str]:
    """Those of this version, and what they took the place of."""
    here = MigrationLoader(None).disk_migrations
    names = {*here, *(name for one in here.values() for name in one.replaces)}
    return {f"{app}.{name}" for app, name in names}
