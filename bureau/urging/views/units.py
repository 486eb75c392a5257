from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters.deadlines.lights import Lights
from bureau.matters.views.desk_only import BureauOnly
from bureau.notices.ladder import PAPERS
from bureau.urging import records
from bureau.urging.monthly import by_month, columns_of, first_month
from bureau.urging.standing import standing

SHOWN = 50


class Units(BureauOnly, TemplateView):
    """All units with how they stand: never a ranking, in the customary order; those that are
    late with nothing and got no paper by name and number of matters alone."""

    template_name = "urging/units.html"

    def get_context_data(self, **kwargs):
        since = first_month(timezone.localdate())
        rows = standing(self.request.user, since, Lights())
        told = [row for row in rows if in_trouble(row)]
        others = [row for row in rows if not in_trouble(row)]
        return super().get_context_data(rows=told, others=others, since=since, **kwargs)


def in_trouble(row: dict) -> bool:
    return row["unserved"] or any(row[name] for name in ("late", *PAPERS))


class UnitRecord(TemplateView):
    """单位档案: for the desk, the leaders in charge of the unit, and the unit itself."""

    template_name = "urging/unit.html"

    def get_context_data(self, **kwargs):
        person, since = self.request.user, first_month(timezone.localdate())
        unit = get_object_or_404(records.readable_units(person), pk=self.kwargs["pk"])
        turns = records.turns(person, unit, since)
        columns = columns_of(person, unit, since)
        return super().get_context_data(
            unit=unit,
            since=since,
            papers=records.paper_figures(person, unit, since),
            functions=records.matter_figures(person, unit, Lights()),
            replies=records.reply_figures(columns),
            months=by_month(columns, since),
            turns=turns[:SHOWN],
            shown=SHOWN,
            **kwargs,
        )
