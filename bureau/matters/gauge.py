"""What a room measures its matters by besides dates: numbers to reach. The hall asks for them with a reply, keeps none of them,
and shows by two moments on the cover (`Matter.behind_at`, `far_behind_at`) what they make of the light."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.matters.models import Assignment, Matter, Reply
from bureau.pages.asks import Ask


@dataclass(frozen=True)
class Gauge:
    """`asks(part, kind)`: what a reply of that kind is asked of that unit's part. `keep(reply, given)`: keeps what was filled
    in; raises Barred. `said(replies)`: what was reported with them, in words, by their keys. `follow(matter)`: finds anew
    from when on it is behind, after every step on it."""

    asks: Callable[[Assignment, str], Sequence[Ask]]
    keep: Callable[[Reply, dict[str, Any]], None]
    said: Callable[[Iterable[Reply]], dict[int, str]]
    follow: Callable[[Matter], None]
