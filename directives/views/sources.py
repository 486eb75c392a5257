from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View
from django.views.generic import ListView, TemplateView
from django_tables2 import RequestConfig

from bureau.files.naming import named
from bureau.files.sending import send
from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines.lights import Lights
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.looking import Leaf, Look, OfAFile, Shown
from bureau.pages.tables import PAGED
from directives import actions, minutes
from directives.forms import HotIssueForm, SourceForm
from directives.models import Directive, Intake, Sitting, Source
from directives.originals import line_of, lines_of, readable
from directives.progress import with_progress
from directives.tables import DirectiveTable
from directives.views.desk_only import DeskOnly
from directives.views.ledger import Batch

LINES = 200  # of a paper's text on a page


class Sources(DeskOnly, ListView):
    """The papers, newest first, each with how its decisions stand."""

    request: Request
    template_name = "directives/sources.html"
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Source]:
        late = Lights().condition("overdue", "directives__matter__")
        closed = Q(directives__matter__phase="closed")
        seen = seen_by(self.request.user, to="directives__matter")
        return Source.objects.order_by("-date", "-id").annotate(
            total=Count("directives", filter=seen),
            closed=Count("directives", filter=seen & closed),
            late=Count("directives", filter=seen & late),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sittings=minutes.waiting(), **kwargs)


class PaperReader(View):
    """Pages of one paper: the desk's, and a county leader's who may read the paper; for everybody else they do not exist."""

    request: Request

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.request.user.sits_at(Function.DIRECTIVES) and not self.readable().exists():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def readable(self) -> QuerySet[Source]:
        return readable(self.request.user).filter(pk=self.kwargs["pk"])


class SourcePage(PaperReader, TemplateView):
    """One paper and what was split from it."""

    request: Request
    template_name = "directives/source.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        source = get_object_or_404(Source, pk=self.kwargs["pk"])
        found = Directive.objects.visible_to(self.request.user).filter(source=source).order_by("ordinal")
        rows = (
            with_progress(found)
            .select_related("source", "matter__officer")
            .prefetch_related("matter__assignments__unit")
        )
        table = DirectiveTable(rows, lights=Lights(), request=self.request, order_by=())
        RequestConfig(self.request, paginate=PAGED).configure(table)
        return super().get_context_data(
            source=source,
            sitting=Sitting.objects.filter(minutes=source).first(),
            at_the_desk=self.request.user.sits_at(Function.DIRECTIVES),
            file=source.sha256 and self.readable().exists(),
            table=table,
            batches=Batch.steps_of(self.request.user),
            **kwargs,
        )


class NewSource(DeskOnly, FormPage):
    """A paper registered by hand."""

    form_class = SourceForm
    template_name = "directives/source_form.html"
    sentence = "来源已登记，请逐项登记督查事项。"

    def take(self, form: Any) -> Source:
        return actions.register_source(self.request.user, **form.cleaned_data)

    def leads_to(self, source: Source) -> Any:
        return source

    def home(self) -> str:
        return "directives:sources"


class NewHotIssue(DeskOnly, Drafting, FormPage):
    """群众热点, registered by hand."""

    form_class = HotIssueForm
    template_name = "directives/hot_issue_form.html"
    sentence = "群众热点已登记，请逐项登记督查事项。"

    def take(self, form: Any) -> Source:
        return actions.register_source(self.request.user, kind=Source.Kind.HOT_ISSUE, **form.cleaned_data)

    def leads_to(self, source: Source) -> Any:
        return source

    def home(self) -> str:
        return "directives:sources"


class SourceText(PaperReader, TemplateView):
    """What was read from the paper, with every passage that a directive was registered from; `?decision=` turns to one of them."""

    request: Request
    template_name = "directives/source_text.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        source = get_object_or_404(self.readable())
        intake = get_object_or_404(Intake, source=source)
        lines = lines_of(intake)
        asked = self.request.GET.get("decision", "")
        there = line_of(lines, asked) // LINES + 1
        page = Paginator(lines, LINES).get_page(self.request.GET.get("page") or there)
        return super().get_context_data(source=source, page=page, asked=asked, **kwargs)


class FileOfASource(PaperReader, OfAFile):
    """The original paper."""

    def file(self) -> Shown:
        source = get_object_or_404(self.readable().exclude(sha256=""))
        name, there = (
            named(source.file_name, source.file_kind),
            reverse("directives:source_file", args=[source.pk]),
        )
        return Shown(name, source.file_kind, source.file_size, source.sha256, source, there)


class SourceFile(FileOfASource):
    """As a download."""

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        file = self.file()
        return send(request, file.sha256, file.name, back=file.home)


class LookAtSource(FileOfASource, Look):
    request: Request
    leaf = "directives:source_leaf"


class SourceLeaf(FileOfASource, Leaf):
    """One page of it."""
