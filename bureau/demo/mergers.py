"""One unit merged into another in the middle of what it is handling, as a line of a tale."""

from django.utils import timezone

from bureau.demo.tale import Act
from bureau.matters.merger import merge as merging


def merged(day: int, old: str, into: str) -> Act:
    def play(scene):
        units = scene.cast.units
        merging.merge(scene.person("system"), units[old], units[into], timezone.localdate())
        scene.cast.forget()

    return Act(day, play)
