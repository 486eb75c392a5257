"""What this room owes besides what every room does."""

from bureau.matters.deadlines.dues import FINAL, READ_ABOVE, Due
from bureau.org.limited import ANY, WORKDAYS

RESPOND = Due(
    "respond",
    "答复督查建议",
    limits={ANY: (15, WORKDAYS)},
    answered_by=(FINAL,),
    sets_cover=True,
    undone="尚未答复督查建议",
    counts=True,
)
# Of a leader and of a meeting without a date: the house does not urge the county's leaders.
TAKE_UP = Due("take_up", "研究督查建议")
NOTE_DOWN = Due("note_down", "登记研究结果", sets_cover=True, read_by=READ_ABOVE)
# The paper that takes it up may come months after the answer.
FOLLOW_UP = Due("follow_up", "登记采纳情况", read_by=READ_ABOVE)
