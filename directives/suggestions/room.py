"""The room of suggestions, declared."""

from operator import attrgetter

from bureau.matters.deadlines import dues
from bureau.matters.layout import Layout
from bureau.matters.lineage.nodes import Part
from bureau.matters.rooms import Prints, Room
from bureau.org.posts import Function
from directives.dues import AMEND
from directives.suggestions import actions, flow  # noqa: F401 the actions bind the verbs
from directives.suggestions.counting import figures
from directives.suggestions.dues import FOLLOW_UP, NOTE_DOWN, RESPOND, TAKE_UP
from directives.suggestions.happened import happenings
from directives.suggestions.in_excel import ADDED, CHANGES
from directives.suggestions.models import Suggestion
from directives.suggestions.prints.letter import letter
from directives.suggestions.telling import because_of, tells
from directives.suggestions.views.ledger import Ledger

ROOM = Room(
    kind=Function.SUGGESTIONS,
    label=Function.SUGGESTIONS.label,
    record=Suggestion,
    flow=flow.FLOW,
    owes=(
        AMEND,
        dues.APPROVE,
        dues.SIGN,
        RESPOND,
        dues.INSIDE,
        TAKE_UP,
        NOTE_DOWN,
        dues.REVISE,
        dues.COUNTERSIGN,
        dues.DECIDE_EXTENSION,
        FOLLOW_UP,
        dues.CONFIRM,
        dues.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "督查建议台账",
        {
            "number": 0.115,
            "title": 0.2,
            "addressee": 0.1,
            "opened": 0.08,
            "due": 0.08,
            "verdict": 0.07,
            "answer": 0.18,
            "paper": 0.115,
            "stage": 0.06,
        },
        {"title": 48, "answer": 40},
    ),
    sends=(flow.ANSWER, flow.NOTE_ANSWER),
    returns=(flow.RETURN,),
    stops=(flow.SUSPEND,),
    goes_on=(flow.RESUME,),
    figures=figures,
    happenings=happenings,
    tells=tells,
    proposes=because_of,
    changes=CHANGES,
    added=ADDED,
    prints=Prints("督查建议书", attrgetter("matter.number"), letter),
    part=Part.INSPECT,
)
