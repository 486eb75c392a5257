"""The doors of an instruction: each step with the verb behind it. A new round is written on its own page."""

from bureau.matters.doors import Door, Doors
from instructions import actions, flow


def proposed(record) -> dict:
    """What the leader named, or what was proposed before."""
    return {
        "self_handled": record.self_handled,
        "lead_optional": record.lead_unit,
        "co": list(record.co_units.all()),
        "due_optional": record.due,
        "shown": record.shown,
        "summary": record.summary,
        "asked": record.asked,
        "opinion": record.opinion,
    }


DOORS = Doors(
    "instructions:step",
    Door(flow.TRANSCRIBE, actions.transcribe),
    Door(flow.FILE, actions.file),
    Door(flow.PROPOSE, actions.propose, initial=proposed),
    Door(flow.APPROVE, actions.approve),
    Door(flow.DECLINE, actions.decline),
    Door(flow.DRAFT_REPORT, actions.draft_report),
    Door(flow.REPORT, actions.report),
    Door(flow.COUNTERSIGN_REPORT, actions.countersign_report),
    Door(flow.SELF_REPORT, actions.self_report),
    Door(flow.ACCEPT, actions.accept),
    Door(flow.CLOSE, actions.close),
    Door(flow.RETURN, actions.send_back),
    Door(flow.SELF_RETURN, actions.self_return),
    Door(flow.NOTE, actions.note),
    Door(flow.NOTE_FOR, actions.note_for),
    Door(flow.SUSPEND, actions.suspend),
    Door(flow.RESUME, actions.resume),
    Door(flow.VOID_IT, actions.void),
)
BATCHES = (flow.FILE.name, flow.APPROVE.name, flow.DECLINE.name)
