"""A bulletin begun from what a room tells: of one matter (`?matter=`), or of a period (`?room=` and the period as its figures were
asked for)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters.models import Matter
from bureau.matters.rooms import ROOMS
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.keys import key_of
from bureau.pages.form_page import FormPage
from bureau.pages.period import PeriodForm
from reports import actions, announcing
from reports.models import Bulletin
from reports.opening_form import EARLIEST, StartForm, TellingForm


class FromTold(BureauOnly, FormPage):
    """A draft that begins with what is told (`find`)."""

    template_name = "reports/tell.html"
    form_class = StartForm

    def take(self, form) -> Bulletin:
        start = form.start(self.record.subject)
        return actions.draft_text(self.request.user, start, self.record.subject, self.record.body)

    def leads_to(self, bulletin) -> str:
        return reverse("reports:edit", args=[bulletin.pk])

    def home(self) -> str:
        return "reports:list"

    def context(self, form) -> dict:
        return {"told": self.record}


class NewCircular(FromTold):
    """From what a room may make known of one matter: `?matter=`. For who sits at its desk and sees it."""

    sentence = "已拟稿：只写了已送达的决定，写单位和职务，请核对后送核稿。"

    def find(self):
        """What is told. Raises Http404 where there is nothing, or not for this person."""
        person = self.request.user
        seen = Matter.objects.visible_to(person)
        self.matter = get_object_or_404(seen, pk=key_of(self.request.GET.get("matter", "")))
        told = announcing.circular_of(person, self.matter)
        if told is None:
            raise Http404
        return told

    def take(self, form) -> Bulletin:
        return actions.draft_circular(
            self.request.user, form.start(self.record.subject), self.matter, self.record
        )


class NewFromFigures(FromTold):
    """From what a room tells of a period. Whoever sits at the room's desk begins it; for everybody else it does not exist."""

    form_class = TellingForm
    sentence = "已拟稿：文字取自统计，请核对、补充后送核稿。"

    def find(self):
        """What the room tells. Raises Http404 where it tells nothing, or not this person."""
        room, person = ROOMS.get(self.request.GET.get("room", "")), self.request.user
        if room is None or room.tells is None or not person.sits_at(room.kind):
            raise Http404
        return room.tells(person, PeriodForm(self.request.GET, since=EARLIEST).period)
