"""Two targets of one inspection become one, because their units did."""

from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.models import Assignment
from directives.inspections import states
from directives.inspections.actions.concluding import waiting
from directives.inspections.dues import SIGN_CONCLUSION
from directives.inspections.models import Target

TEXTS = ("facts", "evidence", "opinion", "why_none")


def join_targets(part: Assignment, there: Assignment) -> None:
    """What was found, signed and written of the target that ends goes to the one that stays; nothing was served of either. What
    was drafted of one alone is concluded anew of both."""
    ends = Target.objects.filter(assignment=part).first()
    stays = Target.objects.filter(assignment=there).first()
    if ends is None:
        return
    if stays is None:
        Target.objects.filter(pk=ends.pk).update(assignment=there)
        return
    ends.findings.update(target=stays)
    ends.signatures.update(target=stays)
    texts = {name: "\n".join(filter(None, (getattr(stays, name), getattr(ends, name)))) for name in TEXTS}
    state = states.NONE if {stays.state, ends.state} == {states.NONE} else states.PLANNED
    lengths = Target.LENGTHS
    kept = {name: text[: lengths[name]] for name, text in texts.items()}
    ends.delete()
    drafted_by = stays.drafted_by or ends.drafted_by
    Target.objects.filter(pk=stays.pk).update(**kept, state=state, drafted_by=drafted_by)
    if not waiting(stays.inspection).exists():
        duties.drop(part.matter, timezone.now(), SIGN_CONCLUSION)
