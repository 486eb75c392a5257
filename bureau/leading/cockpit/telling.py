"""A leader's page as the 专报 of a month: what it says of their words and of their units, without what is sealed; cases are not written
into a paper that others read on its way."""

from django.utils import timezone

from bureau.leading.cockpit.about import about
from bureau.leading.cockpit.lagging import Function, lagging
from bureau.leading.cockpit.ordered import Ordered, ordered
from bureau.leading.cockpit.scope import Figure, Scope
from bureau.matters.rooms import Told
from bureau.org.posts import Function as Functions
from bureau.press.typeset.dates import chinese_date

NUMERALS = "一二三"
LEFT_OUT = "以上数据截至{}，不含限阅事项；问责案件请在系统内查看。"


def monthly(scope: Scope) -> Told:
    """From 「一、批示办理情况」 to what was left out."""
    found = [
        ("批示办理情况", words_of_orders(scope, ordered(scope))),
        ("分管单位牵头事项", words_of_units(lagging(scope))),
        ("对分管单位的投诉", words_of_complaints(scope)),
    ]
    parts = [(head, words) for head, words in found if words]
    lines = [
        line for place, (head, words) in enumerate(parts) for line in (f"{NUMERALS[place]}、{head}", *words)
    ]
    today = chinese_date(timezone.localdate(scope.lights.now))
    subject = f"{scope.period.words}{scope.leader.name}批示和分管事项办理情况"
    return Told(subject, "\n".join([*lines, LEFT_OUT.format(today)]))


def words_of_orders(scope: Scope, lines: list[Ordered]) -> list[str]:
    if not lines:
        return ["还没有批示。"]
    whole, *rounds = lines
    told = [f"共批示{whole.total}件：{listed(whole.figures)}。"]
    return told + [f"办到{line.label}的{line.total}件：{listed(line.figures)}。" for line in rounds]


def words_of_units(functions: list[Function]) -> list[str]:
    return [f"{one.label}：{listed(one.figures)}。{late(one.late)}" for one in functions] or [
        "分管的单位没有牵头的事项。"
    ]


def late(figures: list[Figure]) -> str:
    return f"逾期、严重滞后的单位：{listed(figures)}。" if figures else ""


def words_of_complaints(scope: Scope) -> list[str]:
    """Of leaders who are not in charge of complaints there is nothing to say."""
    if not scope.has(Functions.COMPLAINTS):
        return []
    figures, by_unit = about(scope)
    if not figures:
        return ["没有对分管单位的投诉。"]
    in_hand, *of_month = figures
    units = f"登记的投诉涉及：{listed(by_unit)}。" if by_unit else ""
    return [f"现在在办{in_hand.count}件；{scope.period.words}{listed(of_month)}。{units}"]


def listed(figures: list[Figure]) -> str:
    """The first always, of the others those that there is anything of."""
    told = [one for place, one in enumerate(figures) if one.count or not place]
    return "，".join(f"{one.label}{one.count}件" for one in told)
