"""考核方案, its indicators with their rules, what is added and taken."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from appraisal.actions.schemes import COPIED, Given
from appraisal.models import AdjustmentRule, Indicator, Member, Scheme
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Unit
from bureau.org.naming import units as naming
from bureau.pages.fields import YEARS, DateField, Words, words
from bureau.pages.units_field import UnitsField

LENGTHS, OF_INDICATOR, OF_RULE = Scheme.LENGTHS, Indicator.LENGTHS, AdjustmentRule.LENGTHS
APART = re.compile(r"\s*[：:，,]\s*")


def points(label: str, **kwargs: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=7, decimal_places=2, **kwargs)


def of_model(name: str) -> forms.DecimalField:
    """A term of the scheme, as its column says it."""
    column: Any = Scheme._meta.get_field(name)
    return points(str(column.verbose_name), min_value=0, initial=column.default, help_text=column.help_text)


class YearForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=YEARS[0], max_value=YEARS[-1])


class WhyForm(forms.Form):
    why = words("修订理由", LENGTHS["why"], 4, help_text="为什么在年度中间改变办法；公布时写进方案。")


class SchemeForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=YEARS[0], max_value=YEARS[-1])
    series = Words(
        label="考核序列", max_length=LENGTHS["series"], help_text="如：乡镇一类、政府综合与经济服务类。"
    )
    title = Words(label="方案名称", max_length=LENGTHS["title"])
    basis = Words(label="制定依据", max_length=LENGTHS["basis"], required=False)
    units = UnitsField(
        label="参加考核的单位",
        handling=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="用顿号隔开；“各乡镇”即全部乡镇。",
    )
    apart = words(
        "单列不排名的单位",
        1000,
        2,
        required=False,
        help_text="一行一个：单位：理由。如：桃溪园区：2026年7月新设。",
    )
    since = words(
        "年度中间纳入考核的单位",
        1000,
        2,
        required=False,
        help_text="一行一个：单位：日期。如：桃溪园区：2026-07-01。按月数参加考核，在此以后的考核期才列入。",
    )
    full = of_model("full")
    half_share = of_model("half_share")
    bonus_cap = of_model("bonus_cap")
    deduction_cap = of_model("deduction_cap")
    doubled_below = forms.IntegerField(
        label="少于几项任务的单位减分加倍", min_value=0, max_value=99, initial=0, help_text="0 为不加倍。"
    )
    late_deducts = of_model("late_deducts")
    first_at = of_model("first_at")
    second_at = of_model("second_at")
    third_at = of_model("third_at")
    first_share = of_model("first_share")
    outstanding_share = of_model("outstanding_share")
    takes_units = True

    def __init__(self, *args: Any, scheme: Scheme | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year
        if scheme:
            for name in ("year", "series"):
                del self.fields[name]
            self.initial = of_scheme(scheme)
        self.scheme = scheme

    def clean_apart(self) -> dict[int, str]:
        found = dict(unit_lines(self.cleaned_data["apart"], "理由"))
        if long := next((why for why in found.values() if len(why) > Member.APART_LENGTH), ""):
            raise forms.ValidationError(f"理由最多{Member.APART_LENGTH}字：{long[:20]}…")
        return found

    def clean_since(self) -> dict[int, date]:
        field = DateField()
        return {unit: field.clean(day) for unit, day in unit_lines(self.cleaned_data["since"], "日期")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(self, "series", "title", "basis")
        listed = {unit.pk for unit in given.get("units", ())}
        for name in ("apart", "since"):
            if "units" in given and not set(given.get(name) or {}) <= listed:
                self.add_error(name, f"“{self.fields[name].label}”须先列入“参加考核的单位”。")
        return given

    def given(self) -> Given:
        cleaned = self.cleaned_data
        of = self.scheme
        return Given(
            year=of.year if of else cleaned["year"],
            series=of.series if of else cleaned["series"],
            title=cleaned["title"],
            units=tuple(cleaned["units"]),
            terms={name: cleaned[name] for name in COPIED},
            apart=cleaned["apart"],
            since=cleaned["since"],
        )


def of_scheme(scheme: Scheme) -> dict[str, Any]:
    members = list(scheme.members.select_related("unit"))
    return {
        "title": scheme.title,
        "units": [one.unit for one in members],
        "apart": "\n".join(f"{one.unit.short}：{one.apart}" for one in members if one.apart),
        "since": "\n".join(f"{one.unit.short}：{one.since:%Y-%m-%d}" for one in members if one.since),
        **{name: getattr(scheme, name) for name in COPIED},
    }


def unit_lines(text: str, what: str) -> Iterator[tuple[int, str]]:
    """「单位：…」 a line: unit's key and what stands behind it. Raises ValidationError with the line."""
    for line in filter(str.strip, (text or "").splitlines()):
        name, *rest = APART.split(line.strip(), maxsplit=1)
        if not rest or not rest[0]:
            raise forms.ValidationError(f"请写明{what}：{line}")
        yield one_unit(name).pk, rest[0]


def one_unit(name: str) -> Unit:
    """Raises ValidationError."""
    shorts, problems = naming.named(name, naming.directory(), False)
    if problems or len(shorts) != 1:
        raise forms.ValidationError([one["sentence"] for one in problems] or f"不认识单位“{name}”。")
    return naming.rows_of(shorts)[0]


class RuleForm(forms.ModelForm):
    """加减分项."""

    class Meta:
        model = AdjustmentRule
        fields = ["source", "label", "points", "co_points", "cap", "vetoes", "basis"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        refuse_unprintable(self, "label", "basis")
        return given


class SendBackForm(forms.Form):
    reason = words("退回的理由", 500, 3)
