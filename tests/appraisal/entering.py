"""A scheme and its values typed into the pages by the desk, from rules and values as the engine's documents write them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from appraisal.actions import periods, scoring
from appraisal.forms.params import written
from appraisal.models import Indicator, Period, Scheme
from appraisal.scoring import RULES, params
from tests.appraisal.playing import appraiser, begin, publish
from tests.county import County, unit

Raw = dict[str, Any]


def once(page: Any) -> dict[str, str]:
    """What travels with a form and nobody types."""
    return dict(page.context["hidden"].items())


def send(browser: Any, url: str, typed: Mapping[str, Any]) -> Any:
    """The page is opened, filled in and sent. Raises AssertionError with what it complains of."""
    page = browser.get(url)
    answer = browser.post(url, once(page) | dict(typed))
    assert answer.status_code == 302, answer.context["form"].errors
    return answer


def type_scheme(county: County, browser: Any, names: Sequence[str], full: str = "100") -> Scheme:
    for name in names:
        unit(name, "township", name)
    shares = {"first_at": "0.9", "second_at": "0.8", "third_at": "0.6"}
    typed = {
        "year": timezone.localdate().year,
        "series": "发布的表",
        "title": "考核方案",
        "units": "、".join(names),
        "full": full,
        "half_share": "40",
        "bonus_cap": "5",
        "deduction_cap": "15",
        "doubled_below": "0",
        "late_deducts": "0",
        "first_share": "100",
        "outstanding_share": "100",
        **{name: f"{float(share) * float(full):.2f}" for name, share in shares.items()},
    }
    send(browser, "/appraisal/schemes/new/", typed)
    return Scheme.objects.get(series="发布的表")


def type_indicator(browser: Any, scheme: Scheme, item: Raw) -> None:
    """`item`: a leaf of the engine's document."""
    rule = item["rule"]
    boxes = {
        f"rule_{one.name}": written(one, rule[one.name])
        for one in params(RULES[rule["kind"]])
        if one.name in rule
    }
    typed = {
        "code": item["key"],
        "name": item["name"],
        "kind": "common",
        "full": item["full"],
        "supplier": Indicator.Supplier.DESK,
        "rule_kind": rule["kind"],
        "absent": item.get("not_applicable", "spread"),
        "half": "on",
        **boxes,
    }
    send(browser, f"{scheme.get_absolute_url()}indicators/new/", typed)


def type_values(browser: Any, period: Period, code: str, values: Mapping[str, Raw]) -> None:
    """One indicator of all units. `values`: by unit's name."""
    one = Indicator.objects.get(scheme__in=period.schemes.all(), code=code)
    url = f"/appraisal/{period.pk}/grid/{one.pk}/"
    form, typed = browser.get(url).context["form"], {}
    for box in form.boxes:
        given = dict(values[box.part.unit.short])
        typed |= {f"{box.key}-status": given.pop("status", "given"), f"{box.key}-seen": "0"}
        if not given:
            typed[f"{box.key}-words"] = "没有这项任务。"
        for name, value in given.items():
            typed |= boxes_of(form, box.key, name, value)
    send(browser, url, typed)


def boxes_of(form: Any, key: str, name: str, value: Any) -> dict[str, str]:
    """One box, or one for each thing that is counted."""
    field = f"{key}-{name}"
    if field in form.counted:
        return {f"{field}-{sub}": str(number) for sub, number in value.items()}
    return {field: written(form.params[key][field], value)}


def typed_out(county: County, enter: Any, items: Sequence[Raw], subjects: Sequence[Raw], full: str) -> Period:
    """The whole table of a county, as far as the sum."""
    browser = enter(appraiser(county))
    scheme = type_scheme(county, browser, [one["name"] for one in subjects], full)
    for item in items:
        type_indicator(browser, scheme, item)
    period = begin(county, publish(county, scheme))
    periods.open_period(appraiser(county), period)
    for item in items:
        values = {one["name"]: one["values"][item["key"]] for one in subjects}
        type_values(browser, period, item["key"], values)
    period.refresh_from_db()
    periods.close_collection(appraiser(county), period)
    period.refresh_from_db()
    scoring.reckon_period(appraiser(county), period)
    return period


def totals(period: Period) -> dict[str, str]:
    parts = period.appraised.select_related("assignment__unit")
    return {part.unit.short: f"{part.total.normalize():f}" for part in parts}
