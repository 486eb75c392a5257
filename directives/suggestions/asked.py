"""Fields that only this room's steps ask for."""

from bureau.pages.asks import Choice, Day, Text
from directives.suggestions.models import Suggestion, Verdict

VERDICT = Choice("verdict", "答复", choices=Verdict.choices)
ANSWER = Text(
    "text",
    "理由和打算",
    "采纳的写明怎样落实、何时形成文件；部分采纳、不采纳的写明理由。",
    limit=Suggestion.LENGTHS["answer"],
    rows=8,
)
PAPER_TITLE = Text(
    "paper_title",
    "采纳文件",
    "采纳建议的文件、方案、纪要的标题，不加书名号。",
    limit=Suggestion.LENGTHS["paper_title"],
    rows=2,
    printed=True,
)
PAPER_NUMBER = Text(
    "paper_number",
    "文号",
    "没有文号的不填。",
    required=False,
    limit=Suggestion.LENGTHS["paper_number"],
    rows=1,
    printed=True,
)
PAPER_DATE = Day("paper_date", "文件日期")
REMARK = Text(
    "remark",
    "办结说明",
    chips=("不采纳的理由成立，不再跟踪。", "已采纳，日常工作中落实，不另行文。"),
    limit=500,
)
