"""回避: which units keep out of a complaint, as things stand now: the one complained about and those it reports to."""

from collections import defaultdict
from collections.abc import Iterable

from bureau.matters import cover, timeline
from bureau.matters.access.recusals import recuse, recuse_too
from bureau.matters.models import Audience, Phase, Recusal
from bureau.matters.parts.recused import release_recused
from bureau.matters.parts.states import DONE, RELEASED
from bureau.org.models import Unit
from complaints import states
from complaints.models import Complaint

PARTS = "matter__assignments__unit__merged_into"
GOES_ON = (Phase.PREPARING, Phase.RUNNING, Phase.SUSPENDED)
STEP = "complaints.line"
LINE = "{units}现为被投诉单位或其上级单位，自此回避"


def keep_out(complaint: Complaint) -> None:
    """With all that were merged into them, in place of those that were named before."""
    recuse(complaint.matter, complaint.respondent.line if complaint.respondent else ())


def concerned() -> list[int]:
    """Complaints that go on and of which somebody must keep out now who need not before, in the order of the matters."""
    goes_on = Complaint.objects.filter(respondent__isnull=False, matter__phase__in=GOES_ON)
    found = list(goes_on.select_related("respondent").prefetch_related(PARTS).order_by("pk"))
    kept_out = named(found)
    return [one.pk for one in found if missing(one, kept_out[one.pk]) or handled(one, kept_out[one.pk])]


def follow() -> None:
    """Who has come into a line since keeps out of what goes on; what has ended stays as it was read."""
    for complaint in Complaint.objects.filter(pk__in=concerned()).order_by("pk"):
        join(complaint)


def join(complaint: Complaint) -> None:
    """Of one complaint, with what its line is when the cover is held. Inside a transaction. A result that waits for its review
    is reviewed; sent back, it goes to nobody who must keep out."""
    cover.lock(complaint.pk)
    if units := missing(complaint, named([complaint])[complaint.pk]):
        recuse_too(complaint.matter, units)
        words = LINE.format(units="、".join(unit.short for unit in units))
        timeline.write(complaint.matter, STEP, words, audience=Audience.DESK)
    if Complaint.objects.exclude(state=states.REVIEWING).filter(pk=complaint.pk).exists():
        release_recused(complaint.matter)


def named(complaints: Iterable[Complaint]) -> dict[int, set[int]]:
    """By complaint: keys of the units that keep out of it."""
    rows = Recusal.objects.filter(matter__in=[one.pk for one in complaints])
    found: dict[int, set[int]] = defaultdict(set)
    for matter, unit in rows.values_list("matter", "unit"):
        found[matter].add(unit)
    return found


def missing(complaint: Complaint, kept_out: set[int]) -> list[Unit]:
    """Of the line those that neither themselves keep out nor carry on for one that does."""
    line = complaint.respondent.line if complaint.respondent else []
    return [unit for unit in line if not kept_out.intersection(unit.keys)]


def handled(complaint: Complaint, kept_out: set[int]) -> bool:
    """By one that keeps out, or carries on for one that does: units were merged."""
    units = (part.unit for part in complaint.matter.assignments.all() if part.state not in (RELEASED, DONE))
    return any(kept_out.intersection(unit.successor.keys) for unit in units)
