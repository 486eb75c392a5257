"""The room, declared."""

from bureau.matters.deadlines import dues
from bureau.matters.layout import Layout
from bureau.matters.reimport.declared import Added, Change
from bureau.matters.rooms import Place, Room
from bureau.pages.tables import day
from tests.toys import actions, flow  # noqa: F401 the actions bind the verbs
from tests.toys.answers import ANSWERS
from tests.toys.counts import counts
from tests.toys.dues import SOUND
from tests.toys.models import Walk
from tests.toys.prints import PRINTS
from tests.toys.views import Ledger

ROOM = Room(
    kind="toys",
    label="巡河",
    record=Walk,
    flow=flow.FLOW,
    owes=(dues.SIGN, SOUND, dues.REPORT, dues.REVIEW),
    ledger=Ledger,
    layout=Layout("巡河台账", {"number": 0.3, "title": 0.4, "lead": 0.2}, {}),
    places=(Place("待派的河", "toys:list"),),
    sends=(flow.RESULT.report, flow.RESULT.countersign),
    returns=(flow.RESULT.send_back,),
    counts=counts,
    answers=ANSWERS,
    changes=(Change(flow.SEND, {"until": "until"}),),
    added=(Added("until", "巡河时限", lambda walk: day(walk.matter.due_at)),),
    prints=PRINTS,
)
