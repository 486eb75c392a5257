"""The lead's completion report, and the bureau's verdict on it."""

from django.db import transaction
from django.utils import timezone

from bureau.matters.parts.results import Results, settle
from bureau.matters.policy import require
from directives import flow

RESULTS = Results(flow.FLOW, flow.RESULT)
draft_report, report, countersign_report = RESULTS.draft, RESULTS.report, RESULTS.countersign
send_back = RESULTS.send_back


@transaction.atomic
def close(person, directive, remark=""):
    """销号: the report is accepted; it counts as finished when it was sent, not when we got round to it."""
    require(person, flow.CLOSE, directive)
    now = timezone.now()
    settle(person, directive, remark, now)
    return flow.FLOW.take(flow.CLOSE, directive, person, cover_changes={"closed_at": now}, remark=remark)
