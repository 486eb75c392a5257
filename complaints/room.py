"""The room of complaints, declared."""

from functools import partial
from operator import attrgetter

from bureau.matters.access.secret_words import by_secret_words
from bureau.matters.deadlines import dues
from bureau.matters.layout import Layout
from bureau.matters.parts import disputes, extensions
from bureau.matters.rooms import TO_LEADERS, Place, Prints, Room
from bureau.org.posts import Function
from complaints import actions, flow  # noqa: F401 the actions bind the verbs
from complaints.actions.handing_out import tell_of_extension, why_not_disputed
from complaints.counting import figures
from complaints.counts import counts
from complaints.dues import (
    ADDED,
    AGREED,
    ANSWER,
    CALL_BACK,
    EXTENDED_BY,
    HEARING,
    JUDGE,
    SCREEN,
    SUPPLEMENT,
    TELL,
)
from complaints.facts import origin
from complaints.happened import happenings
from complaints.in_excel import CHANGES
from complaints.models import Complaint
from complaints.prints.figures import tells
from complaints.prints.letters import transfer
from complaints.signs import signs
from complaints.views.ledger import Ledger

ROOM = Room(
    kind=Function.COMPLAINTS,
    label=Function.COMPLAINTS.label,
    record=Complaint,
    flow=flow.FLOW,
    owes=(
        SCREEN,
        SUPPLEMENT,
        dues.APPROVE,
        TELL,
        ADDED,
        dues.DISPATCH,
        dues.SIGN,
        dues.FIRST_REPLY,
        AGREED,
        HEARING,
        dues.REVISE,
        dues.PART,
        dues.INSIDE,
        dues.REPORT,
        dues.COUNTERSIGN,
        dues.REVIEW,
        dues.DECIDE_EXTENSION,
        dues.DISPUTE,
        dues.DECIDE_DISPUTE,
        ANSWER,
        CALL_BACK,
        JUDGE,
        dues.CONFIRM,
        dues.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "营商环境投诉台账",
        {
            "number": 0.11,
            "received": 0.05,
            "channel": 0.045,
            "title": 0.2,
            "respondent": 0.09,
            "lead": 0.09,
            "due": 0.05,
            "finding": 0.06,
            "remedy": 0.175,
            "satisfaction": 0.05,
            "stage": 0.08,
        },
        {"title": 48, "remedy": 40},
        day="%Y-\n%m-%d",
    ),
    places=(
        Place("来信来访来电", "complaints:receptions", entries=("complaints:new", "complaints:import")),
        Place("走访座谈", "complaints:visits", entries=("complaints:new_visit",)),
    ),
    sends=(flow.REPORT, flow.COUNTERSIGN_REPORT, flow.SELF_REPORT),
    returns=(flow.RETURN, flow.SELF_RETURN),
    stops=(flow.SUSPEND,),
    goes_on=(flow.RESUME,),
    quoted_to=TO_LEADERS,
    origin=origin,
    counts=counts,
    finds=partial(by_secret_words, Complaint),
    figures=figures,
    tells=tells,
    signs=signs,
    happenings=happenings,
    changes=CHANGES,
    prints=Prints("转办单", attrgetter("transfer_number"), transfer),
)
disputes.BARRED_BY[ROOM.kind] = why_not_disputed
extensions.OWN_RULES[ROOM.kind] = extensions.OfRoom(1, EXTENDED_BY, tell_of_extension)
