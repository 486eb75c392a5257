"""What this room owes besides what every room does."""

from bureau.matters.deadlines.dues import FINAL, PROGRESS, READ_ABOVE, Due
from bureau.org.limited import ANY, HOURS, WORKDAYS

TRANSCRIBE = Due("transcribe", "转写", limits={ANY: (4, HOURS)}, read_by=READ_ABOVE)
PROPOSE = Due("propose", "拟办", limits={"flash": (2, HOURS), ANY: (1, WORKDAYS)}, read_by=READ_ABOVE)
CHASE = Due(
    "chase",
    "定期反馈",
    limits={"flash": (1, WORKDAYS), "urgent": (2, WORKDAYS), "complex": (10, WORKDAYS), ANY: (5, WORKDAYS)},
    answered_by=(PROGRESS, FINAL),
    undone="尚未报送定期反馈",
)
PRESENT = Due("present", "呈报专报", limits={"flash": (1, WORKDAYS), ANY: (3, WORKDAYS)}, read_by=READ_ABOVE)
READ = Due("read", "阅批", read_by=READ_ABOVE)
