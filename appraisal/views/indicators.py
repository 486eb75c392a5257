"""The indicators of a scheme: entered, mended, dropped."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from appraisal.actions import indicators as verbs
from appraisal.forms.indicators import IndicatorForm
from appraisal.models import Indicator, Scheme
from appraisal.views.on_scheme import OnScheme
from bureau.pages.drafting import Drafting


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
