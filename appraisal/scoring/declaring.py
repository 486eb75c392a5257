"""How a thing of a scheme says what it is made of: each field with its Chinese label, its type and its limits.

Reading (`building`), the room's forms, the Excel import and the documentation all follow from that: `params`.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, field, fields
from decimal import Decimal
from typing import Any, ClassVar

Choices = tuple[tuple[str, str], ...]
REQUIRED = MISSING


class Declared:
    """Base of what a document declares. `noun`: what a sentence calls it, before its key."""

    noun: ClassVar[str] = ""

    def faults(self) -> Iterator[str]:
        """What does not fit together, though each field by itself is right."""
        return iter(())


Of = Callable[[], type[Declared]]


@dataclass(frozen=True)
class Param:
    """One field: its name in the document, its label for readers, and what may stand there.

    `type`: number, whole, rate, text, key, choice, flag, numbers (key → number), lists (key → list of numbers),
    list (of numbers), texts, groups (key → key → number), rows, one, rule, late, raw. `of`: the class of rows, or of one.
    `attribute`: what Python calls it, `class_` for class.
    """

    name: str
    label: str
    type: str
    default: Any = None
    required: bool = False
    help: str = ""
    unit: str = ""
    choices: Choices = ()
    low: Decimal | None = None
    above: Decimal | None = None
    of: Of | None = None
    attribute: str = ""

    @property
    def columns(self) -> tuple["Param", ...]:
        """The fields of each row."""
        return params(self.of()) if self.of else ()


KNOWN: dict[type[Declared], tuple[Param, ...]] = {}


def params(declared: type[Declared]) -> tuple[Param, ...]:
    """The fields of a declared class, in their order."""
    if declared not in KNOWN:
        KNOWN[declared] = tuple(_params(declared))
    return KNOWN[declared]


def _params(declared: type[Declared]) -> Iterator[Param]:
    return (
        Param(
            name=one.name.rstrip("_"),
            attribute=one.name,
            default=None if one.default is MISSING else one.default,
            required=one.default is MISSING,
            **one.metadata["declared"],
        )
        for one in fields(declared)  # type: ignore[arg-type]
    )


def _field(label: str, type: str, default: Any, **more: Any) -> Any:
    return field(default=default, metadata={"declared": {"label": label, "type": type, **more}})


def number(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "number", Decimal(default) if isinstance(default, int) else default, **more)


def whole(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "whole", default, **more)


def rate(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "rate", default, **more)


def text(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "text", default, **more)


def key(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "key", default, **more)


def choice(label: str, choices: Choices, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "choice", default, choices=choices, **more)


def flag(label: str, default: bool = False, **more: Any) -> Any:
    return _field(label, "flag", default, **more)


def numbers(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "numbers", default, **more)


def list_of_numbers(label: str, default: Any = MISSING, **more: Any) -> Any:
    return _field(label, "list", default, **more)


def texts(label: str, **more: Any) -> Any:
    return _field(label, "texts", (), **more)


def rows(label: str, of: Of, default: Any = (), **more: Any) -> Any:
    return _field(label, "rows", default, of=of, **more)


def one(label: str, of: Of, default: Any = None, **more: Any) -> Any:
    return _field(label, "one", default, of=of, **more)


def other(label: str, type: str, default: Any = MISSING, **more: Any) -> Any:
    """A field of one of the rarer types: rule, lists, raw."""
    return _field(label, type, default, **more)
