from django import template

from bureau.notices.reading import mine
from bureau.notices.watch import silence
from bureau.notices.wording import shown

register = template.Library()
NEWEST = 5


@register.simple_tag
def unread_notices(person) -> list:
    """The newest of what this person has not read, each with what it is about."""
    notices = list(mine(person).unread()[:NEWEST])
    for notice in notices:
        notice.about = shown(notice)
    return notices


@register.simple_tag
def silent_clock(person) -> str:
    """To the bureau and to administrators: that nobody is being reminded, since when. Empty while the clock runs."""
    return silence() if person.of_the_bureau or person.is_administrator else ""
