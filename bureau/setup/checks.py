"""`make test` and `make check`: everything the project checks, on throw-away servers and a real browser."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from . import browser, fonts, needs, old_browsers, venv
from .commands import begun, run
from .paths import LOG, VAR, VENV
from .postgres import Postgres
from .redis import Redis
from .say import Trouble, say
from .signals import Stopped, stopping_on_signals

Check = tuple[tuple[str, ...], Mapping[str, str]]  # a program of .venv with its arguments, its environment
# One more than there are processors, for some wait: for a browser, a worker, a server that is killed. Redis has databases for so many.
AT_ONCE = min((os.cpu_count() or 1) + 1, 8)
# Each with databases of its own; who is done with a module gets the next.
PYTEST = ("python", "-m", "pytest", "-p", "tests.apart", "--numprocesses", str(AT_ONCE))
# What is compiled once serves every program that the tests start, whatever the terminal says of it.
BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(VAR / "bytecode")}
# The slowest are named, so that what has become slow is seen and marked.
FAST = (
    "-m",
    "not slow and not browser",
    "--hypothesis-profile",
    "quick",
    "--durations",
    "5",
    "--durations-min",
    "0.5",
)
LOOKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("djlint", "--check", "--quiet", "templates"),
    ("djlint", "--lint", "--quiet", "templates"),
    ("lint-imports",),
    ("mypy",),
)
MIGRATIONS = ("python", "manage.py", "makemigrations", "--check", "--dry-run")
DEPLOY = ("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING")


def test() -> int:
    """All checks; 0 only when each of them passed."""
    return _with_servers(pytest_options=(), ready=_browsers)


def check() -> int:
    """The fast part: no browser, no slow test."""
    return _with_servers(pytest_options=FAST, ready=dict)


def _browsers() -> dict[str, str]:
    return browser.ensure() | old_browsers.ensure()


def _with_servers(pytest_options: tuple[str, ...], ready: Callable[[], Mapping[str, str]]) -> int:
    try:
        with stopping_on_signals():
            prepare()
            browser_named = ready()
            with servers() as addresses:
                failed = failures(_plan({**addresses, **browser_named, **BYTECODE}, pytest_options))
    except Stopped:
        raise Trouble("检查被中断，临时的数据库和 Redis 已停止。") from None
    if failed:
        raise Trouble(f"未通过：{'、'.join(failed)}")
    return 0


def prepare() -> None:
    venv.ensure(venv.CHECKS)
    needs.ensure((*needs.TYPESETTING, *needs.CHECKING))
    fonts.ensure()


@contextlib.contextmanager
def servers() -> Iterator[dict[str, str]]:
    """`DATABASE_URL` and `REDIS_URL`: those given, else throw-away servers, stopped whatever happens."""
    kinds = {"DATABASE_URL": _postgres, "REDIS_URL": _redis}
    addresses = {}
    with tempfile.TemporaryDirectory(prefix="bureau-") as folder, contextlib.ExitStack() as started:
        for name, make in kinds.items():
            if given := os.environ.get(name):
                addresses[name] = given
                continue
            server = make(Path(folder))
            started.callback(server.stop)
            server.start()
            addresses[name] = server.url
        yield addresses


def _postgres(folder: Path) -> Postgres:
    return Postgres(folder / "postgres", LOG / "test-postgres.log", throwaway=True)


def _redis(folder: Path) -> Redis:
    return Redis(folder, LOG / "test-redis.log")


def _plan(environment: Mapping[str, str], pytest_options: tuple[str, ...]) -> list[Check]:
    production = {**environment, **_production()}
    plan = [(argv, environment) for argv in (*LOOKS, MIGRATIONS)]
    plan += [(DEPLOY, production), ((*PYTEST, *pytest_options), environment)]
    return plan


def failures(plan: Sequence[Check]) -> list[str]:
    """Run all checks at once: the last before the person's eyes, the others shown one by one as they end. Gives the
    names of those that failed."""
    *others, tests = plan
    with contextlib.ExitStack() as running:
        say(f"\n── {_name(tests)}")
        child = running.enter_context(_begun(tests))
        ends = [running.enter_context(_aside(check)) for check in others]
        failed = [_name(check) for check, fails in zip(others, ends, strict=True) if fails()]
        return failed + [_name(tests)] * (child.wait() != 0)


@contextlib.contextmanager
def _aside(check: Check) -> Iterator[Callable[[], bool]]:
    """Run a check, and give what waits for its end, shows what it said and tells whether it failed."""
    with tempfile.TemporaryFile() as output, _begun(check, output) as child:

        def fails() -> bool:
            code = child.wait()
            output.seek(0)
            say(f"\n── {_name(check)}\n{output.read().decode(errors='replace')}", end="")
            return code != 0

        yield fails


def _begun(check: Check, output: IO[bytes] | None = None):
    (program, *arguments), environment = check
    return begun([VENV / "bin" / program, *arguments], environment, output)


def _name(check: Check) -> str:
    return " ".join(check[0])


def _production() -> dict[str, str]:
    """The environment of a real installation, with secrets made for this moment."""
    names = ("SECRET_KEY", "TIMELINE_KEY", "VAULT_KEY")
    generated = {name: secrets.token_urlsafe(50) for name in names}
    return {"BUREAU_ENV": "production", "ALLOWED_HOSTS": "bureau.example.gov.cn", **generated}


def bench() -> int:
    """`make bench`: the figures of a large county, on a throw-away PostgreSQL."""
    with stopping_on_signals():
        prepare()
        with servers() as addresses:
            return run([VENV / "bin" / "python", "-m", "bureau.bench"], addresses)


def audit() -> int:
    """`make audit`: forged requests of every post, on a throw-away PostgreSQL and Redis; 1 when something was found."""
    with stopping_on_signals():
        prepare()
        with servers() as addresses:
            return run([VENV / "bin" / "python", "-m", "bureau.attack"], addresses)


def chaos() -> int:
    """`make chaos`: every plug is pulled, on servers of its own; 1 when a promise broke."""
    with stopping_on_signals():
        prepare()
        return run([VENV / "bin" / "python", "-m", "bureau.chaos"])
