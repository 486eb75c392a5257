"""What a form asks of the number that a directive has to reach, and of its stages."""

from typing import Any

from bureau.org.reading.targets import target_in
from bureau.pages.asks import Text
from directives.models import Goal
from directives.stages import as_typed, stages_of
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
STAGES = Text(
    "stages",
    LABELS["stages"],
    "一行一个节点，如“3月底 完成招标”；上一个完成以后，下一个才开始计时。不分阶段的不填。",
    required=False,
    limit=5000,
    rows=4,
)
GOAL = (TARGET, BASE, PLAN, STAGES)


def typed_goal(record: Any) -> dict[str, str]:
    """As it stands, of a directive; where nothing was set, what its words say."""
    goal = Goal.objects.filter(directive=record.pk).first()
    found = None if goal else target_in(record.matter.title)
    told = target_of(goal).typed if goal else {"target": found.words} if found else {}
    return {"stages": as_typed(stages_of(record)), **told}
