"""The room of directives, declared."""

from operator import attrgetter

from bureau.matters.deadlines import dues
from bureau.matters.layout import Layout
from bureau.matters.papers import Papers
from bureau.matters.rooms import Place, Prints, Room
from bureau.org.posts import Function
from directives import actions, flow  # noqa: F401 the actions bind the verbs
from directives.actions.beginning import begin_from
from directives.counts import counts
from directives.dues import AMEND, NODE, STAGE
from directives.facts import origin
from directives.in_excel import ADDED, CHANGES
from directives.lineage import origins
from directives.measuring import GAUGE
from directives.models import Directive, Source
from directives.prints.notice import notice_sheet
from directives.views.ledger import Ledger

ROOM = Room(
    kind=Function.DIRECTIVES,
    label=Function.DIRECTIVES.label,
    record=Directive,
    flow=flow.FLOW,
    owes=(
        AMEND,
        dues.APPROVE,
        dues.DISPATCH,
        dues.SIGN,
        dues.FIRST_REPLY,
        NODE,
        STAGE,
        dues.REVISE,
        dues.PART,
        dues.INSIDE,
        dues.REPORT,
        dues.COUNTERSIGN,
        dues.REVIEW,
        dues.DECIDE_EXTENSION,
        dues.DISPUTE,
        dues.DECIDE_DISPUTE,
        dues.CONFIRM,
        dues.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "决策督查台账",
        {
            "number": 0.098,
            "title": 0.168,
            "source": 0.115,
            "lead": 0.088,
            "co": 0.1,
            "due": 0.077,
            "stage": 0.05,
            "light": 0.042,
            "target": 0.06,
            "value": 0.06,
            "rate": 0.045,
            "progress": 0.135,
        },
        {"progress": 28},
    ),
    places=(
        Place("来源与导入", "directives:sources", entries=("directives:import",)),
        Place("列席会议", "directives:sittings"),
    ),
    sends=(flow.REPORT, flow.COUNTERSIGN_REPORT),
    returns=(flow.RETURN,),
    stops=(flow.SUSPEND,),
    goes_on=(flow.RESUME,),
    origin=origin,
    origins=origins,
    counts=counts,
    gauge=GAUGE,
    changes=CHANGES,
    added=ADDED,
    begins=begin_from,
    papers=Papers(
        Source,
        column="source",
        records="directives",
        order=("source__date", "source_id", "ordinal"),
        entry="directives:import",
    ),
    prints=Prints("督查通知单", attrgetter("notice_number"), notice_sheet),
)
