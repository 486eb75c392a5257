"""`manage.py backup`, and `restore` on a second, empty database: everything is there again."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings as live
from django.core.management import CommandError, call_command
from django.db import connection

from bureau.files import store
from bureau.matters.models import Attachment
from bureau.notices.models import Clock
from bureau.ops.backup import archive, bench, lock, making, programs
from bureau.ops.backup.making import make
from bureau.ops.models import Backup
from tests.ops import roles
from tests.ops.conftest import answer
from tests.ops.forging import forge, told

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
OWN = {"org_session", "notices_clock", "ops_backup"}  # differ after a restore, and should


@pytest.fixture
def busy(county, sealed):
    """A county at work, with files, and a clock that goes."""
    running = county.directive("running", to=[county.water, county.roads])
    answer(county.water_liaison, county.part(running), "已排查")
    Clock.objects.create(pk=1, armed=True)
    return county


@pytest.fixture
def elsewhere():
    """The address of a second database, empty, on the same server."""
    name = f"{connection.settings_dict['NAME']}_elsewhere"
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        yield address(name)
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def address(name: str) -> str:
    told = connection.settings_dict
    return f"postgres://{quote(told['USER'])}:{quote(told['PASSWORD'])}@{told['HOST']}:{told['PORT']}/{name}"


def restore(path, database: str, folder, **more: str) -> subprocess.CompletedProcess:
    """The command, as an administrator gives it on a new machine."""
    environment = {**os.environ, "DATABASE_URL": database, "BUREAU_VAR": str(folder), "REDIS_URL": "", **more}
    argv = [sys.executable, "manage.py", "restore", str(path)]
    return subprocess.run(argv, env=environment, cwd=live.BASE_DIR, capture_output=True, text=True)


def contents(cursor) -> dict[str, str]:
    """A digest of all rows by table."""
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    found = {}
    for (table,) in cursor.fetchall():
        cursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \"{table}\" t")
        (found[table],) = cursor.fetchone()
    return {table: digest for table, digest in found.items() if table not in OWN}


def test_what_was_backed_up_stands_on_a_new_machine(busy, elsewhere, tmp_path, capsys):
    made = make(tmp_path / "backups")
    done = restore(tmp_path / "backups" / made.name, elsewhere, tmp_path / "var")
    with capsys.disabled():
        sys.stdout.write(f"\n备份 {made.seconds} 秒，{made.size} 字节\n{done.stdout}")
    assert (done.returncode, done.stderr) == (0, "")
    assert "全部一致" in done.stdout
    with psycopg.connect(elsewhere) as there, connection.cursor() as here:
        assert contents(there.cursor()) == contents(here)
        clock = there.execute("SELECT armed, swept_at, doubt FROM notices_clock").fetchone()
        with pytest.raises(psycopg.errors.IntegrityError, match="append-only"):
            there.execute("UPDATE matters_entry SET sentence = ''")
    assert clock == (False, None, "数据库是从备份恢复的")
    for sha256 in Attachment.objects.values_list("sha256", flat=True):
        copy = tmp_path / "var" / "files" / sha256[:2] / sha256
        assert copy.read_bytes() == store.path_of(sha256).read_bytes()
    again = restore(tmp_path / "backups" / made.name, elsewhere, tmp_path / "var")
    assert "已有事项" in again.stderr


def test_the_owner_restores_and_the_application_may_serve_what_stands_there(
    busy, settings, tmp_path, elsewhere
):
    made = make(tmp_path / "backups")
    with roles.made(settings):
        serves = (
            settings.DATABASE_URL.removesuffix(connection.settings_dict["NAME"]) + elsewhere.split("/")[-1]
        )
        owns = {"DATABASE_OWNER_URL": elsewhere}
        done = restore(tmp_path / "backups" / made.name, serves, tmp_path / "var", **owns)
        assert (done.returncode, done.stderr) == (0, "")
        with psycopg.connect(serves) as there:
            assert there.execute("SELECT count(*) FROM matters_matter").fetchone() == (2,)
            there.execute("UPDATE notices_clock SET armed = true")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                there.execute("DELETE FROM matters_entry")
        with psycopg.connect(elsewhere) as there:
            there.execute(f'DROP OWNED BY "{roles.named("web")}"')


def test_a_dump_that_breaks_off_in_the_middle_leaves_the_target_as_it_was(busy, elsewhere, tmp_path):
    making._dump(tmp_path / "whole")
    whole = (tmp_path / "whole").read_bytes()
    half = whole[: len(whole) * 2 // 3]
    forge(tmp_path / "archive.tar", told_by=told(dump=half), dump=half)
    done = restore(tmp_path / "archive.tar", elsewhere, tmp_path / "var")
    assert "一切如旧" in done.stderr
    with psycopg.connect(elsewhere) as there:
        assert there.execute("SELECT count(*) FROM pg_class WHERE relname = 'matters_matter'").fetchone() == (
            0,
        )
    assert [path for path in (tmp_path / "var" / "files").rglob("*") if path.is_file()] == []


def test_an_archive_is_whole_private_and_remembered(busy, tmp_path):
    made = make(tmp_path)
    path = tmp_path / made.name
    assert path.stat().st_mode & 0o777 == 0o600
    assert [left.name for left in tmp_path.iterdir() if left.is_file()] == [made.name]
    with path.open("rb") as stream:
        assert archive.digest(stream) == made.digest
    with archive.looked_through(path) as found:
        assert set(found.files) == set(Attachment.objects.values_list("sha256", flat=True))
        assert found.manifest["counts"]["matters_matter"] == 2
        assert "org_session" not in found.manifest["counts"]
    assert (Backup.objects.get().trouble, Backup.objects.get().size) == ("", path.stat().st_size)


def test_a_file_that_is_lost_or_damaged_is_named_and_the_rest_is_backed_up(busy, tmp_path):
    lost = Attachment.objects.first().sha256
    store.path_of(lost).unlink()
    damaged = store.path_of("ab" * 32)
    damaged.parent.mkdir()
    damaged.write_bytes(b"rotten")
    with pytest.raises(CommandError, match=f"1 个附件已不在存储中：{lost[:12]}") as refused:
        call_command("backup", str(tmp_path / "backups"))
    assert "内容与校验码不符" in str(refused.value)
    (path,) = (tmp_path / "backups").glob("*.tar")
    with archive.looked_through(path) as found:
        assert (found.manifest["missing"], found.manifest["damaged"]) == ([lost], ["ab" * 32])
    assert Backup.objects.get().trouble


def test_only_the_newest_archives_are_kept_and_nothing_else_is_touched(busy, tmp_path):
    for name in ("bureau-20250101-000000.tar", "bureau-20260101-000000.tar", "别的.tar", "notes.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / f"{bench.PREFIX}killed").mkdir()
    made = make(tmp_path, keep=2)
    assert {path.name for path in tmp_path.iterdir()} >= {
        made.name,
        "bureau-20260101-000000.tar",
        "别的.tar",
        "notes.txt",
    }
    assert not (tmp_path / "bureau-20250101-000000.tar").exists()
    assert not (tmp_path / f"{bench.PREFIX}killed").exists()


def test_a_backup_with_trouble_sends_no_older_one_away(busy, tmp_path):
    store.path_of(Attachment.objects.first().sha256).unlink()
    (tmp_path / "bureau-20250101-000000.tar").write_text("")
    make(tmp_path, keep=1)
    assert (tmp_path / "bureau-20250101-000000.tar").exists()


def test_two_backups_at_once_are_one(busy, tmp_path):
    with psycopg.connect(address(connection.settings_dict["NAME"])) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [lock.NUMBER])
        with pytest.raises(CommandError, match="正在进行"):
            call_command("backup", str(tmp_path / "backups"))
    assert not (tmp_path / "backups").exists()
    assert not Backup.objects.exists()
    make(tmp_path / "backups")
    assert Backup.objects.get().trouble == ""


def test_a_backup_that_fails_is_remembered_in_words(busy, tmp_path, monkeypatch):
    monkeypatch.setattr(programs, "_folders", lambda: iter([Path("/nowhere")]))
    with pytest.raises(CommandError, match="postgresql-client"):
        call_command("backup", str(tmp_path))
    (tmp_path / "a file").write_text("")
    with pytest.raises(CommandError, match="没有备份成"):
        call_command("backup", str(tmp_path / "a file"))
    assert all(backup.trouble and not backup.digest for backup in Backup.objects.all())
    assert Backup.objects.count() == 2


def test_fewer_than_one_archive_is_refused(tmp_path):
    with pytest.raises(CommandError, match="--keep"):
        call_command("backup", str(tmp_path), keep=0)


@pytest.mark.parametrize(
    "versions, wanted, found", [((15, 17), 15, 15), ((16, 17), 15, 16), ((14,), 15, None)]
)
def test_the_program_is_of_the_servers_version_or_the_next(versions, wanted, found, tmp_path, monkeypatch):
    folders = [tmp_path / str(version) for version in versions]
    for folder in folders:
        folder.mkdir()
        (folder / "pg_dump").write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {folder.name}.3'\n")
        (folder / "pg_dump").chmod(0o755)
    monkeypatch.setattr(programs, "_folders", lambda: iter(folders))
    if found:
        assert programs.find("pg_dump", wanted) == tmp_path / str(found) / "pg_dump"
    else:
        with pytest.raises(programs.Trouble, match="只有 14 版"):
            programs.find("pg_dump", wanted)
