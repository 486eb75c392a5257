"""The number that a sentence sets to be reached: 「年内储备项目不少于60个」「清偿率达到80%以上」「漏损率降至12%以内」."""

import re
from dataclasses import dataclass, replace

from bureau.org.naming import fold

from .quantities import AFTER_LEAST, AFTER_MOST, AMOUNT, LEAST, MOST, Quantity, read, shown

CLAUSE = re.compile(r"[^,，;；。!！?？:：()（）\n]+")
COUNTED = (
    "个|户|家|人|名|位|处|所|座|栋|间|套|件|台|辆|盏|口|眼|张|床|株|头|场|起|例|宗|份|次|批次|人次|户次"
    "|亩|公顷|平方米|平方公里|立方米|方|吨|公斤|公里|千米|里|米|元|千瓦|兆瓦|度"
)
LASTING = "个?工作日|天|日|小时|分钟"
UNIT = rf"%|‰|个?百分点|[万亿]?(?:{COUNTED})|{LASTING}"
SET = re.compile(
    rf"(?P<bound>(?:(?P<least>{LEAST})|(?P<most>{MOST}|至(?=[^,，]*(?:以内|以下))))的?)?"
    rf"(?<![第\d.〔])(?P<amount>{AMOUNT.pattern})(?P<unit>{UNIT})(?P<after>(?:及)?(?:以上|以内|以下|之内))?$"
)
TIME, FEW = re.compile(LASTING), re.compile("[份次场]")  # 「报送项目表1份」 sets no number to be reached


@dataclass(frozen=True)
class Set:
    """What is to be reached, and the clause that says so."""

    amount: Quantity
    clause: str

    @property
    def words(self) -> str:
        """As one types it."""
        return in_words(self.amount)


def in_words(amount: Quantity) -> str:
    sign = {"most": "≤", "least": "≥"}.get(amount.side, "")
    return f"{sign}{shown(amount.value)}{amount.unit}"


def target_in(words: str) -> Set | None:
    """The one number set by these words; None where there is none, or more than one."""
    found = [one for clause in CLAUSE.finditer(words) if (one := at_end(clause[0].strip()))]
    return found[0] if len(found) == 1 else None


def at_end(clause: str) -> Set | None:
    """The number that a clause ends with. One of days is only meant where the words bound it from above (「压减至1个工作日」)."""
    match = SET.search(fold(clause))
    if match is None or not (match["latin"] or match["bound"]):
        return None
    after = match["after"] or ""
    side = "most" if match["most"] or AFTER_MOST.fullmatch(after) else ""
    side = side or ("least" if match["least"] or AFTER_LEAST.fullmatch(after) else "")
    amount = replace(read(match), side=side)
    if not amount.value or (TIME.fullmatch(amount.unit) and side != "most"):
        return None
    if FEW.fullmatch(amount.unit) and not side:
        return None
    return Set(amount, clause)
