"""The whole audit: a demo county of its own, planted words, the requests, what they left behind, the figures."""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from time import monotonic

from celery import current_app
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.utils import setup_test_environment

from bureau.attack import canaries, leavings, uploads
from bureau.attack.attackers import attackers
from bureau.attack.judging import Figures, Judge
from bureau.attack.requests import Request, Requests

LOCAL = {"ALLOWED_HOSTS": ["testserver"], "DEBUG": False, "PUBLIC_COMPLAINTS": True}
PASSWORDS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EVERY = 1000  # requests between two lines that say how far it is


def run(requests: int, seed: int) -> bool:
    """Whether nothing was found."""
    setup_test_environment()
    with house() as folder, leavings.logged() as lines:
        say("正在准备演示县……")
        call_command("demo")
        canaries.plant()
        figures = Figures(say)
        forged = Requests(attackers(), Random(seed))
        attack(figures, forged, islice(forged.endless(), requests))
        uploads.try_all(figures, seed)
        leavings.search(figures, lines, folder)
        report(figures)
    return figures.clean


@contextmanager
def house() -> Iterator[Path]:
    """A database beside the one of `DATABASE_URL` and an empty folder, both gone afterwards."""
    current_app.conf.task_always_eager = True
    own = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{own}_audit"
    connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="bureau-audit-") as files,
            override_settings(
                FILES_ROOT=Path(files) / "files", VAR_DIR=Path(files), PASSWORD_HASHERS=PASSWORDS, **LOCAL
            ),
        ):
            yield Path(files)
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


def attack(figures: Figures, forged: Requests, requests: Iterable[Request]) -> None:
    """In the county that stands in this database."""
    judge, began = Judge(figures), monotonic()
    for count, (attacker, route, words, ask) in enumerate(requests, 1):
        attacker.enter()
        answer = ask(attacker.browser)
        page = judge.judge(attacker, route, words, answer)
        if answer.status_code == 200:
            forged.known.learn(route, page)
        if answer.status_code == 302 and answer.url.startswith("/login/"):
            attacker.thrown_out()
        if not count % EVERY:
            figures.tell(f"  {count:,} 次，{monotonic() - began:.0f} 秒；{told(figures)}")


def told(figures: Figures) -> str:
    return "，".join(f"{kind} {len(found)} 处" for kind, found in figures.faults.items())


def report(figures: Figures) -> None:
    say(f"\n共 {sum(figures.statuses.values()):,} 次请求：{told(figures)}")
    say("，".join(f"{status}：{count:,}" for status, count in sorted(figures.statuses.items())))


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
