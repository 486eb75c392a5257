"""What the worker does for the room of instructions."""

from bureau.jobs.work import Outcome, work
from bureau.matters.batches import take_up
from instructions.doors import DOORS
from instructions.models import Instruction


@work("instructions.batch")
def batch(job) -> Outcome:
    """A step on many instructions."""
    count = take_up(job, Instruction, DOORS)
    return Outcome(f"已对{count}件批示件办理“{DOORS.get(job.facts['step']).step.label}”。", job.facts["back"])
