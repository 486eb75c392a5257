"""The field's usual adjustments, to begin a scheme with (facts §2.6, sources S49a–S49f); each county changes them as it decides."""

from decimal import Decimal
from typing import Any

from appraisal.models import AdjustmentRule

Source = AdjustmentRule.Source


def usual(
    source: str, label: str, points: str, co: str | None = None, cap: str | None = None, vetoes: bool = False
) -> dict[str, Any]:
    return {
        "source": source,
        "label": label,
        "points": Decimal(points),
        "co_points": Decimal(co) if co else None,
        "cap": Decimal(cap) if cap else None,
        "vetoes": vetoes,
        "basis": "县绩效考核办法",
    }


USUAL = (
    usual(Source.PRAISED, "督查表扬", "1", "0.5", cap="3"),
    usual(Source.POSITIVE, "县领导肯定性批示", "1", "0.5", cap="3"),
    usual(Source.ADOPTED, "采纳督查建议并形成文件", "0.5", cap="1"),
    usual(Source.AWARD, "受到上级表彰", "2", "1", cap="4"),
    usual(Source.OVERDUE, "督办事项逾期", "-1", "-0.5", cap="5"),
    usual(Source.RETURNED, "办理结果被退回", "-0.5", cap="3"),
    usual(Source.YELLOW, "黄牌督办", "-0.5", "-0.5", cap="3"),
    usual(Source.RED, "红牌督办", "-2", "-1", cap="6"),
    usual(Source.CRITICISED, "督查批评", "-1", "-0.5", cap="4"),
    usual(Source.COMPLAINT, "营商环境投诉查实", "-1", cap="4"),
    usual(Source.FINDING, "督查发现问题整改不到位", "-1", cap="4"),
    usual(Source.MEASURE, "单位受到问责", "-3", cap="6", vetoes=True),
    usual(Source.OTHER, "考核材料弄虚作假", "-3", vetoes=True),
)
