"""What other pages say of bulletins."""

from django import template
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from bureau.matters.deadlines.lights import Lights
from reports.models import Bulletin, Insert, Instructed, Objection, Quote, Receipt, Response
from reports.policy import at_the_desk
from reports.views.said import shown

register = template.Library()
MOST = 5  # lines of one sort on 工作台


@register.simple_tag
def bulletins_to_sign(person) -> int:
    """How many wait for this person's signature."""
    return Bulletin.objects.to_sign(person).count()


@register.simple_tag
def bulletins_to_check(person) -> int:
    """How many wait for this person's check."""
    return Bulletin.objects.to_check(person).count()


@register.simple_tag
def bulletins_for_unit(person) -> dict:
    """What waits for the person's unit: how many to read, how many to answer; nothing for who answers for none."""
    if not person.answers_for_unit:
        return {}
    mine = {"unit__in": person.own_units}
    return {
        "unread": Receipt.objects.filter(read_at=None, **mine).count(),
        "asked": asked_of(mine),
    }


def asked_of(mine: dict) -> list[Response]:
    """What they have not answered, the most urgent first, each with its light."""
    waiting = Response.objects.filter(answered_at=None, **mine).select_related("bulletin", "unit")
    found, lights = list(waiting.order_by("due_at", "pk")[:MOST]), Lights()
    return [shown(response, [], lights) for response in found]


@register.inclusion_tag("reports/parts/waiting.html")
def bulletins_at_desk(person) -> dict:
    """What the desk waits for of units, and what units wait for of the desk."""
    if not at_the_desk(person):
        return {}
    visible = Bulletin.objects.visible_to(person).select_related(None)
    seen = visible.order_by().values("pk")
    late = Q(responses__due_at__lt=timezone.now())
    asking = visible.filter(pk__in=seen, responses__answered_at=None, responses__isnull=False)
    counted = asking.annotate(waiting=Count("responses"), late=Count("responses", filter=late))
    objections = Objection.objects.filter(bulletin__in=seen, state=Objection.State.WAITING)
    return {
        "unanswered": counted.order_by("-pk")[:MOST],
        "objections": objections.select_related("bulletin", "unit").order_by("pk")[:MOST],
    }


@register.inclusion_tag("reports/parts/of_matter.html", takes_context=True)
def bulletins_of(context, matter) -> dict:
    """What reports on a matter, or answers it; and on what its words were written. As far as the reader sees it."""
    person = context["request"].user
    seen = Bulletin.objects.visible_to(person)
    quoting = Exists(Quote.objects.filter(bulletin=OuterRef("pk"), matter=matter))
    listing = Exists(Insert.objects.filter(bulletin=OuterRef("pk"), data__matters__contains=[matter.pk]))
    written = Instructed.objects.filter(instruction=matter.pk, bulletin__in=seen.values("pk"))
    return {
        "matter": matter,
        "bulletins": seen.filter(Q(quoting) | Q(listing) | Q(answers=matter.pk)).order_by("pk"),
        "written": written.select_related("bulletin"),
        "may_draft": at_the_desk(person),
    }
