"""A leader's instruction on the stage."""

from bureau.demo.pens import PENS
from bureau.demo.scene import Scene
from bureau.demo.tale import Act, Written, flat
from instructions import actions
from instructions.models import Instruction


class WrittenScene(Scene):
    model, verbs = Instruction, actions

    def __init__(self, cast, days, tale: Written, place: float):
        super().__init__(cast, days, tale, tale.officer, place)

    @property
    def acts(self) -> list:
        return [Act(self.tale.day, WrittenScene.enter), *flat(self.tale.acts)]

    @property
    def leader(self):
        """Their account; None above the county."""
        return self.cast.people.get(self.tale.by)

    def enter(self) -> None:
        """The word comes into the house; the officer may be another one than who was thought of."""
        made = PENS[self.tale.pen](self)
        self.pk, self.clerk = made.pk, made.matter.officer.username
