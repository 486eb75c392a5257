"""What units and people still have in hand, asked when one is put out of use. The storeys above know it; each says at the start of
the application how it is counted."""

from collections.abc import Callable, Sequence

from bureau.org.models import Person, Unit

OF_PERSON: list[Callable[[Person], str]] = []
COUNTS: list[Callable[[Sequence[Unit]], list[str]]] = []


def in_hand(units: Sequence[Unit]) -> list[str]:
    """A phrase for each unit with something in hand: 「县水利局还牵头3件在办事项」."""
    return [phrase for count in COUNTS for phrase in count(units)]


def of_person(person: Person) -> list[str]:
    """A phrase for each kind of thing that this person still has in hand."""
    return [phrase for told in OF_PERSON if (phrase := told(person))]
