"""What this room owes besides what every room does; and where its limits differ (facts §3.3, rooms §19)."""

from bureau.matters.deadlines import dues
from bureau.matters.deadlines.dues import READ_ABOVE, Due
from bureau.org import limited
from bureau.org.limited import ANY, DAYS, WORKDAYS
from bureau.org.posts import Function

SCREEN = Due(
    "screen",
    "受理审查",
    limits={"flash": (1, DAYS), "urgent": (1, DAYS), ANY: (3, WORKDAYS)},
    read_by=READ_ABOVE,
)
SUPPLEMENT = Due("supplement", "补正材料", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE)
TELL = Due("tell", "告知投诉人", limits={ANY: (1, WORKDAYS)}, read_by=READ_ABOVE)
ADDED = Due("added", "查看投诉人补充", limits={ANY: (1, WORKDAYS)}, read_by=READ_ABOVE)
ANSWER = Due("answer_complainant", "答复投诉人", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE)
CALL_BACK = Due("call_back", "回访", limits={ANY: (10, WORKDAYS)}, read_by=READ_ABOVE)
JUDGE = Due("judge", "不满意甄别", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True)
HEARING = Due("hearing", "听取被投诉单位说明", read_by=READ_ABOVE)
AGREED = Due("agreed", "落实协调意见", undone="尚未落实现场协调意见")

limited.declare_in(Function.COMPLAINTS, dues.SIGN, {"simple": (1, WORKDAYS)})
limited.declare_in(Function.COMPLAINTS, dues.FIRST_REPLY, {"simple": (2, WORKDAYS)})
limited.declare_in(
    Function.COMPLAINTS,
    dues.REPORT,
    {"simple": (5, WORKDAYS), "normal": (15, WORKDAYS), "complex": (30, DAYS)},
)
EXTENDED_BY = 30  # 日, at most, once
