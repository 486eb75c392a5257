"""Doors: the steps that a person may take from a page, each with the verb behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from bureau.matters import policy
from bureau.matters.flow import Step
from bureau.org.models import Deputy
from bureau.pages import once


@dataclass(frozen=True)
class Door:
    """A step and its verb `verb(person, record, **facts)`. `initial(record)` prefills the form's fields."""

    step: Step
    verb: Callable
    initial: Callable = lambda record: {}
    confirm: str = ""


class Doors:
    """The doors of one kind of record; `url_name` takes the record's key and the step's name."""

    def __init__(self, url_name: str, *doors: Door):
        self.url_name = url_name
        self.by_name = {door.step.name: door for door in doors}

    def get(self, name: str) -> Door | None:
        return self.by_name.get(name)

    def open_to(self, person, record, back: str = "") -> list[dict]:
        """What templates/parts/steps.html shows: doors that are open, and shut ones worth a word."""
        verdicts = [(door, policy.may(person, door.step, record)) for door in self.by_name.values()]
        return [
            self._shown(door, verdict, person, record, back)
            for door, verdict in verdicts
            if verdict or getattr(verdict, "shown", False)
        ]

    def open_through(self, eyes, record, back: str = "") -> list[dict]:
        """The doors of somebody who may act for others too (`visibility.eyes`): each step once, in their own
        name where they may, else in the name of the first who may; shut doors only of their own."""
        found = {}
        for person in eyes:
            for door in self.open_to(person, record, back):
                known = found.get(door["step"])
                better = known is not None and known["why_not"] and not door["why_not"]
                if better or (known is None and not (person.hand and door["why_not"])):
                    found[door["step"]] = door
        return list(found.values())

    def _shown(self, door: Door, verdict, person, record, back: str) -> dict:
        step = door.step
        return {
            "step": step.key,
            "label": in_whose_name(person) + step.label,
            "url": reverse(self.url_name, args=[record.pk, step.name]) + acting_for(person),
            "tone": "" if step.tone == "plain" else step.tone,
            "post": not step.asks and not asks_authority(person),
            "confirm": door.confirm,
            "why_not": "" if verdict else verdict.reason,
            "hidden": {"once": once.token(), "seen": version(record), "back": back},
        }


def in_whose_name(person) -> str:
    """「代县长：」 before the label of a door that one opens in another's name."""
    return f"代{person.name}：" if person.hand else ""


def acting_for(person) -> str:
    """The end of an address that is opened in another's name."""
    return f"?for={person.pk}" if person.hand else ""


def asks_authority(person) -> bool:
    """Who enters for a leader says on whose word; a stand-in's authority is the arrangement."""
    return bool(person.hand) and person.hand.kind == Deputy.Kind.SECRETARY


def version(record) -> str:
    """What a form remembers of the record it was opened on."""
    return str(getattr(record, "version", None) or f"{record.state}-{record.matter.version}")
