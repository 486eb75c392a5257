"""Actions: the steps that a person may take on a record's page."""

from collections.abc import Iterable

from django.urls import reverse

from bureau.matters import policy
from bureau.matters.flow import Flow, Record, Step
from bureau.org.actor import Actor
from bureau.org.models import Deputy
from bureau.pages import once


def actions(flow: Flow, actor: Actor, record: Record, back: str = "") -> list[dict]:
    """What templates/parts/steps.html shows: the steps this actor may take, and refusals worth a word."""
    verdicts = [(step, policy.may(actor, step, record)) for step in flow.offered]
    return [
        shown(flow, step, verdict, actor, record, back)
        for step, verdict in verdicts
        if verdict or getattr(verdict, "shown", False)
    ]


def actions_through(flow: Flow, actors: Iterable[Actor], record: Record, back: str = "") -> list[dict]:
    """The actions of somebody who may act for others too (`visibility.actors_seeing`): each step once, in their own name where
    they may, else in the name of the first who may; refusals only of their own."""
    found: dict[str, dict] = {}
    for actor in actors:
        for action in actions(flow, actor, record, back):
            known = found.get(action["step"])
            better = known is not None and known["why_not"] and not action["why_not"]
            if better or (known is None and not (actor.lent and action["why_not"])):
                found[action["step"]] = action
    return list(found.values())


def shown(flow: Flow, step: Step, verdict: policy.Verdict, actor: Actor, record: Record, back: str) -> dict:
    return {
        "step": step.key,
        "label": in_whose_name(actor) + step.label,
        "url": reverse(flow.url_name, args=[record.pk, step.name]) + acting_for(actor),
        "tone": "" if step.tone == "plain" else step.tone,
        "post": not step.asks and not asks_authority(actor),
        "confirm": step.confirm,
        "why_not": verdict.reason if isinstance(verdict, policy.No) else "",
        "hidden": {"once": once.token(), "seen": version(record), "back": back},
    }


def in_whose_name(actor: Actor) -> str:
    """「代县长：」 before the label of an action in another's name."""
    return f"代{actor.name}：" if actor.lent else ""


def acting_for(actor: Actor) -> str:
    """The end of an address that is opened in another's name."""
    return f"?for={actor.pk}" if actor.lent else ""


def asks_authority(actor: Actor) -> bool:
    """Who enters for a leader says on whose word; a stand-in's authority is the arrangement."""
    return actor.kind == Deputy.Kind.SECRETARY


def version(record: Record) -> str:
    """What a form remembers of the record it was opened on."""
    return str(getattr(record, "version", None) or f"{record.state}-{record.matter.version}")
