"""Calm lines on the terminal: one per step, with its seconds; trouble is one sentence."""

import contextlib
import sys
import time
from collections.abc import Iterator


class Trouble(Exception):
    """Something the person at the terminal must know or do, as a Chinese sentence."""


def say(words: str = "", end: str = "\n") -> None:
    """Print; a terminal that was closed meanwhile is no reason to stop stopping."""
    with contextlib.suppress(OSError):
        print(words, end=end, flush=True)


@contextlib.contextmanager
def step(words: str) -> Iterator[None]:
    """Announce a step and, when it is done, the seconds it took."""
    say(f"· {words} … ", end="")
    started = time.monotonic()
    try:
        yield
    except BaseException:
        say("未完成")
        raise
    say(f"{time.monotonic() - started:.1f} 秒")


def complain(trouble: Trouble) -> None:
    with contextlib.suppress(OSError):
        print(f"✗ {trouble}", file=sys.stderr, flush=True)
