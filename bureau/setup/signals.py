"""Ctrl-C, `kill` and a closed terminal all mean the same: stop everything in good order."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Raised in the main thread by the first ending signal; later ones are ignored."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _stop(number: int, frame: FrameType | None) -> None:
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)
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
