"""The scenes, one after the other in one house, and at the end what was kept."""

from bureau.chaos.house import House
from bureau.chaos.promises import show
from bureau.chaos.reminders import Reminders
from bureau.chaos.scale import Scale


def run(house: House, scale: Scale) -> bool:
    """Whether every promise was kept."""
    reminders = Reminders(house, scale)
    reminders.begin()
    reminders.rage()
    reminders.settle()
    promises = [*reminders.promises()]
    for promise in promises:
        show(promise)
    return all(promise.kept for promise in promises)
