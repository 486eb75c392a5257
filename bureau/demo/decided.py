"""A decision of a meeting on the stage."""

from bureau.demo.opening import opening
from bureau.demo.scene import Scene
from bureau.demo.tale import EVERY_TOWNSHIP, Paper, flat
from directives import actions
from directives.models import Directive


class DecidedScene(Scene):
    model, verbs = Directive, actions

    def __init__(self, cast, days, paper: Paper, ordinal: int):
        tale, place = paper.tales[ordinal - 1], ordinal / (len(paper.tales) + 1)
        super().__init__(cast, days, tale, paper.officer, place)
        self.paper, self.ordinal = paper, ordinal

    @property
    def acts(self) -> list:
        return [*opening(self), *flat(self.tale.acts)]

    @property
    def co(self) -> tuple[str, ...]:
        """Short names of the co-units, 各乡镇 spelled out."""
        named = [self.cast.townships if name == EVERY_TOWNSHIP else (name,) for name in self.tale.co]
        return tuple(unit for group in named for unit in group)
