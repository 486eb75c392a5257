"""The ledger of periods, the page of one, its steps."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from appraisal import flow, states
from appraisal.cadres.policy import reads_cadres
from appraisal.facts import facts
from appraisal.filters import PeriodFilter
from appraisal.models import Adjustment, Appraised, Period, Scheme
from appraisal.reading import parts_seen, reads_whole, supplied_by
from appraisal.tables import PeriodTable
from bureau.matters import policy
from bureau.matters.access.visibility import reads_above
from bureau.matters.actions import actions_through
from bureau.matters.views import MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person


def named() -> ArraySubquery:
    found = Scheme.objects.filter(periods=OuterRef("pk")).order_by("series")
    return ArraySubquery(found.values_list("series", flat=True))


class Ledger(MatterList):
    model = Period
    table_class = PeriodTable
    filterset_class = PeriodFilter
    heading = "绩效考核"
    export_name = "绩效考核台账"
    template_name = "appraisal/list.html"

    def get_queryset(self) -> QuerySet:
        found = super().get_queryset().select_related("matter__officer")
        reported = Q(appraised__reported_at__isnull=False)
        return found.annotate(
            named=named(),
            units=Count("appraised", distinct=True),
            reported=Count("appraised", filter=reported, distinct=True),
        )


class Page(MatterPage):
    model = Period
    flow = flow.FLOW
    joins = ("matter__officer__unit", "approved_by__unit")
    template_name = "appraisal/page.html"

    def to_be_asked(self, record: Any, parts: Any) -> list:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context, person, record = super().get_context_data(**kwargs), self.request.user, self.record
        above = reads_above(person, record.matter)
        appraised = of_page(person, self.actors, record)
        schemes = list(dict.fromkeys(one.scheme for one in appraised))
        return context | {
            "parts": [],  # the units stand in a panel of their own
            "facts": facts(record, schemes),
            "schemes": schemes,
            "meetings": list(record.meetings.all()) if reads_whole(person, record) else [],
            "above": above,
            "appraised": appraised,
            "told": above or record.state in states.TOLD,
            "may_fill": context["sits_here"] and record.state in (*states.OPEN, *states.FROZEN),
            "frozen": record.state in states.FROZEN,
            "supplied": supplied_by(person, record) if record.state == states.COLLECTING else [],
            "may_deliberate": any(policy.may(actor, flow.DELIBERATE, record) for actor in self.actors),
            "may_adjust": context["sits_here"] and record.state in states.OPEN,
            "scored": any(one.total is not None for one in appraised),
            "reads_cadres": record.state in states.FROZEN and reads_cadres(person),
            "acts": any(one.actions or one.may_fill_in for one in appraised),
        }


def of_page(person: Person, actors: list[Actor], period: Period) -> list[Any]:
    """The units that this person reads, each with what it may do, in the order of the series."""
    waiting = Adjustment.objects.filter(
        appraised=OuterRef("pk"), state__in=[Adjustment.State.PROPOSED, Adjustment.State.CONFIRMED]
    )
    order = ("scheme__series", F("rank").asc(nulls_last=True), "assignment__unit__order")
    found: list[Any] = list(
        parts_seen(person).filter(period=period).annotate(waits=Exists(waiting)).order_by(*order)
    )
    for one in found:
        one.period = period
        one.tone = states.UNIT_TONES.get(one.state, "")
        one.actions = actions_through(flow.UNIT_FLOW, actors, one)
        one.may_fill_in = any(policy.may(actor, flow.FILL_IN, one) for actor in actors)
    return found


class Step(StepPage):
    flow = flow.FLOW
    template_name = "appraisal/step.html"

    def records(self, person: Person | Actor) -> QuerySet:
        return Period.objects.visible_to(person).select_related("matter__officer")

    def more(self, record: Any, step: Any) -> dict:
        """Who approves reads here what is approved."""
        if step not in (flow.APPROVE, flow.DECLINE, flow.PUBLICISE):
            return {}
        found = Appraised.objects.filter(period=record).select_related("assignment__unit", "scheme")
        opened = set(parts_seen(self.request.user).filter(period=record).values_list("pk", flat=True))
        return {
            "appraised": found.order_by("scheme__series", F("rank").asc(nulls_last=True)),
            "opened": opened,
        }
