from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.desk.lent import absences, duties_of, lent_duties
from bureau.desk.rows import grouped, together
from bureau.desk.standing import standing
from bureau.manual.tour import tour_of
from bureau.matters import panels
from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines.lights import Lights, labels
from bureau.matters.models import Behalf, Duty, Entry
from bureau.matters.parts.states import PENDING
from bureau.matters.parts.states import WORKING as AT_WORK
from bureau.matters.parts.steps import URGE
from bureau.matters.rooms import Room, is_measured, rooms
from bureau.notices.ladder import Ladder
from bureau.org.actor import Actor
from bureau.org.calendar import calendar_warnings
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.tables import counted as counted_words
from bureau.pages.tables import in_words
from bureau.urging.models import Urging
from bureau.urging.proposals import proposed

SHOWN = 50
WORKING = (PENDING, AT_WORK)


class Home(TemplateView):
    """工作台: what I owe, by when; how my matters stand; what I did last. Who leads the county and nothing else comes
    home to 批阅; `for_all`: 工作台 under its own address, for them too."""

    request: Request
    for_all = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.for_all and self.request.user.only_leads:
            return redirect("leading:home")
        return super().get(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        return ["desk/administrator.html" if self.request.user.is_administrator else "desk/home.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        if person.is_administrator:
            warnings = calendar_warnings(timezone.localdate())
            return super().get_context_data(warnings=warnings, tour=tour_of(person), **kwargs)
        lights = Lights()
        nearest, owed = counted(duties_of(person))
        return super().get_context_data(
            tour=tour_of(person),
            groups=grouped(nearest, lights, Rights.of(person).own),
            together=together(nearest, person),
            warnings=calendar_warnings(timezone.localdate()) if person.of_the_bureau else [],
            absences=absences(person),
            lent=[lent(person, principal, lights) for principal in Rights.of(person).lent],
            urged=urged(person),
            papers=papers_to_answer(person),
            proposals=counted_words(proposed(person, Ladder())) if person.of_the_bureau else "0",
            owed=owed,
            listed=f"{len(nearest)}",
            boards=boards(person, lights),
            panels=panels.panels(panels.DESK, person),
            lately=lately(person),
            **kwargs,
        )


def counted(duties: QuerySet[Duty]) -> tuple[list[Duty], str]:
    """The nearest, and how many there are in words; more than are shown are counted by a query of their own."""
    nearest = list(duties[: SHOWN + 1])
    return nearest[:SHOWN], counted_words(duties) if len(nearest) > SHOWN else str(len(nearest))


def lately(person: Person) -> QuerySet[Entry]:
    """What I did last, in my own name or in another's."""
    mine = Q(actor=person)
    if Rights.of(person).lent:
        mine |= Q(pk__in=Behalf.objects.filter(entered_by=person).values("pk"))
    lines = Entry.objects.filter(seen_by(person, to="matter")).filter(mine)
    return lines.select_related("matter").order_by("-id")[:8]


def lent(person: Person, principal: Actor, lights: Lights) -> dict:
    """{principal, groups, owed, listed}: what this person may do in the principal's name."""
    nearest, owed = counted(lent_duties(person, principal))
    groups = grouped(nearest, lights, principal)
    return {"principal": principal, "groups": groups, "owed": owed, "listed": f"{len(nearest)}"}


def urged(person: Person) -> list[Entry]:
    """催办 of my unit that it has not answered with its result, newest first."""
    if not person.answers_for_unit:
        return []
    working = {"assignment__unit": person.unit_id, "assignment__open": True, "assignment__state__in": WORKING}
    lines = Entry.objects.filter(
        seen_by(person, to="matter"), step=URGE.key, matter__finished_at=None, **working
    )
    return list(lines.select_related("matter").order_by("-id")[:5])


def papers_to_answer(person: Person) -> list[Urging]:
    """催办文书 that my unit has not answered, the nearest first."""
    if not person.answers_for_unit:
        return []
    papers = Urging.objects.visible_to(person).waiting().filter(assignment__unit__in=person.own_units)
    return list(papers.with_all().order_by("answer_due_at")[:10])


LIGHTS = {"red": "逾期", "yellow": "临期", "green": "正常在办", "grey": "已办结"}


def lit(measured: bool) -> dict[str, str]:
    """The lights as tiles call them, in their order."""
    named = labels(measured)
    return LIGHTS | {light: named[light] for light in ("red", "yellow")}


def boards(person: Person, lights: Lights) -> list[dict]:
    """How the matters this person sees stand, room by room, each figure leading to its list. At the bureau nobody is shown
    noughts of another's desk."""
    found = standing(person, lights)
    told = [
        room
        for room in rooms()
        if room.kind in found or person.sits_at(room.kind) or not person.of_the_bureau
    ]
    return [{"room": room.label, "tiles": tiles(person, room, found.get(room.kind, {}))} for room in told]


def tiles(person: Person, room: Room, counts: Mapping[str, int]) -> list[dict]:
    """By light; and for the room's own desk by what waits for somebody at the bureau."""
    url = reverse(f"{room.kind}:list")
    made = [
        {
            "label": label,
            "count": words(counts.get(light, 0)),
            "url": f"{url}?light={light}",
            "tone": light if light != "grey" else "",
        }
        for light, label in lit(is_measured(room.kind)).items()
    ]
    if person.sits_at(room.kind):
        made += [
            {
                "label": state.words,
                "count": words(counts.get(state.words, 0)),
                "url": f"{url}?state={key}",
                "tone": "blue",
            }
            for key, state in room.waiting
        ]
    return made


def words(number: int) -> str:
    """As ledgers say it; nothing where there is none, which a tile shows as a nought."""
    return in_words(number) if number else ""
