"""When which plug is pulled: a list of moments, worked off in their order by the main thread."""

import time
from collections.abc import Callable, Iterable
from random import Random

Pull = tuple[float, Callable[[], None]]  # seconds from the beginning, what then happens


def rage(pulls: Iterable[Pull]) -> None:
    """Runs each act at its second. One that is late runs at once."""
    began = time.monotonic()
    for second, act in sorted(pulls, key=lambda pull: pull[0]):
        time.sleep(max(0.0, began + second - time.monotonic()))
        act()


def at_random(chance: Random, times: int, within: float, act: Callable[[], None]) -> list[Pull]:
    """So many times, at moments nobody can foresee."""
    return [(chance.uniform(0, within), act) for _ in range(times)]


def after(seconds: float) -> Callable[[], bool]:
    """Whether so many seconds have gone by since now."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def until(holds: Callable[[], bool], patience: float, pause: float = 0.5) -> bool:
    """Whether it came to hold within `patience` seconds."""
    over = after(patience)
    while not (held := holds()) and not over():
        time.sleep(pause)
    return held
