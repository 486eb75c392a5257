"""The room of leaders' instructions, declared."""

from functools import partial

from bureau.matters.access.secret_words import by_secret_words
from bureau.matters.deadlines import dues
from bureau.matters.layout import Layout
from bureau.matters.rooms import TO_LEADERS, Room
from bureau.org.posts import Function
from instructions import actions, flow  # noqa: F401 the actions bind the verbs
from instructions.answers import ANSWERS
from instructions.counts import counts
from instructions.dues import CHASE, PRESENT, PROPOSE, READ, TRANSCRIBE
from instructions.happened import happenings
from instructions.in_excel import ADDED, CHANGES
from instructions.models import Instruction
from instructions.views.ledger import Ledger

ROOM = Room(
    kind=Function.INSTRUCTIONS,
    label=Function.INSTRUCTIONS.label,
    record=Instruction,
    flow=flow.FLOW,
    owes=(
        TRANSCRIBE,
        PROPOSE,
        dues.APPROVE,
        dues.SIGN,
        dues.FIRST_REPLY,
        CHASE,
        dues.REVISE,
        dues.PART,
        dues.INSIDE,
        dues.REPORT,
        dues.COUNTERSIGN,
        dues.REVIEW,
        dues.DECIDE_EXTENSION,
        dues.DISPUTE,
        dues.DECIDE_DISPUTE,
        PRESENT,
        READ,
        dues.CONFIRM,
        dues.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "领导批示件台账",
        {
            "number": 0.101,
            "leader": 0.074,
            "date": 0.046,
            "paper": 0.195,
            "words": 0.2,
            "lead": 0.075,
            "co": 0.088,
            "due": 0.046,
            "progress": 0.145,
            "answered": 0.046,
            "stage": 0.05,
        },
        {"paper": 48, "words": 48, "progress": 28},
        day="%Y-\n%m-%d",
    ),
    sends=(flow.REPORT, flow.COUNTERSIGN_REPORT, flow.SELF_REPORT),
    returns=(flow.RETURN, flow.SELF_RETURN),
    stops=(flow.SUSPEND,),
    goes_on=(flow.RESUME,),
    quoted_to=TO_LEADERS,
    counts=counts,
    answers=ANSWERS,
    changes=CHANGES,
    added=ADDED,
    finds=partial(by_secret_words, Instruction),
    happenings=happenings,
)
