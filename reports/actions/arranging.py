"""版式: kept, with the numbers at which a series goes on."""

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import numbers
from reports import layouts
from reports.actions.signing import ALL_YEARS
from reports.models import Layout
from reports.policy import require_desk


@transaction.atomic
def keep_layout(person, layout: Layout, next_no: int | None = None, next_total: int | None = None) -> Layout:
    """A new layout, or a changed one; `next_no` and `next_total`: of the next issue, where issues were counted on paper
    before. What is issued stays. Raises Barred where such a number was given out already, or the layout exists."""
    require_desk(person)
    same = Layout.objects.filter(series=layout.series, plate=layout.plate).exclude(pk=layout.pk)
    if same.exists():
        raise Barred(f"{layout.get_plate_display()}的{layout.get_series_display()}已有版式，请修改那一份。")
    layout.version += 1
    layout.save()
    counter = layouts.counter(layout.series, layout.plate)
    go_on("下一期的期号", counter, timezone.localdate().year, next_no)
    go_on("下一期的总期号", counter, ALL_YEARS, next_total)
    return layout


def go_on(label: str, counter: str, year: int, number: int | None) -> None:
    if number is None:
        return
    if number <= (last := numbers.last(counter, year)):
        raise Barred(f"“{label}”不能是{number}：已经编到第{last}期，只能往后。")
    numbers.go_on_after(counter, year, number - 1)
