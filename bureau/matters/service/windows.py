"""Until when a paper may be contested, with the arithmetic."""

from django.utils import timezone

from bureau.matters.models import Duty, Service
from bureau.matters.service.declared import Remedy, paper_of
from bureau.matters.service.remedies import term, why_over


def window(service: Service, remedy: Remedy) -> Duty | None:
    """As a duty that nobody owes and that is never saved. None before it was received, and where the table sets no limit."""
    if service.received_at is None:
        return None
    return term(remedy.within, service.received_at, service.matter.kind, service.matter.urgency)


def why_closed(service: Service, remedy: Remedy) -> str:
    """Why it may not be contested in this way any more; empty while it may."""
    return paper_of(service).closed(service) or why_over(
        remedy.label, window(service, remedy), timezone.now()
    )
