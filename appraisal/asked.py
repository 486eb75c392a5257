"""What the room's steps ask for."""

from appraisal.models import Adjustment, Appraised
from bureau.pages.asks import Day, Files, Text

COLLECT_UNTIL = Day("until", "新的报送截止日期")
APPROVED_BY_PAPER = Text(
    "paper",
    "审定依据",
    help_text="县绩效考核领导小组会议纪要或者批示的文号，如：桃考领〔2026〕3号。",
    limit=60,
    rows=1,
    printed=True,
)
SUMMARY = Text(
    "summary",
    "自评小结",
    help_text="主要完成情况、没有完成的和原因。各项数值在自评表里填写。",
    limit=Appraised.LENGTHS["summary"],
    rows=6,
    printed=True,
)
OBJECTION = Text("objection", "异议的事实和理由", limit=Adjustment.LENGTHS["objection"], rows=5)
ANSWER = Text("answer", "答复", limit=Adjustment.LENGTHS["answer"], rows=5)
WHY_NOT = Text("reason", "理由", limit=Adjustment.LENGTHS["reason"], rows=3, printed=True)
WHY_CORRECTED = Text("reason", "更正理由", limit=300, rows=2, printed=True)
FILES = Files("files", "佐证材料", required=False)
