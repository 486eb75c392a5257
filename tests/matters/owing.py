"""Reading duties in tests: who owes what now."""

from bureau.matters.models import Duty


def owed(matter) -> set[str]:
    """Open duties as 「holder:step」: 水利局's short name, a post, or a person's account."""
    duties = Duty.objects.filter(matter=matter, done_at__isnull=True).select_related("holder_unit")
    return {f"{holder(duty)}:{duty.step}" for duty in duties}


def holder(duty) -> str:
    if duty.holder_person:
        return duty.holder_person.username
    unit = duty.holder_unit.short if duty.holder_unit else ""
    return f"{unit}{duty.holder_post}" if not unit or duty.holder_post else unit
