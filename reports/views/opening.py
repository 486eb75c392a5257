from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.matters.flow import Barred
from bureau.matters.lights import Lights
from bureau.matters.models import Secrecy
from bureau.matters.once import Twice, once, token
from directives.models import Directive, Source
from directives.views.desk_only import DeskOnly
from reports import actions, choosing

MOST_SOURCES = 50


class New(DeskOnly, TemplateView):
    """A new bulletin: choose a paper (`?source=`) or come with a selection (`?id=&id=`), tick, begin."""

    def get_template_names(self):
        chosen = self.request.GET.keys() & {"source", "id"}
        return ["reports/choose_matters.html" if chosen else "reports/choose_source.html"]

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        if "source" in asked:
            source = get_object_or_404(Source, pk=key(asked["source"]))
            return super().get_context_data(source=source, **self.offer(source=source), **kwargs)
        if "id" in asked:
            return super().get_context_data(**self.offer(pk__in=keys(asked)), **kwargs)
        return super().get_context_data(sources=sources(), **kwargs)

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
            "once": token(),
        }

    def post(self, request):
        directives = Directive.objects.visible_to(request.user).filter(pk__in=keys(request.POST))
        try:
            with once(request.POST.get("once")):
                bulletin = actions.draft_from_selection(request.user, directives)
        except Twice:
            return redirect("reports:list")
        except Barred as barred:
            messages.error(request, str(barred))
            return redirect(request.get_full_path())
        messages.success(request, "已拟稿：数据和附表取自台账，请核对文字、标明进展滞后的事项。")
        return redirect("reports:edit", bulletin.pk)


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
