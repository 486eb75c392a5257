"""On which matters it may be kept who complained: rooms say so when the application starts."""

from collections.abc import Callable, Collection, Iterable

from bureau.matters.models import Matter

KINDS: set[str] = set()  # pages of other matters ask nothing
SOURCES: list[Callable[[Collection[int]], Iterable[int]]] = []


def keeps(kind: str, sources: Callable[[Collection[int]], Iterable[int]] | None = None) -> None:
    """Who complained or reported is kept on matters of this kind. `sources`: of some matters (keys), the keys of those that
    they come from, as a part of a split complaint does, or a special supervision: what is kept there is not told here."""
    KINDS.add(kind)
    if sources:
        SOURCES.append(sources)


def with_sources(matters: Iterable[Matter | int]) -> set[int]:
    """The keys of these matters, and of those that they come from."""
    keys = {one if isinstance(one, int) else one.pk for one in matters}
    return keys.union(*(sources(keys) for sources in SOURCES)) if keys else keys
