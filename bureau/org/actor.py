"""Who acts, in whose name, and by what right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bureau.org.models import Person, Unit


@dataclass(frozen=True)
class Actor:
    """`person` acts in the name of `principal`: mostly their own. `kind` (`Deputy.Kind`) and `authority` say by what
    right where it is another's: 代录 on whose word, 代理 by which arrangement.

    It has the posts, the unit and the name of the principal: whoever asks what an actor may do asks about the
    principal, and four eyes look at both (`hands`)."""

    principal: Person
    person: Person
    kind: str = ""
    authority: str = ""

    @classmethod
    def of(cls, who: Person | Actor) -> Actor:
        """A person acts in their own name."""
        return who if isinstance(who, Actor) else cls(who, who)

    @property
    def lent(self) -> bool:
        """In another's name."""
        return bool(self.kind)

    @property
    def pk(self) -> int:
        return self.principal.pk

    @property
    def hands(self) -> frozenset[int]:
        """Keys of everybody whose act this is."""
        return frozenset({self.principal.pk, self.person.pk})

    @property
    def name(self) -> str:
        return self.principal.name

    @property
    def signature(self) -> str:
        """As the timeline names them: 「县水利局 联络员」, 「县长（县政府办秘书代录）」; frozen into the entry."""
        own = self.principal.signature
        return f"{own}（{self.person.signature}{BY[self.kind]}）" if self.lent else own

    @property
    def unit(self) -> Unit | None:
        return self.principal.unit

    @property
    def unit_id(self) -> int | None:
        return self.principal.unit_id

    @property
    def posts(self) -> frozenset[str]:
        return self.principal.posts

    @property
    def functions(self) -> frozenset[str]:
        return self.principal.functions

    @property
    def own_units(self) -> list[int]:
        return self.principal.own_units

    @property
    def answers_for_unit(self) -> bool:
        return self.principal.answers_for_unit

    @property
    def works_for_unit(self) -> bool:
        return self.principal.works_for_unit

    @property
    def is_administrator(self) -> bool:
        return self.principal.is_administrator

    @property
    def is_authenticated(self) -> bool:
        return self.principal.is_authenticated

    @property
    def of_the_bureau(self) -> bool:
        return self.principal.of_the_bureau

    def holds(self, *posts: str) -> bool:
        return self.principal.holds(*posts)

    def sits_at(self, kind: str) -> bool:
        return self.principal.sits_at(kind)


BY = {"secretary": "代录", "stand_in": "代理"}
