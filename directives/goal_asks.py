"""What a form asks of the number that a directive has to reach."""

from bureau.matters.flow import Record
from bureau.pages.asks import Text
from directives.models import Goal
from directives.targets import LABELS, target_of

TARGET = Text(
    "target",
    LABELS["target"],
    "有数可量的填写，如“60个”“≥80%”“2.1万亩”“控制在5%以内”。",
    required=False,
    limit=40,
    rows=1,
)
BASE = Text(
    "base",
    LABELS["base"],
    "不从零算起的填写，如“45%”。",
    required=False,
    limit=40,
    rows=1,
)
PLAN = Text(
    "plan",
    LABELS["plan"],
    "一行一个时点，写到那天为止应达到的总数，如“3月底 20”；不填的，从交办到时限按天均匀推算。",
    required=False,
    limit=2000,
    rows=4,
)
GOAL = (TARGET, BASE, PLAN)


def typed_goal(record: Record) -> dict[str, str]:
    """As it stands."""
    goal = Goal.objects.filter(directive=record.pk).first()
    return target_of(goal).typed if goal else {}
