"""What is added and taken by a scheme: entered, the usual ones at once, mended, dropped."""

from typing import Any

from django.shortcuts import get_object_or_404

from appraisal.actions import adjustment_rules as verbs
from appraisal.forms.schemes import RuleForm
from appraisal.models import AdjustmentRule, Scheme
from appraisal.views.on_scheme import OnScheme


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
