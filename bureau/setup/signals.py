"""Ctrl-C, `kill` and a closed terminal all mean the same: stop everything in good order."""

import contextlib
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Raised in the main thread by the first ending signal; later ones are ignored."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@dataclass
class _Gate:
    """While it is shut an ending signal waits outside."""

    shut: bool = False
    waiting: int | None = None


_gate = _Gate()


def _stop(number: int, frame: FrameType | None) -> None:
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)
    if _gate.shut:
        _gate.waiting = number
        return
    raise Stopped(number)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """An ending signal waits until this is done: a child that is being started must not be lost sight of."""
    _gate.shut = True
    try:
        yield
    finally:
        _gate.shut = False
    if _gate.waiting is not None:
        number, _gate.waiting = _gate.waiting, None
        raise Stopped(number)


@contextlib.contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Turn ending signals into `Stopped`; a hangup ignored from outside (nohup) stays ignored."""
    before = {ending: signal.getsignal(ending) for ending in ENDINGS}
    for ending in ENDINGS:
        if ending != signal.SIGHUP or before[ending] != signal.SIG_IGN:
            signal.signal(ending, _stop)
    try:
        yield
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)
