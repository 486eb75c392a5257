"""Fields that only this room's steps ask for."""

from bureau.pages.asks import Text
from directives.inspections.models import Finding, Inspection, Target, Use

RESULT = Text(
    "result", "活动总结", "查了什么、发现什么、怎样处理。", limit=Inspection.LENGTHS["result"], rows=6
)
FACTS = Text(
    "facts", "认定的事实", "时间、地点、经过、数据。", limit=Target.LENGTHS["facts"], rows=8, printed=True
)
EVIDENCE = Text(
    "evidence",
    "证据",
    "现场记录、照片、签字、资料，逐项写明。",
    limit=Target.LENGTHS["evidence"],
    rows=4,
    printed=True,
)
OPINION = Text(
    "opinion",
    "结论和要求",
    "做得怎样，要改什么，何时改完。",
    limit=Target.LENGTHS["opinion"],
    rows=5,
    printed=True,
)
WHY_NONE = Text("why_none", "不作结论的理由", limit=Target.LENGTHS["why_none"], rows=3)
CARRIED_OUT = Text(
    "words",
    "办理结果",
    "通报的期号，或者移交的机关、文号和日期。",
    limit=Use.LENGTHS["carried_out"],
    rows=3,
)


def drafted(target: Target) -> dict[str, str]:
    """What the form begins with: what was drafted before, else the findings as they were written down."""
    if target.facts:
        return {name: getattr(target, name) for name in ("facts", "evidence", "opinion")}
    found = list(target.findings.prefetch_related("entry__attachments"))
    photos = sum(len(one.entry.attachments.all()) for one in found)
    counted = [("现场记录{}条", len(found)), ("照片{}张", photos), ("签字{}份", target.signatures.count())]
    problems = [one.words for one in found if one.kind == Finding.Kind.PROBLEM]
    return {
        "facts": "\n".join(f"{number}．{one.told}" for number, one in enumerate(found, 1)),
        "evidence": "，".join(words.format(count) for words, count in counted if count),
        "opinion": f"存在问题{len(problems)}项，请整改。" if problems else "",
    }
