from operator import attrgetter

from django.views.generic import TemplateView

from bureau.leading import waiting
from bureau.leading.cards import cards_of, with_all
from bureau.leading.views.for_leaders import ForLeaders
from bureau.manual.tour import tour_of
from bureau.matters.deadlines.lights import Lights
from instructions import flow

LATEST = 3


class Home(ForLeaders, TemplateView):
    """批阅: what waits for this leader, what they wrote last, what hurries in their charge."""

    template_name = "leading/home.html"

    def get_context_data(self, **kwargs):
        leader, lights = self.actor, Lights()
        records = list(with_all(waiting.instructions_of(leader, LATEST)))
        bulletins = waiting.bulletins_of(leader, records)
        to_read = [one for one in bulletins if one.delivered_at]
        answered = cards_of(waiting.unanswered(records, to_read), bulletins, lights)
        decisions = waiting.decisions(leader, lights)
        hurrying = list(waiting.hurrying(leader, lights)[: waiting.SHOWN])
        return super().get_context_data(
            tour=tour_of(self.request.user),
            to_read=sorted(to_read, key=attrgetter("delivered_at", "pk"), reverse=True),
            unanswered=answered,
            decisions=decisions,
            pleas=sum(one.plea is not None for one in decisions),
            to_sign=sorted((one for one in bulletins if one.signs), key=attrgetter("checked_at", "pk")),
            mine=cards_of(latest(records), bulletins, lights),
            hurrying=lit(hurrying, lights),
            hurried=hurrying[0].all if hurrying else 0,
            **self.frame(),
            **kwargs,
        )


def latest(records) -> list:
    """What the leader wrote last and does not wait for them, the latest word first."""
    mine = [one for one in records if one.wrote and one.state != flow.REPORTED]
    return sorted(mine, key=attrgetter("said_at", "pk"), reverse=True)[:LATEST]


def lit(matters, lights: Lights) -> list:
    """Each with its light and its note."""
    for matter in matters:
        matter.light, matter.note = lights.of(matter), lights.note_of(matter)
    return matters
