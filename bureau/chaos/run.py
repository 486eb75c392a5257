"""The scenes, one after the other in one house, and at the end what was kept."""

from bureau.chaos.full import FullDisk
from bureau.chaos.house import House
from bureau.chaos.promises import show
from bureau.chaos.reminders import Reminders
from bureau.chaos.scale import Scale
from bureau.chaos.writing import Writing


def run(house: House, scale: Scale) -> bool:
    """Whether every promise was kept. The clock goes on while the second scene plays, and is looked at then."""
    reminders, writing, full = Reminders(house, scale), Writing(house, scale), FullDisk(house)
    reminders.begin()
    reminders.rage()
    writing.rage()
    reminders.settle()
    promises = [*reminders.promises(), *writing.promises()]
    full.play()
    promises += full.promises()
    for promise in promises:
        show(promise)
    return all(promise.kept for promise in promises)
