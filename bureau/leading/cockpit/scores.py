"""考核: the last appraisal of the units in a leader's charge; a score once it was made known, and no rank."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from appraisal import states
from appraisal.models import Appraised
from appraisal.reading import parts_seen
from appraisal.tree import plain
from bureau.leading.cockpit.scope import Scope
from bureau.matters.access.charged import within
from bureau.matters.counting.figures import flag
from bureau.org.posts import Function


@dataclass(frozen=True)
class Score:
    part: Appraised
    total: str


@dataclass(frozen=True)
class Scores:
    """`told`: whether scores were made known yet."""

    period: str
    stage: str
    told: bool
    units: list[Score]


def scores(scope: Scope) -> Scores | None:
    """Of the last period whose scores were made known, and before there is one of the last that has begun; None where the reader reads none. Two statements."""
    seen = in_charge(scope).exclude(period__state__in=[states.DRAFT, states.VOID])
    told = seen.alias(is_told=flag(Q(period__state__in=states.TOLD)))
    last = told.order_by("-is_told", "-period__ends_on", "-period__part").values("period")[:1]
    parts = list(seen.filter(period__in=last).order_by("assignment__unit__order", "pk"))
    if not parts:
        return None
    period = parts[0].period
    units = [Score(part, "—" if part.total is None else plain(part.total)) for part in parts]
    return Scores(period.words, period.matter.stage, period.state in states.TOLD, units)


def in_charge(scope: Scope) -> QuerySet[Appraised]:
    named = within(scope.charges, Function.APPRAISAL, "assignment__unit")
    return parts_seen(scope.reader).filter(named, scope.seen("period__matter"))
