"""What other pages say of bulletins."""

from django import template

from reports.models import Bulletin

register = template.Library()


@register.simple_tag
def bulletins_to_sign(person) -> int:
    """How many wait for this person's signature."""
    return Bulletin.objects.to_sign(person).count()
