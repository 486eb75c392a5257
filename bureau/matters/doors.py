"""Doors: the steps that a person may take from a page, each with the verb behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from bureau.matters import once, policy
from bureau.matters.flow import Step


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
            self._shown(door, verdict, record, back)
            for door, verdict in verdicts
            if verdict or getattr(verdict, "shown", False)
        ]

    def _shown(self, door: Door, verdict, record, back: str) -> dict:
        step = door.step
        return {
            "label": step.label,
            "url": reverse(self.url_name, args=[record.pk, step.name]),
            "tone": "" if step.tone == "plain" else step.tone,
            "post": not step.asks,
            "confirm": door.confirm,
            "why_not": "" if verdict else verdict.reason,
            "hidden": {"once": once.token(), "seen": version(record), "back": back},
        }


def version(record) -> str:
    """What a form remembers of the record it was opened on."""
    return str(getattr(record, "version", None) or f"{record.state}-{record.matter.version}")
