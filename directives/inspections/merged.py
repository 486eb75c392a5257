"""Two targets of one inspection become one, because their units did."""

from bureau.matters.models import Assignment
from directives.inspections import states
from directives.inspections.models import Target

TEXTS = ("facts", "evidence", "opinion", "why_none")


def join_targets(part: Assignment, there: Assignment) -> None:
    """What was found, signed and written of the target that ends goes to the one that stays, of which nothing was served yet."""
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
    joint = stays if stays.state != states.PLANNED else ends
    drafted = {"state": joint.state, "drafted_by": joint.drafted_by}
    lengths = Target.LENGTHS
    kept = {name: text[: lengths[name]] for name, text in texts.items()}
    ends.delete()
    Target.objects.filter(pk=stays.pk).update(**kept, **drafted)
