"""Whether a complaint is one of several about the same unit and cause within 90 days (facts §10)."""

from datetime import timedelta

from complaints import states
from complaints.flow import SUPERVISE
from complaints.models import Complaint

NEAR = timedelta(days=90)
SYSTEMIC = 3  # so many, this one included, and the cause itself is looked into


def earlier(complaint: Complaint) -> int:
    """How many others came within the 90 days before. Of one about nobody named: none."""
    if complaint.respondent_id is None:
        return 0
    found = Complaint.objects.filter(
        cause=complaint.cause_id,
        respondent=complaint.respondent_id,
        received_at__range=(complaint.received_at - NEAR, complaint.received_at),
        whole=None,
    )
    return found.exclude(pk=complaint.pk).exclude(state=states.VOID).count()


def is_systemic(complaint: Complaint) -> bool:
    """And nothing was begun on it yet."""
    if earlier(complaint) + 1 < SYSTEMIC:
        return False
    return not complaint.matter.entries.filter(step=SUPERVISE.key).exists()
