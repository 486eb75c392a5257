"""What pages show of declared interests: with which unit or post, never a name; one's own, and to the director everybody's."""

from django.db.models import Prefetch, QuerySet

from accountability.models import Interest
from bureau.org.models import Person, Position
from bureau.org.posts import Post


def declared_to(person: Person) -> QuerySet[Interest]:
    """Those that this person may read: what stands first, the latest before all others."""
    held = Prefetch("cadre__positions", Position.objects.select_related("unit").order_by("-since", "pk"))
    found = Interest.objects.select_related("person__unit", "unit", "cadre").prefetch_related(held)
    ordered = found.order_by("withdrawn_at", "-pk")
    return ordered if person.holds(Post.DIRECTOR) else ordered.filter(person=person)


def split(person: Person) -> tuple[list[Interest], list[Interest]]:
    """(one's own, what others have declared and not withdrawn)."""
    found = list(declared_to(person))
    own = [one for one in found if one.person_id == person.pk]
    others = [one for one in found if one.person_id != person.pk and not one.withdrawn_at]
    return own, others


def with_whom(interest: Interest) -> str:
    """A unit, or where a cadre serves: 「县水利局分管副局长」."""
    if interest.unit:
        return str(interest.unit.short)
    held = list(interest.cadre.positions.all()) if interest.cadre else []
    serving = [one for one in held if one.until is None] or held[:1]
    return "、".join(str(one) for one in serving)
