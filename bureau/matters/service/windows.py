"""Until when a paper may be contested, with the arithmetic."""

from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.models import Duty, Service
from bureau.matters.service.declared import Remedy
from bureau.org.worktime import local
from bureau.org.worktime.words import moment


def window(service: Service, remedy: Remedy) -> Duty | None:
    """As a duty that nobody owes and that is never saved. None before it was received, and where the table sets no limit."""
    if service.received_at is None:
        return None
    limit = duties.term_of(service.matter, remedy.within, service.received_at)
    return Duty(due_at=limit.due_at, original_due_at=limit.due_at, basis=limit.as_json()) if limit else None


def why_closed(service: Service, remedy: Remedy) -> str:
    """Why it may not be contested in this way any more; empty while it may."""
    limit = window(service, remedy)
    if limit and limit.due_at and timezone.now() > limit.due_at:
        return f"{remedy.label}须在{moment(local(limit.due_at))}之前提出，现在已过。"
    return ""
