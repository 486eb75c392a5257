"""The lead's completion report, and the bureau's verdict on it."""

from django.utils import timezone

from bureau.matters.models import Entry
from bureau.matters.parts.results import result_verbs, settle
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from directives import flow
from directives.models import Directive

draft_report, report, countersign_report, send_back, take_back_report = result_verbs(flow.FLOW, flow.RESULT)


@takes(flow.CLOSE)
def close(actor: Actor, directive: Directive, remark: str = "") -> Entry:
    """销号: the report is accepted; it counts as finished when it was sent, not when we got round to it."""
    now = timezone.now()
    settle(actor, directive, remark, now)
    return flow.FLOW.take(flow.CLOSE, directive, actor, cover_changes={"closed_at": now}, remark=remark)
