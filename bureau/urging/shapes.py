"""Papers of urging as a board by how they were answered, and as a calendar of the dates they are to be answered by."""

from bureau.matters.board import Board, Lane
from bureau.matters.monthly import Dates, Line
from bureau.org.worktime import light
from bureau.urging.models import UNANSWERED
from bureau.urging.querysets import ANSWERED, in_its_time, unanswered
from bureau.urging.tables import UNTIL, waiting_first

CELLS = ("kind", "unit", "title", "number", "standing", "answer_due_at")


def by_answer() -> Board:
    lanes = [
        Lane("red", UNANSWERED, unanswered(), {"reply": "none"}),
        Lane("yellow", "待回复，未到时限", in_its_time(), {"reply": "due"}),
        Lane("grey", "已回复", ANSWERED, {"state": "answered"}),
    ]
    return Board(lanes, waiting_first, UNTIL, CELLS)


def to_be_answered(lights) -> Dates:
    """What still waits has a light; the others say how they stand."""

    def line(paper) -> Line:
        lit = light(paper.answer_due_at, lights.now, lights.calendar, closed=False) if paper.waits else ""
        title = f"{paper.assignment.unit.short} {paper.number} {paper.matter.title}"
        return Line(title, paper.get_absolute_url(), lit, paper.standing)

    return Dates("answer_due_at", ("answer_due_at", "pk"), line)
