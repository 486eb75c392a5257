"""Who may contest the figures of an issue, until when, and who keeps out of deciding: by the rules of every remedy
(`bureau.matters.service.remedies`). What is decided never makes it worse for who contested: a figure stands or is corrected."""

from django.utils import timezone

from bureau.matters.models import Duty
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.service import remedies
from bureau.org.actor import Actor
from reports.dues import OBJECT_TO_FIGURES
from reports.models import Bulletin, Objection, Series
from reports.policy import at_the_desk, concerned_unit, desk

LABEL = "数据异议"


def window(bulletin: Bulletin) -> Duty | None:
    """From the day it was issued, and delivered; None where the table sets no limit."""
    return remedies.term(OBJECT_TO_FIGURES, bulletin.issued_at)


def standing(bulletin: Bulletin) -> list[Objection]:
    """What was not withdrawn."""
    return [one for one in bulletin.objections.all() if one.state != Objection.State.WITHDRAWN]


def took_part(bulletin: Bulletin) -> set[int]:
    """Who drafted, checked or signed it, or did anything to it until it was issued."""
    made = {bulletin.drafted_by_id, bulletin.checked_by_id, bulletin.signed_by_id}
    made |= {line.actor_id for line in bulletin.entries.all() if line.at <= bulletin.issued_at}
    return {key for key in made if key}


def has_figures(bulletin: Bulletin) -> Verdict:
    if bulletin.series == Series.SPECIAL:
        return No("专报的数据不对单位公布，没有数据异议。")
    return Yes() if bulletin.quotes.exists() else No("这一期没有引用事项的数据。")


def objects(person: Actor, bulletin: Bulletin) -> Verdict:
    """Whose unit it was delivered to or speaks of, once. Whether in time is asked on its own page and by the verb (`in_time`): the
    table of limits is one question more than the page of an issue has."""
    if bulletin.series == Series.SPECIAL or concerned_unit(person, bulletin) is None:
        return No("对数据的异议由收到通报的单位提出。")
    if not (verdict := has_figures(bulletin)):
        return verdict
    used = any(one.unit_id in person.own_units for one in standing(bulletin))
    return remedies.used(LABEL) if used else Yes()


def in_time(bulletin: Bulletin) -> Verdict:
    why = remedies.why_over(LABEL, window(bulletin), timezone.now())
    return No(why) if why else Yes()


def enters(person: Actor, bulletin: Bulletin) -> Verdict:
    """代录 what a unit wrote on paper; the day on which it came decides, so the time may be over by now."""
    return desk(person, bulletin) and has_figures(bulletin)


def withdraws(person: Actor, bulletin: Bulletin) -> Verdict:
    """Whoever objected, until it is decided; what came on paper anybody who answers for the unit."""
    if not person.answers_for_unit:
        return No("由提出异议的单位撤回。")
    waiting = own_waiting(person, bulletin)
    if waiting is None:
        return No("没有等待核实的异议。")
    return Yes() if waiting.entered or waiting.person_id in person.hands else No("由提出的人撤回。")


def own_waiting(person: Actor, bulletin: Bulletin) -> Objection | None:
    mine = (one for one in bulletin.objections.all() if one.unit_id in person.own_units)
    return next((one for one in mine if one.state == Objection.State.WAITING), None)


def decides(person: Actor, objection: Objection) -> Verdict:
    """At the desk, by who took no part in the issue."""
    if objection.state != Objection.State.WAITING:
        return No("这件异议已经核实，或者已经撤回。")
    if not at_the_desk(person):
        return No("异议由督查局核实。")
    return remedies.takes_no_part(Actor.of(person), took_part(objection.bulletin), "人核实")
