"""Whom an issued 通报 names as lagging, as something that may weigh in a unit's appraisal (facts §2.6: criticised in 《督查通报》)."""

from collections.abc import Iterator
from datetime import date

from bureau.matters.models import Secrecy
from bureau.matters.rooms import Happening
from bureau.org.models import Unit
from bureau.org.worktime import local
from reports import states
from reports.models import Quote, Series


def happenings(since: date, until: date) -> Iterator[Happening]:
    """Each matter for itself, at the unit that led it as it was printed."""
    found = Quote.objects.filter(
        lagging=True,
        bulletin__series=Series.NOTICE,
        bulletin__state=states.ISSUED,
        bulletin__issued_at__date__range=(since, until),
        matter__secrecy=Secrecy.NORMAL,
    )
    units = dict(Unit.objects.filter(short__in=found.values("lead")).values_list("short", "pk"))
    for one in found.select_related("bulletin").order_by("pk"):
        if one.lead in units:
            why = f"：{one.reason}" if one.reason else ""
            words = f"{one.bulletin.number}点名进展滞后{why}（{one.number}“{one.title[:100]}”）"
            yield Happening(
                "criticised",
                one.matter_id,
                units[one.lead],
                local(one.bulletin.issued_at).date(),
                f"quote.{one.pk}",
                words,
            )
