"""What other pages say of bulletins."""

from django import template
from django.db.models import Exists, OuterRef, Q

from reports.models import Bulletin, Insert, Instructed, Quote, Receipt, Response
from reports.policy import at_the_desk

register = template.Library()


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
        "asked": list(
            Response.objects.filter(answered_at=None, **mine).select_related("bulletin").order_by("due_at")
        ),
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
