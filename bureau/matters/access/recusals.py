"""回避: which units may neither handle a matter nor learn of it (信访工作条例 第28、30条)."""

from collections.abc import Iterable

from bureau.matters.models import Matter, Recusal
from bureau.org.models import Unit


def recuse(matter: Matter, units: Iterable[Unit]) -> None:
    """These units, in place of those that were named before."""
    wanted = {unit.pk: unit for unit in units}
    Recusal.objects.filter(matter=matter).exclude(unit__in=wanted).delete()
    Recusal.objects.bulk_create(
        (Recusal(matter=matter, unit=unit) for unit in wanted.values()), ignore_conflicts=True
    )


def recuse_too(matter: Matter, units: Iterable[Unit]) -> None:
    """These units beside those that were named before: who was over the other one then knows of it, or may."""
    Recusal.objects.bulk_create((Recusal(matter=matter, unit=unit) for unit in units), ignore_conflicts=True)


def is_recused(matter: Matter, unit: Unit) -> bool:
    """The unit itself, or one that was merged into it."""
    return Recusal.objects.filter(matter=matter, unit__in=unit.keys).exists()
