"""The whole bench: a database of its own, the large county, the visits, the table."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from celery import current_app
from django.db import connection
from django.test import override_settings

from bureau.bench import clockwork, county, filling, press, report
from bureau.bench.scale import Scale
from bureau.bench.visits import visits
from bureau.demo.rows.copying import vacuum
from bureau.matters.models import Assignment, Entry, Matter
from bureau.org.models import Person


def run(scale: Scale) -> None:
    """The pages, then the clock, each in a county of its own; a part of which there is to be nothing is left out."""
    if scale.press:
        documents(scale)
    with migrated():
        if scale.matters:
            pages(scale)
        if scale.duties:
            clock(scale)


def documents(scale: Scale) -> None:
    """Print one line per length of a document."""
    say(press.head())
    for line in press.rounds(scale.press):
        say(line)


def pages(scale: Scale) -> None:
    """Print one line per page as soon as it is measured."""
    with house() as name:
        say(f"数据库 {name}：正在填充{scale.matters:,}件事项、{scale.persons:,}人……")
        began = monotonic()
        county.build(scale.persons)
        filling.fill(scale)
        vacuum()
        say(f"{contents()}，用时 {monotonic() - began:.0f} 秒。\n")
        say(report.NOTE)
        say(report.head())
        for figure in visits(scale):
            say(report.line(figure))


def clock(scale: Scale) -> None:
    """Print one line per round of the clock as soon as it is measured."""
    with house() as name:
        say(f"\n数据库 {name}：正在填充{scale.duties:,}项未完成的待办……")
        began = monotonic()
        clockwork.prepare(scale)
        say(f"用时 {monotonic() - began:.0f} 秒。\n")
        say(clockwork.head())
        for words, turns in clockwork.rounds(scale, name):
            say(clockwork.line(words, turns))


@contextmanager
def migrated() -> Iterator[None]:
    """A database with all tables and no rows, of which each county gets a copy."""
    settings = connection.settings_dict
    own, settings["TEST"]["NAME"] = settings["NAME"], f"{settings['NAME']}_bench_new"
    empty = settings["TEST"]["TEMPLATE"] = connection.creation.create_test_db(verbosity=0, serialize=False)
    connection.close()  # PostgreSQL copies only what nobody is connected to
    settings["NAME"] = own
    try:
        yield
    finally:
        settings["NAME"] = empty
        connection.creation.destroy_test_db(own, verbosity=0)


@contextmanager
def house() -> Iterator[str]:
    """A database beside the one of `DATABASE_URL` and an empty file store, both gone afterwards."""
    current_app.conf.task_always_eager = True  # long work is measured with the click that started it
    own = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{own}_bench"
    name = connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="bureau-bench-") as files,
            override_settings(FILES_ROOT=Path(files), DEBUG=False),
        ):
            yield name
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


def contents() -> str:
    counts = {"人": Person, "件事项": Matter, "份交办": Assignment, "条动态": Entry}
    return "、".join(f"{model.objects.count():,}{words}" for words, model in counts.items())


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
