from django.views.generic import TemplateView

from bureau.leading import waiting
from bureau.leading.cards import cards
from bureau.leading.views.for_leaders import ForLeaders
from bureau.leading.written import latest_first, written_by
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment
from instructions import flow

LATEST = 5


class Home(ForLeaders, TemplateView):
    """批阅: what waits for this leader, what they wrote last, what hurries in their charge."""

    template_name = "leading/home.html"

    def get_context_data(self, **kwargs):
        leader, lights = self.actor, Lights()
        hurrying, receipts = waiting.hurrying(leader, lights), list(waiting.unread(leader))
        unanswered = waiting.unanswered(leader, receipts).order_by("matter_id")
        written = latest_first(written_by(leader)).exclude(state=flow.REPORTED)
        return super().get_context_data(
            receipts=receipts,
            unanswered=cards(leader, unanswered),
            decisions=waiting.decisions(leader, lights),
            to_sign=list(waiting.to_sign(leader)),
            mine=cards(leader, written[:LATEST]),
            hurrying=lit(hurrying[: waiting.SHOWN], lights),
            hurried=hurrying.count(),
            **self.frame(),
            **kwargs,
        )


def lit(matters, lights: Lights) -> list:
    """Each with its light, its note and its lead unit."""
    matters = list(matters)
    leads = Assignment.objects.filter(matter__in=matters, role=Assignment.Role.LEAD).select_related("unit")
    units = {part.matter_id: part.unit for part in leads}
    for matter in matters:
        matter.light, matter.note, matter.lead = (
            lights.of(matter),
            lights.note_of(matter),
            units.get(matter.pk),
        )
    return matters
