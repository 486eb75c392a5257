"""For the 系统管理员: how the machine stands. And the page that says that something broke."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseServerError
from django.template import loader
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.notices.views.keeper import ForTheKeeper
from bureau.ops.checks import SECTIONS
from bureau.ops.checks.finding import State, lines
from bureau.ops.logs import number

AWAY = (OperationalError, InterfaceError)  # gone, restarting, full, or two that waited for each other


class Operations(ForTheKeeper, TemplateView):
    """运行维护: every check with its state, its value and what to do; what is wrong stands on top once more."""

    template_name = "ops/page.html"

    def get_context_data(self, **kwargs):
        sections = [(title, list(lines(checks))) for title, checks in SECTIONS.items()]
        found = [line["finding"].state for _title, section in sections for line in section]
        counts = {"bad": found.count(State.BAD), "watch": found.count(State.WATCH)}
        return super().get_context_data(sections=sections, counts=counts, now=timezone.now(), **kwargs)


def broken(request):
    """The answer to what nobody foresaw; it asks neither the session nor the database. Where that is the one which
    went away, 503: come again in a moment."""
    mark = {"number": number.current.get()}
    if isinstance(sys.exc_info()[1], AWAY):
        words = loader.render_to_string("503.html", mark)
        return HttpResponse(words, status=503, headers={"Retry-After": "30"})
    return HttpResponseServerError(loader.render_to_string("500.html", mark))
