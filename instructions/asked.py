"""What a step on an instruction asks for, and what stands in its form at first."""

from bureau.matters import asks
from bureau.pages.asks import Choice, Day, OneUnit, Text, Tick
from instructions.models import Instruction, Round, Shown
from instructions.named_due import named_due, named_units

PROPOSAL = (
    Tick("self_handled", "督查局自办", "由经办督查员自己核查办理，不交承办单位。"),
    OneUnit("lead", "牵头单位", asks.LEAD.help_text, required=False),
    asks.CO,
    Day("due", "办理时限", "写明了日期的照填；没有的按办理时限表计算。", required=False),
    Choice("shown", "承办单位可见", choices=Shown.choices, first=Shown.SUMMARY),
    Text(
        "summary",
        "批示摘要",
        "承办单位读到的就是这些；选“批示原文”的不用填。",
        required=False,
        limit=Instruction.SUMMARY_LENGTH,
        rows=3,
        printed=True,
    ),
    Text(
        "asked",
        "办理要求",
        "对承办单位的具体要求，交办后由它们看到。",
        required=False,
        limit=500,
        rows=2,
        printed=True,
    ),
    Text(
        "opinion",
        "拟办意见",
        "供局领导审定时参考，承办单位看不到。",
        required=False,
        limit=Instruction.OPINION_LENGTH,
        rows=2,
    ),
)
OPINION = Text(
    "opinion",
    "批示意见",
    required=False,
    limit=Round.WORDS_LENGTH,
    rows=3,
    chips=("阅。", "同意。", "很好，请继续抓好落实。", "阅，请跟踪问效。"),
)
TRANSCRIPT = Text("text", "批示内容", limit=Round.WORDS_LENGTH)
POSITIVE = Tick("positive", "肯定性批示")


def proposed(record: Instruction) -> dict:
    """What the leader named, in a form or in words, or what was proposed before. Units read in words are words."""
    named = named_units(record)
    return {
        "self_handled": record.self_handled,
        "lead": record.lead_unit or named.lead,
        "co": list(record.co_units.all()) or "、".join(named.co),
        "due": record.due or named_due(record).due,
        "shown": record.shown,
        "summary": record.summary,
        "asked": record.asked,
        "opinion": record.opinion,
    }
