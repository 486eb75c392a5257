"""What a unit owes to whom it was urged."""

from bureau.matters.deadlines.dues import READ_BY_ITS_UNIT, Due
from bureau.org.limited import ANY, WORKDAYS

ANSWER = Due(
    "answer",
    "回复催办文书",
    limits={"flash": (1, WORKDAYS), "urgent": (1, WORKDAYS), ANY: (2, WORKDAYS)},
    read_by=READ_BY_ITS_UNIT,
    counts=True,
    stays=True,
)
