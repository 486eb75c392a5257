"""What storeys above the hall show on its pages and on those of its rooms: registered by whoever shows it, when the application
starts; the view asks, the template prints. No page loads a tag of a storey above its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bureau.matters.models import Matter
from bureau.org.models import Person

# The places: on a matter's page below the replies and beside them; on 工作台 above what is owed; beside a paper or a finding, of which
# `data(person, noted)` is told (`Noted`).
MATTER, MATTER_ASIDE, DESK, NOTED = "matter", "matter_aside", "desk", "noted"


@dataclass(frozen=True)
class Noted:
    """What somebody reads and may want to go on from: on which matter, if on one; `source`: of which kind; its number; what it says."""

    source: str
    number: str
    words: str
    matter: Matter | None = None


@dataclass(frozen=True)
class Panel:
    """`data(person, *about)`: what the template reads as `panel`; None: there is nothing to show."""

    template: str
    data: Callable


PANELS: dict[str, list[Panel]] = defaultdict(list)
BESIDE: dict[str, list[Panel]] = defaultdict(list)
ACTIONS: list[Callable] = []


def show(place: str, template: str, data: Callable) -> None:
    """Register a panel of a place."""
    PANELS[place].append(Panel(template, data))


def show_beside(place: str, template: str, data: Callable) -> None:
    """Register what stands beside each of some objects: `data(objects)` gives it by their keys, in few queries."""
    BESIDE[place].append(Panel(template, data))


def offer(actions: Callable) -> None:
    """Register further actions on a matter: `actions(person, matter)`, as `actions.actions` gives them."""
    ACTIONS.append(actions)


def panels(place: str, person: Person, *about: object) -> list[dict]:
    """Template and data of what is shown at this place."""
    found = [(panel.template, panel.data(person, *about)) for panel in PANELS[place]]
    return [{"template": template, "data": data} for template, data in found if data is not None]


def beside(place: str, objects: Iterable) -> list[tuple]:
    """Each object, with the template and data of what stands beside it."""
    objects = list(objects)
    known = [(panel.template, panel.data(objects)) for panel in BESIDE[place]]
    return [
        (one, [{"template": template, "data": data[one.pk]} for template, data in known if one.pk in data])
        for one in objects
    ]


def offered(person: Person, matter: Matter) -> list[dict]:
    return [action for actions in ACTIONS for action in actions(person, matter)]
