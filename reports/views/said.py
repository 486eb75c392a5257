"""What units say of an issue on its page: all of it for the desk, a unit's own for its people; nothing for anybody else."""

from bureau.matters.deadlines.lights import Lights
from bureau.org.worktime import light
from reports.contesting import decides
from reports.policy import at_the_desk


def said(bulletin, person, ways, quotes) -> dict:
    """`ways`: through whose eyes this person sees it, their own included; `quotes`: what it quotes."""
    desk, lights = any(map(at_the_desk, ways)), Lights()
    responses = theirs(bulletin.responses.all(), ways, desk)
    objections = theirs(bulletin.objections.all(), ways, desk)
    for objection in objections:
        objection.bulletin = bulletin
        objection.verdict = decides(person, objection) if desk else None
        lit(objection, lights)
    return {
        "responses": [shown(response, quotes, lights) for response in responses],
        "unanswered": sum(response.answered_at is None for response in responses),
        "objections": objections,
    }


def theirs(rows, ways, desk: bool) -> list:
    if desk:
        return list(rows)
    units = {key for one in ways if one.answers_for_unit for key in one.own_units}
    return [row for row in rows if row.unit_id in units]


def shown(response, quotes, lights: Lights):
    """With its light, and with what the unit is named for."""
    response.items = [quote for quote in quotes if quote.lagging and quote.lead == response.unit.short]
    if response.answered_at is None:
        response.light = light(response.due_at, lights.now, lights.calendar, closed=False)
        response.note = lights.note(response.due_at)
    return response


def lit(objection, lights: Lights):
    """With the light of its answer, while that is waited for by a date."""
    if objection.state == objection.State.WAITING and objection.due_at:
        objection.light = light(objection.due_at, lights.now, lights.calendar, closed=False)
        objection.note = lights.note(objection.due_at)
    return objection
