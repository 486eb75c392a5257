from django import template

from bureau.notices.reading import merged, mine
from bureau.notices.watch import silence

register = template.Library()
NEWEST, LOOKED_AT = 5, 20


@register.simple_tag
def unread_notices(person) -> list:
    """The newest of what this person has not read, of one matter together."""
    return merged(mine(person).unread()[:LOOKED_AT])[:NEWEST]


@register.simple_tag
def silent_clock(person) -> str:
    """To the bureau and to administrators: that nobody is being reminded, since when. Empty while the clock runs."""
    return silence() if person.of_the_bureau or person.is_administrator else ""
