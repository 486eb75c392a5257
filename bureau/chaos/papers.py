"""Matters that wait to be signed for, set up by the verbs, one for each unit that acts."""

from django.utils import timezone

from bureau.bench.cast import Cast
from bureau.matters.models import Assignment
from bureau.org.worktime import local
from directives import actions
from directives.models import Directive, Source


def dispatched(units: int) -> list[Assignment]:
    """The lead's parts, of so many units whose liaison may send by themselves."""
    cast = Cast()
    source = source_of(cast.officers[0])
    leads = [unit for unit in cast.units if not unit.countersigns][:units]
    made = [dispatch(cast, source, place, unit) for place, unit in enumerate(leads, 1)]
    parts = Assignment.objects.filter(matter__in=[directive.matter for directive in made])
    return list(parts.select_related("unit"))


def source_of(officer) -> Source:
    now = timezone.now()
    return Source.objects.create(
        kind=Source.Kind.EXECUTIVE,
        title="桃溪县人民政府常务会议纪要",
        date=local(now).date(),
        registered_by=officer,
        registered_at=now,
    )


def dispatch(cast: Cast, source: Source, ordinal: int, unit) -> Directive:
    decision = actions.Decision(title="完成全县小型水库隐患排查，建立问题清单", lead=unit)
    directive = actions.register(cast.officers[0], source, ordinal, decision)
    actions.propose(cast.officers[0], directive)
    actions.approve(cast.director, directive)
    actions.dispatch(cast.officers[0], directive)
    return directive
