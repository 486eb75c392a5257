"""The room of appraisal, declared."""

from appraisal import actions, dues, flow  # noqa: F401 the actions bind the verbs
from appraisal.ballots import dues as polls
from appraisal.cadres import dues as of_cadres
from appraisal.cadres.policy import reads_cadres
from appraisal.in_excel import CHANGES
from appraisal.models import Period
from appraisal.views.ledger import Ledger
from appraisal.waiting import where
from bureau.matters.deadlines import dues as of_the_hall
from bureau.matters.layout import Layout
from bureau.matters.lineage.nodes import Part
from bureau.matters.rooms import TO_LEADERS, Place, Room
from bureau.matters.service.dues import DELIVER_PAPER, RECEIVE_PAPER
from bureau.org.posts import Function

ROOM = Room(
    kind=Function.APPRAISAL,
    label=Function.APPRAISAL.label,
    record=Period,
    flow=flow.FLOW,
    owes=(
        dues.OPEN_PERIOD,
        dues.SELF_REPORT,
        dues.SUPPLY,
        dues.SCORE,
        dues.APPROVE_ADJUSTMENT,
        dues.ANSWER_ADJUSTMENT,
        dues.DELIBERATE_RESULT,
        dues.CLOSE_PUBLICITY,
        dues.RESCORE,
        dues.APPROVE_RESULT,
        polls.CLOSE_POLL,
        polls.CONFIRM_POLL,
        of_cadres.APPROVE_GRADES,
        of_cadres.APPROVE_USES,
        RECEIVE_PAPER,
        DELIVER_PAPER,
        dues.ASK_OBJECTION,
        dues.ANSWER_OBJECTION,
        of_the_hall.CONFIRM,
        of_the_hall.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "绩效考核台账",
        {
            "number": 0.12,
            "title": 0.2,
            "series": 0.26,
            "count": 0.07,
            "reported": 0.07,
            "collect": 0.1,
            "published": 0.1,
            "stage": 0.08,
        },
        {"title": 48, "series": 60},
    ),
    places=(
        Place("考核方案", "appraisal:schemes", entries=("appraisal:new_scheme",)),
        Place("加减分建议", "appraisal:proposals"),
        Place("结果运用", "merits:uses", also=reads_cadres),
    ),
    quoted_to=TO_LEADERS,
    apart=True,
    replied=False,
    where=where,
    changes=CHANGES,
    part=Part.APPRAISE,
)
