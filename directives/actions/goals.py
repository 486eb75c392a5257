"""The number that a directive has to reach: set with its registration, or while it is under way."""

from collections.abc import Iterable

from django.utils import timezone

from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from directives import flow
from directives.models import Directive, Goal, Reported
from directives.targets import Target, Wrong, goal_of, read_target, target_of


def set_target(directive: Directive) -> Target | None:
    """What is set now, as it stands in the database."""
    goal = Goal.objects.filter(directive=directive).first()
    return target_of(goal) if goal else None


def replace_goal(directive: Directive, target: Target | None) -> None:
    """In the place of the one that stands."""
    Goal.objects.filter(directive=directive).delete()
    keep_goals([(directive, target)])


def keep_goals(targets: Iterable[tuple[Directive, Target | None]]) -> None:
    """Of directives that have none yet, in the caller's transaction."""
    Goal.objects.bulk_create(goal_of(one, target) for one, target in targets if target)


@takes(flow.SET_GOAL)
def set_goal(
    actor: Actor, directive: Directive, reason: str, target: str, base: str = "", plan: str = ""
) -> Entry:
    """调整目标: as it is typed. Raises Barred where it cannot be read, or takes away what was reported on."""
    before, now = set_target(directive), timezone.localdate()
    goal = read_target(target, base, plan, now)
    require_kept(directive, before, goal)
    replace_goal(directive, goal)
    return flow.FLOW.take(
        flow.SET_GOAL,
        directive,
        actor,
        before=before.told if before else "未定",
        goal=goal.told if goal else "不再定目标",
        reason=reason,
    )


def require_kept(directive: Directive, before: Target | None, goal: Target | None) -> None:
    """What was reported is of this unit. Raises Wrong."""
    if before is None or not Reported.objects.filter(directive=directive).exists():
        return
    if goal is None or goal.unit != before.unit:
        raise Wrong("target", f"的单位须仍是“{before.unit}”，也不能清空：承办单位已经按它报过数。")
