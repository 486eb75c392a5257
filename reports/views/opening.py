from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Secrecy
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.keys import key_of, keys_of
from bureau.pages.form_page import FormPage
from directives.models import Directive, Source
from reports import actions, choosing
from reports.models import Bulletin
from reports.opening_form import MattersForm, StartForm

MOST_SOURCES = 50
SELECTED, BLANK = "台账所选事项", "空白起草：不引用事项，各部分由您填写。"


class New(BureauOnly, FormPage):
    """A new bulletin: choose what it is and what it begins from — a paper (`?source=`), a selection (`?id=&id=`), a unit or
    a period (`?matters=1&unit=&year=&part=`), or nothing (`blank`) — then tick, begin."""

    sentence = "已拟稿：数据和附表取自台账，请核对文字、标明进展滞后的事项。"

    @property
    def template_name(self) -> str:
        chosen = self.asked.keys() & {"source", "id", "blank"} or self.matters().is_valid()
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
        conditions, words = self.chosen()
        if conditions is None:
            return {"matters": self.matters(), "sources": sources()}
        return {"words": words, **self.offer(**conditions)}

    def chosen(self) -> tuple[dict | None, str]:
        """Conditions on directives, and in a few words what they are; None while nothing is chosen."""
        if "source" in self.asked:
            source = get_object_or_404(Source, pk=key_of(self.asked["source"]))
            return {"source": source}, f"{source}"
        if "id" in self.asked:
            return {"pk__in": keys_of(self.asked.getlist("id"))}, SELECTED
        form = self.matters()
        return (form.conditions(), form.words()) if form.is_valid() else (None, "")

    def offer(self, **conditions) -> dict:
        """What may be quoted, ticked beforehand, and how many of the asked may not."""
        person, lights = self.request.user, Lights()
        found = choosing.quotable(person, **conditions).select_related("source")
        directives = list(found.prefetch_related("matter__assignments__unit")[: choosing.MOST + 1])
        for directive in directives:
            directive.light = lights.of(directive.matter)
            directive.ticked = not self.ticked or directive.pk in self.ticked
        asked = Directive.objects.visible_to(person).filter(**conditions)
        return {
            "directives": directives[: choosing.MOST],
            "too_many": len(directives) > choosing.MOST,
            "most": choosing.MOST,
            "sealed": asked.filter(matter__secrecy=Secrecy.SEALED).count(),
        }

    @property
    def ticked(self) -> list[int]:
        return keys_of(self.request.POST.getlist("id"))

    def take(self, form) -> Bulletin:
        person = self.request.user
        if "blank" in self.request.POST:
            return actions.draft_blank(person, form.start())
        directives = Directive.objects.visible_to(person).filter(pk__in=self.ticked)
        return actions.draft_from_selection(person, directives, form.start(self.chosen()[1]))

    def leads_to(self, bulletin) -> str:
        return reverse("reports:edit", args=[bulletin.pk])

    def home(self) -> str:
        return "reports:list"


def sources():
    """The latest papers with how many of their decisions could be quoted."""
    dispatched = Q(
        directives__matter__phase__in=choosing.QUOTABLE, directives__matter__secrecy=Secrecy.NORMAL
    )
    return Source.objects.annotate(ready=Count("directives", filter=dispatched))[:MOST_SOURCES]
