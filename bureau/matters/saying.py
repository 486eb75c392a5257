"""What a rule says in words: who may, and under which condition. The rule books (工作程序) are written from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

DESK = "{desk}"  # in the words: the posts that sit at the room's desk


@dataclass(frozen=True)
class Said:
    """`who`: the people; empty where the rule only narrows when they may. `only`: conditions."""

    who: str = ""
    only: tuple[str, ...] = ()


SAID: dict[Callable, Said] = {}
PARTS: dict[Callable, tuple[Callable, ...]] = {}  # of a rule that asks several


def said(who: str = "", *, only: str = "") -> Callable[[Callable], Callable]:
    """Declares the words of the rule below it. With none the rule stands for no rule."""
    return lambda rule: says(rule, Said(who, (only,) if only else ()))


def says(rule: Callable, words: Said) -> Callable:
    SAID[rule] = words
    return rule


def gathered(rule: Callable, parts: Iterable[Callable]) -> Callable:
    """This rule says what its parts say."""
    PARTS[rule] = tuple(parts)
    return rule


def leaves(rule: Callable) -> list[Callable]:
    """The rules that this one asks, in their order; itself where it asks none."""
    return [leaf for part in PARTS[rule] for leaf in leaves(part)] if rule in PARTS else [rule]


def words_of(rule: Callable) -> Said:
    """Who may by all its parts — the last one that names people names the fewest — and every condition once."""
    told = [SAID.get(leaf, Said()) for leaf in leaves(rule)]
    who = next((one.who for one in reversed(told) if one.who), "")
    return Said(who, tuple(dict.fromkeys(words for one in told for words in one.only)))
