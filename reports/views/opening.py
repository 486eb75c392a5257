from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Secrecy
from bureau.pages.once import Twice, once, token
from directives.models import Directive, Source
from directives.views.desk_only import DeskOnly
from reports import actions, choosing
from reports.opening_form import MattersForm, StartForm

MOST_SOURCES = 50
SELECTED, BLANK = "台账所选事项", "空白起草：不引用事项，各部分由您填写。"


class New(DeskOnly, TemplateView):
    """A new bulletin: choose what it is and what it begins from — a paper (`?source=`), a selection (`?id=&id=`), a unit or
    a period (`?matters=1&unit=&year=&part=`), or nothing (`blank`) — then tick, begin."""

    def get_template_names(self):
        chosen = self.asked.keys() & {"source", "id", "blank"} or self.matters().is_valid()
        return ["reports/choose_matters.html" if chosen else "reports/choose_source.html"]

    @property
    def asked(self):
        return self.request.GET

    def matters(self) -> MattersForm:
        return MattersForm(self.asked if "matters" in self.asked else None)

    def get_context_data(self, **kwargs):
        context = {"start": StartForm.asked(self.asked), "once": token(), **kwargs}
        if "blank" in self.asked:
            return super().get_context_data(blank=True, words=BLANK, **context)
        conditions, words = self.chosen()
        if conditions is None:
            return super().get_context_data(matters=self.matters(), sources=sources(), **context)
        return super().get_context_data(words=words, **self.offer(**conditions), **context)

    def chosen(self) -> tuple[dict | None, str]:
        """Conditions on directives, and in a few words what they are; None while nothing is chosen."""
        if "source" in self.asked:
            source = get_object_or_404(Source, pk=key(self.asked["source"]))
            return {"source": source}, f"{source}"
        if "id" in self.asked:
            return {"pk__in": keys(self.asked)}, SELECTED
        form = self.matters()
        return (form.conditions(), form.words()) if form.is_valid() else (None, "")

    def offer(self, **conditions) -> dict:
        """What may be quoted, ticked beforehand, and how many of the asked may not."""
        person, lights = self.request.user, Lights()
        found = choosing.quotable(person, **conditions).select_related("source")
        directives = list(found.prefetch_related("matter__assignments__unit")[: choosing.MOST + 1])
        for directive in directives:
            directive.light = lights.of(directive.matter)
        asked = Directive.objects.visible_to(person).filter(**conditions)
        return {
            "directives": directives[: choosing.MOST],
            "too_many": len(directives) > choosing.MOST,
            "most": choosing.MOST,
            "sealed": asked.filter(matter__secrecy=Secrecy.SEALED).count(),
        }

    def post(self, request):
        try:
            with once(request.POST.get("once")):
                bulletin = self.draft()
        except Twice:
            return redirect("reports:list")
        except Barred as barred:
            messages.error(request, str(barred))
            return redirect(request.get_full_path())
        messages.success(request, "已拟稿：数据和附表取自台账，请核对文字、标明进展滞后的事项。")
        return redirect("reports:edit", bulletin.pk)

    def draft(self):
        person, posted = self.request.user, self.request.POST
        form = StartForm.asked(posted)
        form.is_valid()
        if "blank" in posted:
            return actions.draft_blank(person, form.start())
        directives = Directive.objects.visible_to(person).filter(pk__in=keys(posted))
        return actions.draft_from_selection(person, directives, form.start(self.chosen()[1]))


def keys(asked, name: str = "id") -> list[int]:
    return [number for text in asked.getlist(name) if (number := key(text))]


def key(text: str) -> int:
    """A record's key out of an address; 0, which none has, for anything else."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def sources():
    """The latest papers with how many of their decisions could be quoted."""
    dispatched = Q(
        directives__matter__phase__in=choosing.QUOTABLE, directives__matter__secrecy=Secrecy.NORMAL
    )
    return Source.objects.annotate(ready=Count("directives", filter=dispatched))[:MOST_SOURCES]
