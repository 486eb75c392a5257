"""What other pages say of long work."""

from django import template
from django.db.models import Q

from bureau.jobs.models import UNENDED, Job
from bureau.org.models import Person

register = template.Library()
SHOWN = 5


@register.simple_tag
def jobs_of(person: Person) -> list[Job]:
    """What the worker is doing for this person, and what it ended that they have not seen; newest first."""
    return list(Job.objects.of(person).filter(Q(state__in=UNENDED) | Q(seen_at=None))[:SHOWN])
