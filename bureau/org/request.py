"""A request of somebody who is logged in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from bureau.org.models import Person


class Request(HttpRequest):
    """What every view is asked by that does not say `login_required = False`: the middleware lets nobody else through. For
    types alone; nothing makes one."""

    user: Person
    htmx: HtmxDetails
    place: str  # the name of an address: whose place in the menu the page belongs to, where its own does not say it
