"""The number that a directive has to reach, and its stages: set with its registration, or while it is under way."""

from collections.abc import Iterable

from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.models import Entry, Matter
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from directives import flow
from directives.dues import STAGE
from directives.models import Directive, Goal, Reported
from directives.stages import Stage, kept, reached, read_stages, stages_of
from directives.targets import Target, Wrong, goal_of, read_target, target_of


def set_target(directive: Directive) -> Target | None:
    """What is set now, as it stands in the database."""
    goal = Goal.objects.filter(directive=directive).first()
    return target_of(goal) if goal else None


def replace_goal(directive: Directive, target: Target | None) -> None:
    """In the place of the one that stands; that it is behind is not told a second time."""
    told = Goal.objects.filter(directive=directive).values_list("behind_told_at", flat=True).first()
    Goal.objects.filter(directive=directive).delete()
    keep_goals([(directive, target)])
    Goal.objects.filter(directive=directive).update(behind_told_at=told)


def keep_goals(targets: Iterable[tuple[Directive, Target | None]]) -> None:
    """Of directives that have none yet, in the caller's transaction."""
    Goal.objects.bulk_create(goal_of(one, target) for one, target in targets if target)


@takes(flow.SET_GOAL)
def set_goal(
    actor: Actor,
    directive: Directive,
    reason: str,
    target: str,
    base: str = "",
    plan: str = "",
    stages: str = "",
) -> Entry:
    """调整目标、节点: as they are typed. Raises Barred where they cannot be read, or take away what was reported on."""
    before, today = set_target(directive), timezone.localdate()
    due = directive.matter.due_at and timezone.localdate(directive.matter.due_at)
    goal = read_target(target, base, plan, today)
    staged = read_stages(stages, today, due, directive.cadence)
    reported = list(directive.reported.select_related("reply"))
    require_kept(reported, before, goal)
    require_reached(reported, staged)
    replace_goal(directive, goal)
    end_what_is_gone(directive.matter, goal, staged)
    return flow.FLOW.take(
        flow.SET_GOAL,
        directive,
        actor,
        changes={"stages": kept(staged)},
        before=in_words(before, stages_of(directive)),
        after=in_words(goal, staged),
        reason=reason,
    )


def end_what_is_gone(matter: Matter, goal: Target | None, stages: tuple[Stage, ...]) -> None:
    """Nothing is behind a plan, and no stage is owed, where there is none any more."""
    if goal is None:
        Matter.objects.filter(pk=matter.pk).update(behind_at=None, far_behind_at=None)
    if not stages:
        duties.drop(matter, timezone.now(), STAGE)


def in_words(target: Target | None, stages: tuple[Stage, ...]) -> str:
    told = [target.told if target else "", "、".join(one.told for one in stages)]
    return "；".join(filter(None, told)) or "未定"


def require_kept(reported: list[Reported], before: Target | None, goal: Target | None) -> None:
    """What was reported is of this unit. Raises Wrong."""
    if before is None or all(one.value is None for one in reported):
        return
    if goal is None or goal.unit != before.unit:
        raise Wrong("target", f"的单位须仍是“{before.unit}”，也不能清空：承办单位已经按它报过数。")


def require_reached(reported: list[Reported], stages: tuple[Stage, ...]) -> None:
    """Stages that were reached stay. Raises Wrong."""
    gone = set(reached(reported)) - {one.day for one in stages}
    if gone:
        raise Wrong("stages", f"须保留{min(gone)}的节点：承办单位已经报告完成。")
