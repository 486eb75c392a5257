"""What is owed once a paper was served."""

from bureau.matters.deadlines.dues import READ_ABOVE, READ_BY_ITS_UNIT, Due
from bureau.org.limited import ANY, DAYS, WORKDAYS

RECEIVE_PAPER = Due(
    "receive_paper",
    "签收送达文书",
    limits={ANY: (2, WORKDAYS)},
    read_by=READ_BY_ITS_UNIT,
    undone="尚未签收送达文书",
    stays=True,
)
# Of a paper on a person, or on the head of a unit that has no part in the matter: whoever serves it brings it there.
DELIVER_PAPER = Due("deliver_paper", "送达文书", limits={ANY: (5, DAYS)}, read_by=READ_ABOVE, stays=True)
