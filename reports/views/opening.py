from django.db.models import Q, prefetch_related_objects
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.matters.rooms import ROOMS, all_listed
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.keys import key_of, keys_of
from bureau.pages.asked import Asked
from bureau.pages.form_page import FormPage
from reports import actions
from reports.choosing import MOST
from reports.models import Bulletin
from reports.opening_form import MattersForm, StartForm
from reports.quotable import Wanted, latest_papers, papers_quoted, quotable, sealed

MOST_PAPERS = 50
SELECTED, BLANK = "台账所选事项", "空白起草：不引用事项，各部分由您填写。"


class New(BureauOnly, FormPage):
    """A new bulletin: choose what it is and what it begins from — a paper (`?source=`), a selection (`?id=&id=`, or `?room=&all=`: all that its list
    was asked for), a unit or
    a period (`?matters=1&unit=&year=&part=`), or nothing (`blank`) — then tick, begin."""

    sentence = "已拟稿：数据和附表取自台账，请核对文字、标明进展滞后的事项。"

    @property
    def template_name(self) -> str:
        chosen = self.asked.keys() & {"source", "id", "all", "blank"} or self.matters().is_valid()
        return "reports/choose_matters.html" if chosen else "reports/choose_source.html"

    @property
    def asked(self):
        return self.request.GET

    def matters(self) -> MattersForm:
        return MattersForm(self.asked if "matters" in self.asked else None)

    def form(self, *posted) -> StartForm:
        return StartForm.asked(posted[0] if posted else self.asked)

    def context(self, form) -> dict:
        if "blank" in self.asked:
            return {"blank": True, "words": BLANK}
        wanted, words = self.wanted()
        if wanted is None:
            entry = reverse(papers_quoted().entry)
            return {"matters": self.matters(), "sources": latest_papers(MOST_PAPERS), "entry": entry}
        return {"words": words, **self.offer(wanted)}

    def wanted(self) -> tuple[Wanted | None, str]:
        """What it is to be about, and the same in a few words; None while nothing is chosen."""
        if "source" in self.asked:
            paper = get_object_or_404(papers_quoted().model, pk=key_of(self.asked["source"]))
            return Wanted(paper=paper), f"{paper}"
        if (listed := ROOMS.get(self.asked.get("room", ""))) and "all" in self.asked:
            asked = Asked.again(self.request.user, self.asked["all"])
            return Wanted(Q(pk__in=all_listed(listed, asked, MOST + 1))), SELECTED
        if "id" in self.asked:
            return Wanted(Q(pk__in=keys_of(self.asked.getlist("id")))), SELECTED
        form = self.matters()
        return (Wanted(form.where()), form.words()) if form.is_valid() else (None, "")

    def offer(self, wanted: Wanted) -> dict:
        """What may be quoted, ticked beforehand, and how many of the asked may not."""
        person, lights = self.request.user, Lights()
        found = quotable(person, wanted, most=MOST + 1)
        prefetch_related_objects(found, "matter__assignments__unit")
        for record in found:
            record.light = lights.of(record.matter)
            record.ticked = not self.ticked or record.pk in self.ticked
        return {
            "records": found[:MOST],
            "too_many": len(found) > MOST,
            "most": MOST,
            "sealed": sealed(person, wanted),
        }

    @property
    def ticked(self) -> list[int]:
        return keys_of(self.request.POST.getlist("id"))

    def take(self, form) -> Bulletin:
        person = self.request.user
        if "blank" in self.request.POST:
            return actions.draft_blank(person, form.start())
        matters = Matter.objects.visible_to(person).filter(pk__in=self.ticked)
        return actions.draft_from_selection(person, matters, form.start(self.wanted()[1]))

    def leads_to(self, bulletin) -> str:
        return reverse("reports:edit", args=[bulletin.pk])

    def home(self) -> str:
        return "reports:list"
