"""What a poll owes."""

from bureau.matters.deadlines.dues import READ_ABOVE, Due
from bureau.org.limited import ANY, WORKDAYS

CLOSE_POLL = Due("close_poll", "结束测评", read_by=READ_ABOVE)
CONFIRM_POLL = Due(
    "confirm_poll", "确认测评计票", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
