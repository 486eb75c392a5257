"""The room of accountability, declared."""

from accountability import actions, dues, flow  # noqa: F401 the actions bind the verbs
from accountability.actions.executing import announced
from accountability.counting import figures
from accountability.flow.sanctions import SANCTION_FLOW, TOLERANCE_FLOW
from accountability.flow.subjects import SUBJECT_FLOW
from accountability.happened import happenings
from accountability.in_excel import CHANGES
from accountability.models import Case, Sanction, Tolerance
from accountability.states import SUBJECT_STATES
from accountability.telling import circular, withholds
from accountability.views.ledger import Ledger
from accountability.waiting import where
from bureau.matters.deadlines import dues as of_the_hall
from bureau.matters.layout import Layout
from bureau.matters.lineage.nodes import Part
from bureau.matters.rooms import TO_LEADERS, Place, Room
from bureau.matters.service.dues import DELIVER_PAPER
from bureau.org.posts import Function

ROOM = Room(
    kind=Function.ACCOUNTABILITY,
    label=Function.ACCOUNTABILITY.label,
    record=Case,
    flow=flow.FLOW,
    owes=(
        dues.DISPOSE,
        dues.EXPLAIN,
        dues.CHECK,
        dues.JUDGE_CHECK,
        dues.PROPOSE_FILING,
        dues.APPROVE_FILING,
        dues.INVESTIGATE,
        dues.JUDGE_REPORT,
        dues.NOTIFY,
        dues.DELIBERATE,
        dues.DECIDE,
        dues.AWAIT_ORGAN,
        DELIVER_PAPER,
        dues.EXECUTE,
        dues.SET_ANEW,
        dues.LIFT,
        dues.WEIGH,
        *dues.WINDOWS,
        *dues.ANSWERS,
        of_the_hall.CONFIRM,
        of_the_hall.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "问责台账",
        {
            "number": 0.12,
            "title": 0.2,
            "source": 0.09,
            "fault": 0.07,
            "subjects": 0.16,
            "received": 0.08,
            "filed": 0.08,
            "measures": 0.12,
            "stage": 0.08,
        },
        {"title": 48, "subjects": 40},
    ),
    places=(
        Place("线索建议", "accountability:proposals"),
        Place("回复意见", "accountability:clearances", entries=("accountability:new_clearance",)),
        Place("利害关系申报", "accountability:interests", personal=True),
        Place("干部名册", "cadres:list", entries=("cadres:new", "cadres:several")),
    ),
    quoted_to=TO_LEADERS,
    apart=True,
    encrypts=True,
    replied=False,
    where=where,
    figures=figures,
    circular=circular,
    happenings=happenings,
    announced=announced,
    withholds=withholds,
    changes=CHANGES,
    within=(
        ("问责对象", SUBJECT_FLOW, SUBJECT_STATES),
        ("问责方式", SANCTION_FLOW, dict(Sanction.State.choices)),
        ("容错申请", TOLERANCE_FLOW, dict(Tolerance.State.choices)),
    ),
    part=Part.ACCOUNT,
)
