"""考核方案: the list, one with its tree, what is written into it, its steps, its document."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView
from django.views.generic.list import ListView

from appraisal import states
from appraisal.actions import schemes as verbs
from appraisal.changes import changes
from appraisal.forms.schemes import IndicatorForm, RuleForm, SchemeForm, SendBackForm, WhyForm, YearForm
from appraisal.models import AdjustmentRule, Indicator, Scheme
from appraisal.prints.scheme import scheme_sheet, terms
from appraisal.reading import schemes_seen
from appraisal.tree import faults, tree, walk
from appraisal.views.desk_only import DeskOnly
from appraisal.wording import rule_words
from bureau.files.sending import send
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.views.on_paper import printed
from bureau.org.posts import Function, Post
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.tables import Pages

PLACE = "appraisal:schemes"


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


class OnScheme(DeskOnly, FormPage):
    """A form of the desk about a scheme."""

    template_name = "appraisal/scheme_form.html"
    heading = ""

    @property
    def scheme(self) -> Scheme:
        return self.record

    def find(self) -> Any:
        found = Scheme.objects.select_related("drafted_by", "replaces")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        """Only what is being drafted is written into."""
        return (
            Yes()
            if self.scheme.state == states.DRAFT
            else No("方案已经提请审定或者公布，不能再改；公布以后用“修订”。")
        )

    def version(self) -> object:
        return self.scheme.version

    def lock(self) -> Any:
        Scheme.objects.select_for_update().get(pk=self.scheme.pk)
        return self.find()

    def leads_to(self, done: Any) -> str:
        return self.scheme.get_absolute_url()

    def home(self) -> str:
        return self.scheme.get_absolute_url()

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"scheme": self.record and self.scheme, "heading": self.heading}


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


class OnIndicator(Drafting, OnScheme):
    """An indicator with the boxes of its rule; another rule is chosen without losing what was typed."""

    template_name = "appraisal/indicator_form.html"
    indicator: Indicator | None = None

    def form(self, *posted: Any) -> IndicatorForm:
        initial = {} if posted else {"parent": self.request.GET.get("parent")}
        return IndicatorForm(
            *posted, scheme=self.scheme, indicator=self.indicator, initial={} if self.indicator else initial
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("do") == "rule":
            initial = {name: value for name, value in request.POST.items() if value}
            form = IndicatorForm(scheme=self.scheme, indicator=self.indicator, initial=initial)
            return self.show(form)
        return super().post(request, *args, **kwargs)

    def take(self, form: Any) -> Indicator:
        return verbs.put_indicator(self.request.user, self.scheme, form.put())


class NewIndicator(OnIndicator):
    heading, sentence = "登记指标", "已登记指标。"


class OfIndicator(OnScheme):
    """Found by the indicator's key."""

    @property
    def scheme(self) -> Scheme:
        return self.record.scheme

    def find(self) -> Indicator:
        return get_object_or_404(
            Indicator.objects.select_related("scheme", "unit", "supplied_by"), pk=self.kwargs["pk"]
        )


class EditIndicator(OfIndicator, OnIndicator):
    heading, sentence = "修改指标", "已保存修改。"

    @property
    def indicator(self) -> Indicator:  # type: ignore[override]  # the page has one, its base none
        return self.record


class DropIndicator(OfIndicator):
    heading, sentence = "删除指标", "已删除指标，下级指标一并删除。"
    template_name = "appraisal/drop_form.html"

    def take(self, form: Any) -> None:
        verbs.drop_indicator(self.request.user, self.record)

    def context(self, form: Any) -> dict:
        return super().context(form) | {"what": self.record}


class NewRule(OnScheme):
    heading, sentence = "登记加减分项", "已登记加减分项。"
    form_class = RuleForm

    def take(self, form: Any) -> AdjustmentRule:
        return verbs.put_rule(self.request.user, self.scheme, form.save(commit=False))


class UsualRules(OnScheme):
    heading = "登记常用加减分项"
    template_name = "appraisal/scheme_form.html"

    def take(self, form: Any) -> int:
        return verbs.put_usual_rules(self.request.user, self.scheme)

    def said(self, done: int) -> str:
        return f"已登记{done}项常用加减分项，请按本县办法修改。"


class OfRule(OnScheme):
    @property
    def scheme(self) -> Scheme:
        return self.record.scheme

    def find(self) -> AdjustmentRule:
        return get_object_or_404(AdjustmentRule.objects.select_related("scheme"), pk=self.kwargs["pk"])


class EditRule(OfRule):
    heading, sentence = "修改加减分项", "已保存修改。"

    def form(self, *posted: Any) -> RuleForm:
        data, files = posted or (None, None)
        return RuleForm(data, files, instance=self.record)

    def take(self, form: Any) -> AdjustmentRule:
        return verbs.put_rule(self.request.user, self.scheme, form.save(commit=False))


class DropRule(OfRule):
    heading, sentence = "删除加减分项", "已删除加减分项。"
    template_name = "appraisal/drop_form.html"

    def take(self, form: Any) -> None:
        verbs.drop_rule(self.request.user, self.record)

    def context(self, form: Any) -> dict:
        return super().context(form) | {"what": self.record}


# --- the steps of a scheme --------------------------------------------------------------------------------
class Turn:
    """A step of a scheme: its word, from where, who, what it asks, its verb. `post`: whose it is besides the desk's."""

    def __init__(
        self,
        key: str,
        label: str,
        frm: str,
        take: Callable[..., Any],
        form: type[forms.Form] = forms.Form,
        post: str = "",
        tone: str = "",
    ) -> None:
        self.key, self.label, self.frm, self.take, self.form = key, label, frm, take, form
        self.post, self.tone = post, tone


STEPS = (
    Turn("propose", "提请审定", states.DRAFT, verbs.propose, tone="primary"),
    Turn("take-back", "撤回", states.PROPOSED, verbs.take_back),
    Turn("approve", "审定", states.PROPOSED, verbs.approve, post=Post.DIRECTOR, tone="primary"),
    Turn("send-back", "退回", states.PROPOSED, verbs.send_back, SendBackForm, post=Post.DIRECTOR),
    Turn("publish", "公布", states.APPROVED, verbs.publish, tone="primary"),
    Turn("revise", "修订", states.IN_FORCE, verbs.revise, WhyForm),
)


def steps_of(scheme: Scheme, person: Any) -> list[Turn]:
    """What this person may do with it now."""
    return [one for one in STEPS if one.frm == scheme.state and may(one, scheme, person)]


def may(one: Turn, scheme: Scheme, person: Any) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("这一步由督查局考核员办理。")
    if one.post and not person.holds(one.post):
        return No("考核方案由局领导审定。")
    if one.post and scheme.drafted_by_id == person.pk:
        return No("须由拟定人以外的局领导审定。")
    return Yes() if one.frm == scheme.state else No("方案的状态刚刚有了变化，请看过最新情况再办。")


class Step(OnScheme):
    template_name = "appraisal/scheme_step.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.step = next((one for one in STEPS if one.key == kwargs["step"]), None)
        if self.step is None:
            raise Http404

    def may(self) -> Verdict:
        assert self.step is not None
        return may(self.step, self.scheme, self.request.user)

    @property
    def form_class(self) -> type[forms.BaseForm]:
        assert self.step is not None
        return self.step.form

    def take(self, form: Any) -> Scheme:
        assert self.step is not None
        return self.step.take(self.request.user, self.scheme, *form.cleaned_data.values())

    def said(self, done: Scheme) -> str:
        assert self.step is not None
        return f"已办理：{self.step.label}{done}"

    def leads_to(self, done: Scheme) -> str:
        return done.get_absolute_url()

    def context(self, form: Any) -> dict:
        return super().context(form) | {"step": self.step, "terms": list(terms(self.scheme))}


class Document(View):
    """As it was published; before that as it would be."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        scheme = get_object_or_404(schemes_seen(request.user), pk=pk)
        name = f"{scheme}.pdf"
        if scheme.sha256:
            return send(request, scheme.sha256, name, back=scheme)
        return printed(request, scheme_sheet(scheme), name, scheme.get_absolute_url())
