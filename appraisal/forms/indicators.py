"""An indicator with the boxes of its rule."""

from decimal import Decimal
from typing import Any

from django import forms

from appraisal.forms.params import field_of, gathered, written
from appraisal.forms.schemes import points
from appraisal.models import Indicator, Scheme
from appraisal.scoring import RULES, Param, check_rule, params
from appraisal.tree import below
from bureau.matters.printable import refuse_unprintable
from bureau.pages.fields import Words, words
from bureau.pages.units_field import UnitField

OF_INDICATOR = Indicator.LENGTHS


class IndicatorForm(forms.Form):
    """An indicator, with the boxes of its rule; without one it is a branch."""

    parent = forms.ModelChoiceField(
        Indicator.objects.none(), label="上级指标", required=False, empty_label="（顶级）"
    )
    code = Words(label="编号", max_length=OF_INDICATOR["code"], help_text="如：1、1.2、A3；在方案里不重复。")
    name = Words(label="指标", max_length=OF_INDICATOR["name"])
    kind = forms.ChoiceField(label="类别", choices=Indicator.Kind)
    unit = UnitField(
        label="适用单位", required=False, handling=False, help_text="个性指标写明单位；空着的适用于全部单位。"
    )
    full = points("分值", min_value=Decimal("0.01"))
    supplier = forms.ChoiceField(
        label="数据来源", choices=[("", "（有下级的不填）"), *Indicator.Supplier.choices], required=False
    )
    supplied_by = UnitField(label="提供数据的部门", required=False, handling=False)
    rule_kind = forms.ChoiceField(
        label="计分规则", required=False, help_text="换了规则先点“换规则”，再填规则的各项。"
    )
    rule_words = words(
        "评分办法", OF_INDICATOR["rule_words"], 2, required=False, help_text="空着时按规则自动写出。"
    )
    target = Words(label="目标值", max_length=OF_INDICATOR["target"], required=False)
    half_target = Words(label="半年目标值", max_length=OF_INDICATOR["target"], required=False)
    measure = Words(label="计量单位", max_length=OF_INDICATOR["measure"], required=False)
    absent = forms.ChoiceField(label="不适用时", choices=Indicator.Absent)
    evidence = Words(label="须提供的佐证", max_length=OF_INDICATOR["evidence"], required=False)
    half = forms.BooleanField(label="半年也考核", required=False, initial=True)
    takes_units = True

    def __init__(self, *args: Any, scheme: Scheme, indicator: Indicator | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scheme, self.indicator = scheme, indicator
        fields: dict[str, Any] = self.fields
        branches = scheme.indicators.filter(rule__isnull=True)
        own = below(indicator, list(scheme.indicators.all())) if indicator else set()
        fields["parent"].queryset = branches.exclude(pk__in=own)
        kinds = [(kind, rule.label) for kind, rule in RULES.items()]
        fields["rule_kind"].choices = [("", "（有下级，自身不计分）"), *kinds]
        rule = (indicator.rule if indicator else None) or {}
        if indicator and not self.initial:
            self.initial = of_indicator(indicator)
        asked = self.data.get("rule_kind") if self.is_bound else self.initial.get("rule_kind")
        self.params = self.put_boxes(str(asked or ""), rule)

    def put_boxes(self, kind: str, rule: dict[str, Any]) -> dict[str, Param]:
        """The boxes of this kind of rule, filled with what is declared."""
        if kind not in RULES:
            return {}
        found = {f"rule_{one.name}": one for one in params(RULES[kind])}
        declared = rule if rule.get("kind") == kind else {}
        for name, param in found.items():
            self.fields[name] = field_of(param)
            self.fields[name].label = f"规则：{self.fields[name].label}"
            value = declared.get(param.name, param.default if not param.required else None)
            self.initial.setdefault(name, written(param, value))
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(self, "code", "name", "target", "half_target", "measure", "rule_words", "evidence")
        if not given.get("rule_kind"):
            given |= {"rule": None, "supplier": "", "supplied_by": None}
        elif self.indicator and self.indicator.children.exists():
            self.add_error("rule_kind", "有下级指标的不写计分规则，先删除或者移走下级。")
        else:
            self.check_rule(given)
        if given.get("supplier") == Indicator.Supplier.DEPARTMENT and not given.get("supplied_by"):
            self.add_error("supplied_by", "请写明由哪个部门提供数据。")
        if given.get("kind") == Indicator.Kind.OWN and not given.get("unit") and given.get("rule_kind"):
            self.add_error("unit", "个性指标请写明适用单位。")
        return given

    def check_rule(self, given: dict[str, Any]) -> None:
        rule = {"kind": given["rule_kind"], **gathered(self, self.params, given)}
        if not self.errors and (faults := check_rule(rule, given["full"])):
            self.add_error(None, [forms.ValidationError(f"计分规则：{fault}") for fault in faults])
        given["rule"] = rule
        if not given.get("supplier"):
            self.add_error("supplier", "计分的指标请写明数据来源。")

    def put(self) -> Indicator:
        """The row, not saved."""
        one = self.indicator or Indicator(scheme=self.scheme, ordinal=next_ordinal(self.scheme))
        for name in COLUMNS:
            setattr(one, name, self.cleaned_data.get(name))
        return one


COLUMNS = (
    "parent",
    "code",
    "name",
    "kind",
    "unit",
    "full",
    "supplier",
    "supplied_by",
    "rule",
    "rule_words",
    "target",
    "half_target",
    "measure",
    "absent",
    "evidence",
    "half",
)


def next_ordinal(scheme: Scheme) -> int:
    last = scheme.indicators.order_by("-ordinal").first()
    return last.ordinal + 1 if last else 1


def of_indicator(one: Indicator) -> dict[str, Any]:
    columns = {name: getattr(one, name) for name in COLUMNS if name not in ("rule", "parent")}
    return columns | {"parent": one.parent_id, "rule_kind": (one.rule or {}).get("kind", "")}
