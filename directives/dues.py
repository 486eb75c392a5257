"""What this room owes besides what every room does."""

from bureau.matters.deadlines.dues import FINAL, PROGRESS, Due

AMEND = Due("amend", "修改登记", measured_by="dispatch")
# A reply says whether the stage was reached; where it was not, it is owed still (`actions.staging`).
STAGE = Due(
    "stage",
    "阶段节点",
    answered_by=(PROGRESS, FINAL),
    undone="尚未完成阶段节点",
    counts=True,
)
NODE = Due(
    "node",
    "阶段反馈",
    answered_by=(PROGRESS, FINAL),
    sets_cover=True,
    undone="尚未报送阶段反馈",
    counts=True,
    periodic=True,
)
