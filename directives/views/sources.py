from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views import View
from django.views.generic import CreateView, ListView, TemplateView
from django_tables2 import RequestConfig

from bureau.files.sending import send
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines.lights import Lights
from bureau.matters.policy import may
from bureau.matters.seen import check_seen
from bureau.pages.drafting import Drafting
from bureau.pages.once import Twice, once, token
from bureau.pages.tables import PAGED
from directives import actions, flow
from directives.forms import DecisionForm, SourceForm
from directives.models import Directive, Source
from directives.tables import DirectiveTable
from directives.views.desk_only import DeskOnly
from directives.views.ledger import Batch


class Sources(DeskOnly, ListView):
    """The papers, newest first, each with how its decisions stand."""

    template_name = "directives/sources.html"
    paginate_by = 25

    def get_queryset(self):
        late = Lights().condition("red", "directives__matter__")
        closed = Q(directives__matter__phase="closed")
        seen = seen_by(self.request.user, to="directives__matter")
        return Source.objects.order_by("-date", "-id").annotate(
            total=Count("directives", filter=seen),
            closed=Count("directives", filter=seen & closed),
            late=Count("directives", filter=seen & late),
        )


class SourcePage(DeskOnly, TemplateView):
    """One paper and what was split from it."""

    template_name = "directives/source.html"

    def get_context_data(self, **kwargs):
        source = get_object_or_404(Source, pk=self.kwargs["pk"])
        found = Directive.objects.visible_to(self.request.user).filter(source=source).order_by("ordinal")
        rows = found.select_related("source", "matter__officer").prefetch_related("matter__assignments__unit")
        table = DirectiveTable(rows, lights=Lights(), request=self.request, order_by=())
        RequestConfig(self.request, paginate=PAGED).configure(table)
        return super().get_context_data(
            source=source,
            file=source.sha256 and not hides_something(source, self.request.user),
            table=table,
            batches=Batch.steps_of(self.request.user),
            **kwargs,
        )


def hides_something(source, person) -> bool:
    """The paper quotes in full what was sealed: its file is only for who sees every decision of it."""
    return source.directives.exclude(pk__in=Directive.objects.visible_to(person).values("pk")).exists()


class NewSource(DeskOnly, CreateView):
    """A paper registered by hand."""

    form_class = SourceForm
    template_name = "directives/source_form.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(hidden={"once": token()}, **kwargs)

    def form_valid(self, form):
        form.instance.registered_by = self.request.user
        form.instance.registered_at = timezone.now()
        try:
            with once(self.request.POST.get("once")):
                saved = super().form_valid(form)
        except Twice:
            return redirect("directives:sources")
        messages.success(self.request, "来源已登记，请逐项登记督查事项。")
        return saved


class SourceFile(DeskOnly, View):
    """The original paper, as a download."""

    def get(self, request, pk):
        source = get_object_or_404(Source.objects.exclude(sha256=""), pk=pk)
        if hides_something(source, request.user):
            raise Http404
        return send(request, source.sha256, source.file_name, back=source)


class Register(DeskOnly, Drafting, TemplateView):
    """One decision of a paper, by hand."""

    template_name = "directives/decision.html"

    def get_context_data(self, **kwargs):
        source = get_object_or_404(Source, pk=self.kwargs["pk"])
        form = kwargs.pop("form", None) or self.filled(DecisionForm())
        return super().get_context_data(
            source=source, form=form, hidden={"once": token()}, **self.drafting(), **kwargs
        )

    def post(self, request, pk):
        source, form = get_object_or_404(Source, pk=pk), DecisionForm(request.POST)
        if "draft" in request.POST:
            return self.save_draft()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            with once(request.POST.get("once")):
                last = (
                    Source.objects.select_for_update()
                    .get(pk=pk)
                    .directives.aggregate(last=Max("ordinal"))["last"]
                )
                directive = actions.register(request.user, source, (last or 0) + 1, form.decision())
        except Twice:
            return redirect(source)
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.render_to_response(self.get_context_data(form=form), status=409)
        self.forget_draft()
        messages.success(request, "已登记。")
        return redirect(source if "again" in request.POST else directive)


class Edit(DeskOnly, Drafting, TemplateView):
    """Mend what was registered, until it is put up for approval."""

    template_name = "directives/decision.html"

    def directive(self):
        found = Directive.objects.visible_to(self.request.user).select_related("source")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get(self, request, pk):
        directive = self.directive()
        if not (verdict := may(request.user, flow.EDIT, directive)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(directive)
        return self.render_to_response(self.get_context_data(directive=directive))

    def get_context_data(self, directive, **kwargs):
        form = kwargs.pop("form", None) or self.filled(
            DecisionForm(initial=DecisionForm.of(actions.as_decision(directive)))
        )
        return super().get_context_data(
            source=directive.source,
            record=directive,
            form=form,
            hidden={"once": token(), "seen": self.seen(directive.matter.version)},
            **self.drafting(),
            **kwargs,
        )

    def post(self, request, pk):
        directive, form = self.directive(), DecisionForm(request.POST)
        if "draft" in request.POST:
            return self.save_draft()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form, directive=directive))
        try:
            with once(request.POST.get("once")):
                cover.lock(directive.pk)
                directive = Directive.objects.visible_to(request.user).get(pk=pk)
                check_seen(request.POST.get("seen"), directive.matter.version, directive.matter, request.user)
                actions.edit(request.user, directive, form.decision())
        except Twice:
            return redirect(directive)
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.render_to_response(self.get_context_data(form=form, directive=directive), status=409)
        self.forget_draft()
        messages.success(request, "已保存修改。")
        return redirect(directive)
