"""What a check found: a state in a word and a shape, the value, and what to do."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import TextChoices

from bureau.ops.patience import patient

log = logging.getLogger(__name__)
PATIENCE = 3000  # milliseconds that a check may ask the database


class State(TextChoices):
    GOOD = "good", "正常"
    WATCH = "watch", "注意"
    BAD = "bad", "故障"


@dataclass(frozen=True)
class Finding:
    """`value` and `todo` in words; `url`: the page where one does it."""

    state: State
    value: str
    todo: str = ""
    url: str = ""


@dataclass(frozen=True)
class Check:
    """`alarm`: a fault is told to the 系统管理员 on the day it appears, under this word; empty: only shown."""

    name: str
    look: Callable[[], Finding]
    alarm: str = ""

    def run(self) -> Finding:
        """Whatever goes wrong in the looking is itself a finding, and stops no other check."""
        try:
            with patient(PATIENCE):
                return self.look()
        except Exception as trouble:
            log.warning("%s could not be looked at", self.name, exc_info=True)
            return bad(
                f"没有查到（{type(trouble).__name__}）", "原因见系统日志；先看这一项所在的服务是否在运行。"
            )


def good(value: str, url: str = "") -> Finding:
    return Finding(State.GOOD, value, url=url)


def watch(value: str, todo: str, url: str = "") -> Finding:
    return Finding(State.WATCH, value, todo, url)


def bad(value: str, todo: str, url: str = "") -> Finding:
    return Finding(State.BAD, value, todo, url)


def lines(checks: list[Check]) -> Iterator[dict]:
    """Each check with what it found: `name`, `finding`, `alarm`."""
    for check in checks:
        yield {"name": check.name, "finding": check.run(), "alarm": check.alarm}
