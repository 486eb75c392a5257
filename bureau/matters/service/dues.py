"""What is owed once a paper was served."""

from bureau.matters.deadlines.dues import READ_BY_ITS_UNIT, Due
from bureau.org.limited import ANY, WORKDAYS

RECEIVE_PAPER = Due(
    "receive_paper",
    "签收送达文书",
    limits={ANY: (2, WORKDAYS)},
    read_by=READ_BY_ITS_UNIT,
    undone="尚未签收送达文书",
    stays=True,
)
