"""What this room owes besides what every room does."""

from bureau.matters.deadlines.dues import FINAL, PROGRESS, Due

AMEND = Due("amend", "修改登记", measured_by="dispatch")
NODE = Due(
    "node",
    "阶段反馈",
    answered_by=(PROGRESS, FINAL),
    sets_cover=True,
    undone="尚未报送阶段反馈",
    counts=True,
    periodic=True,
)
