"""A complaint is reached by its code alone: whoever has it is its complainant."""

from bureau.vault import marks
from complaints.models import Complaint


def by_code(code: str) -> Complaint | None:
    identity = marks.by_code(code)
    return anew(identity.matter_id) if identity else None


def anew(key: int) -> Complaint:
    """As it stands now."""
    return Complaint.objects.select_related("matter").get(pk=key)
