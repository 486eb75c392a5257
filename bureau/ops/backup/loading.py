"""The dump into the database, in one transaction: an end that comes too early leaves everything as it was."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from bureau.matters.models import Matter
from bureau.notices.models import Clock
from bureau.ops.backup.programs import access, last_words
from bureau.ops.backup.trouble import Trouble

PATIENCE = "15s"  # for whoever else is using the tables
# Committed by our own last words only: psql would also commit a script that merely breaks off. The dump makes the
# schema anew.
FIRST = f"""
BEGIN;
SET LOCAL client_min_messages = error;
SET LOCAL lock_timeout = '{PATIENCE}';
DO $$ BEGIN
    IF to_regclass('public.{Matter._meta.db_table}') IS NOT NULL THEN
        LOCK TABLE public.{Matter._meta.db_table} IN ACCESS EXCLUSIVE MODE;
        IF EXISTS (SELECT FROM public.{Matter._meta.db_table}) THEN
            RAISE EXCEPTION '这个数据库里已有事项';
        END IF;
    END IF;
END $$;
DROP SCHEMA public CASCADE;
"""
# What is late by now was late long ago: the first sweep counts and asks.
LAST = f"""
DO $$ BEGIN
    IF to_regclass('public.{Clock._meta.db_table}') IS NOT NULL THEN
        UPDATE public.{Clock._meta.db_table} SET armed = false;
    END IF;
END $$;
COMMIT;
"""


def load(dump: Path, pg_restore: Path) -> None:
    """Replace all tables by those of the dump; raises Trouble, with nothing changed, when that fails."""
    reading = [pg_restore, "-f", "-", "--no-owner", "--no-privileges", "--no-comments", dump]
    writing = [pg_restore.with_name("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null"]
    with tempfile.TemporaryFile() as complaints:
        pipes = {"env": access(), "stderr": complaints}
        with (
            subprocess.Popen(reading, stdout=subprocess.PIPE, **pipes) as script,
            subprocess.Popen(writing, stdin=subprocess.PIPE, **pipes) as database,
        ):
            well = _pour(script, database)
        if not well or database.returncode:
            complaints.seek(0)
            raise Trouble(
                f"数据库没有恢复，一切如旧：{last_words(complaints.read().decode(errors='replace'))}"
            )


def _pour(script: subprocess.Popen, database: subprocess.Popen) -> bool:
    """The script between our first and last words; False when either side ended early."""
    try:
        with database.stdin as words:
            words.write(FIRST.encode())
            shutil.copyfileobj(script.stdout, words)
            if script.wait():
                return False
            words.write(LAST.encode())
    except BrokenPipeError:
        script.kill()
        return False
    return True
