"""What other pages say of bulletins."""

from django.db.models import Count, Q
from django.utils import timezone

from bureau.matters.deadlines.lights import Lights
from reports.announcing import circular_of, may_be_corrected, to_be_corrected
from reports.models import Bulletin, Objection, Receipt, Response
from reports.near import near_to
from reports.policy import at_the_desk
from reports.views.said import lit, shown

MOST = 5  # lines of one sort on 工作台


def on_desk(person) -> dict | None:
    """What waits for this person: to check, to sign; of units and for their own unit."""
    found = {**Bulletin.objects.to_do(person), **for_unit(person), **at_desk(person)}
    return found if any(found.values()) else None


def for_unit(person) -> dict:
    """How many to read, and what to answer; nothing for who answers for none."""
    if not person.answers_for_unit:
        return {}
    mine = {"unit__in": person.own_units}
    return {"unread": Receipt.objects.filter(read_at=None, **mine).count(), "asked": asked_of(mine)}


def asked_of(mine: dict) -> list[Response]:
    """What they have not answered, the most urgent first, each with its light."""
    waiting = Response.objects.filter(answered_at=None, **mine).select_related("bulletin", "unit")
    found, lights = list(waiting.order_by("due_at", "pk")[:MOST]), Lights()
    return [shown(response, [], lights) for response in found]


def at_desk(person) -> dict:
    """What the desk waits for of units, and what units wait for of the desk."""
    if not at_the_desk(person):
        return {}
    asked = Response.objects.filter(answered_at=None).values("bulletin")
    objections = Objection.objects.filter(state=Objection.State.WAITING)
    open_on = Q(pk__in=asked) | Q(pk__in=objections.values("bulletin")) | may_be_corrected()
    seen = Bulletin.objects.seen_by_key(person, open_on)
    late = Q(responses__due_at__lt=timezone.now())
    asking = seen.filter(responses__answered_at=None, responses__isnull=False)
    counted = asking.annotate(waiting=Count("responses"), late=Count("responses", filter=late))
    lights = Lights()
    objections = objections.filter(bulletin__in=seen.values("pk")).select_related("bulletin", "unit")
    return {
        "unanswered": list(counted.order_by("-pk")[:MOST]),
        "recalled": list(to_be_corrected(person, seen)[:MOST]),
        "objections": [lit(one, lights) for one in objections.order_by("due_at", "pk")[:MOST]],
    }


def of_matter(person, matter) -> dict | None:
    """What reports on a matter, or answers it; and on what its words were written. As far as the reader sees it."""
    near = near_to(matter)
    # Who sees what is a long question; of most matters no bulletin tells.
    seen = (
        list(Bulletin.objects.visible_to(person).select_related(None).filter(pk__in=near).order_by("pk"))
        if near
        else []
    )
    found = {
        "matter": matter,
        "bulletins": [one for one in seen if None in near[one.pk]],
        "written": [
            {"bulletin": one, "round": number}
            for one in seen
            for number in sorted(filter(None, near[one.pk]))
        ],
        "may_draft": at_the_desk(person),
        "circular": circular_of(person, matter) is not None,
    }
    return found if found["bulletins"] or found["written"] or found["may_draft"] else None
