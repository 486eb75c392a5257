"""考核方案: the list, one with its tree, drafted, mended, copied, its document."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView
from django.views.generic.list import ListView

from appraisal import states
from appraisal.actions import schemes as verbs
from appraisal.changes import changes
from appraisal.forms.schemes import SchemeForm, YearForm
from appraisal.models import Scheme
from appraisal.prints.scheme import scheme_sheet, terms
from appraisal.reading import schemes_seen
from appraisal.tree import faults, tree, walk
from appraisal.views.on_scheme import PLACE, OnScheme
from appraisal.views.scheme_steps import steps_of
from appraisal.wording import rule_words
from bureau.files.sending import send
from bureau.matters.policy import Verdict, Yes
from bureau.matters.views.on_paper import printed
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.tables import Pages


class Schemes(ListView):
    """For the desk all of them; for everybody else those that were published."""

    request: Request
    template_name = "appraisal/schemes.html"
    paginate_by, paginator_class = 25, Pages

    def get_queryset(self) -> QuerySet[Scheme]:
        found = schemes_seen(self.request.user).select_related("drafted_by__unit", "approved_by__unit")
        counted = found.annotate(
            units=Count("members", distinct=True), leaves=Count("indicators", distinct=True)
        )
        return counted.order_by("-year", "series", "-number")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, sits_here=self.request.user.sits_at(Function.APPRAISAL))


class SchemePage(TemplateView):
    request: Request
    template_name = "appraisal/scheme.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        found = schemes_seen(person).select_related("drafted_by__unit", "approved_by__unit", "replaces")
        scheme = get_object_or_404(found, pk=self.kwargs["pk"])
        self.request.place = PLACE
        indicators = list(scheme.indicators.select_related("unit", "supplied_by"))
        members = list(scheme.members.select_related("unit"))
        nodes: list[Any] = list(walk(tree(indicators)))
        for node in nodes:
            node.words = rule_words(node.indicator) if node.is_leaf else ""
        sits_here = person.sits_at(Function.APPRAISAL)
        mends = sits_here and scheme.state == states.DRAFT
        return super().get_context_data(
            **kwargs,
            scheme=scheme,
            nodes=nodes,
            rules=scheme.adjustment_rules.all(),
            members=members,
            terms=list(terms(scheme)),
            faults=faults(scheme, indicators, members) if mends else [],
            changes=changes(scheme.replaces, scheme) if scheme.replaces else [],
            mends=mends,
            sits_here=sits_here,
            steps=steps_of(scheme, person),
        )


class New(Drafting, OnScheme):
    heading, sentence = "拟定考核方案", "已拟定，请登记指标和加减分项。"
    form_class = SchemeForm

    def find(self) -> None:
        return None

    def may(self) -> Verdict:
        return Yes()

    def version(self) -> object:
        return ""

    def lock(self) -> None:
        return None

    def take(self, form: Any) -> Scheme:
        return verbs.draft(self.request.user, form.given())

    def leads_to(self, done: Scheme) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return reverse(PLACE)


class Edit(Drafting, OnScheme):
    heading, sentence = "修改考核方案", "已保存修改。"

    def form(self, *posted: Any) -> SchemeForm:
        return SchemeForm(*posted, scheme=self.scheme)

    def take(self, form: Any) -> Scheme:
        return verbs.edit(self.request.user, self.scheme, form.given())


class Drop(OnScheme):
    heading, sentence = "删除草稿", "已删除草稿。"
    template_name = "appraisal/drop_form.html"

    def take(self, form: Any) -> None:
        verbs.drop(self.request.user, self.scheme)

    def leads_to(self, done: None) -> str:
        return reverse(PLACE)

    def context(self, form: Any) -> dict:
        return super().context(form) | {"what": self.scheme}


class Copy(OnScheme):
    """Last year's as this year's draft."""

    heading, sentence = "复制为新年度方案", "已复制，请核对各项目标值。"

    def may(self) -> Verdict:
        return Yes()

    def form(self, *posted: Any) -> YearForm:
        form = YearForm(*posted)
        form.initial = {"year": self.scheme.year + 1}
        return form

    def take(self, form: Any) -> Scheme:
        return verbs.copy(self.request.user, self.scheme, form.cleaned_data["year"])

    def leads_to(self, done: Scheme) -> str:
        return done.get_absolute_url()


class Document(View):
    """As it was published; before that as it would be."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        scheme = get_object_or_404(schemes_seen(request.user), pk=pk)
        name = f"{scheme}.pdf"
        if scheme.sha256:
            return send(request, scheme.sha256, name, back=scheme)
        return printed(request, scheme_sheet(scheme), name, scheme.get_absolute_url())
