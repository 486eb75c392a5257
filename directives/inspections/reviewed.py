"""What a review makes of a conclusion, in the transaction of its decision."""

from django.utils import timezone

from bureau.matters import timeline
from bureau.matters.flow import bound_to
from bureau.matters.lineage import changing
from bureau.matters.models import Audience, Contest, Matter
from bureau.org.actor import Actor
from directives.inspections import flow, states
from directives.inspections.models import Target


@bound_to(flow.FOLLOW_DECISION)
def follow_decision(_actor: Actor, contest: Contest) -> None:
    """A conclusion that was changed or revoked is so here, and the directives that arose from it are told."""
    if contest.state == Contest.State.UPHELD:
        return
    found = Target.objects.select_related("inspection__matter", "assignment__unit")
    target = found.get(service=contest.service_id)
    outcome = contest.get_state_display()
    flow.TARGET_FLOW.take(
        flow.FOLLOW_DECISION,
        target,
        None,
        changes={"state": states.REVOKED if contest.state == Contest.State.REVOKED else states.CHANGED},
        unit=target.unit.short,
        outcome=outcome,
    )
    number = target.matter.number
    words = f"{number}对{target.unit.short}的督查结论经复核{outcome}"
    changing.upset(target.matter, changing.What.RECALLED, words, timezone.now())
    for directive in Matter.objects.filter(pk__in=target.findings.values("directive")):
        words = f"{number}对{target.unit.short}的督查结论经复核{outcome}，请核对本事项是否调整"
        timeline.write(directive, "inspections.reviewed", words, audience=Audience.ABOVE)
