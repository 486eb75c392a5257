"""What templates need beyond their own words: the conditions a list is now under."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField, ModelChoiceField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django_filters import FilterSet
from django_tables2 import Table

from bureau.org.models import Unit
from bureau.org.naming.picking import words_of
from bureau.org.naming.units import known
from bureau.pages.asked import ME
from bureau.pages.cells import body
from bureau.pages.remembering import ASKED, address

register = template.Library()


@register.simple_tag
def active_filters(filterset: FilterSet, request: HttpRequest) -> list[dict]:
    """The conditions now in force: [{label, words, url}]; `url` is the same list without that one."""
    form = filterset.form
    if not form.is_bound:
        return []
    form.is_valid()
    asked = ((form[name], form.cleaned_data.get(name)) for name in form.fields)
    return [
        {"label": bound.label, "words": in_words(bound.field, value), "url": _without(bound, request)}
        for bound, value in asked
        if value is not None and any(map(request.GET.get, _names(bound)))
    ]


def in_words(field: Any, value: Any) -> str:
    """A condition's value as the reader chose it: the choice's label, the period, the names."""
    if isinstance(value, slice):
        return _period(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if hasattr(value, "iterator"):  # a queryset, from a field of many records
        return "、".join(map(field.label_from_instance, value))
    if isinstance(value, (list, tuple)):
        return "、".join(in_words(field, one) for one in value)
    if value == ME:
        return "我"
    if isinstance(field, ModelChoiceField):
        return field.label_from_instance(value)
    labels = {str(key): label for key, label in _flat(getattr(field, "choices", ()))}
    return str(labels.get(str(value), value))


def _period(value: slice) -> str:
    start, stop = (in_words(None, end) if end is not None else "" for end in (value.start, value.stop))
    if start and stop:
        return f"{start} 至 {stop}"
    return f"{start} 起" if start else f"{stop} 止"


def _flat(choices: Iterable) -> Iterator[tuple[Any, Any]]:
    for key, label in choices:
        yield from label if isinstance(label, (list, tuple)) else [(key, label)]


def _names(bound: BoundField) -> list[str]:
    """The field's names in the address: a period has two."""
    suffixes = getattr(bound.field.widget, "suffixes", [""])
    return [f"{bound.html_name}_{suffix}" if suffix else bound.html_name for suffix in suffixes]


def _without(bound: BoundField, request: HttpRequest) -> str:
    """The address without one condition and without the page number, for the pages are now others; asked by the reader,
    so that it is remembered."""
    return address(request, **dict.fromkeys(_names(bound), ""), **{ASKED: "1"})


@register.simple_tag(takes_context=True)
def table_rows(context: template.Context, table: Table) -> SafeString:
    return body(table, context)


@register.filter
def limit(at: datetime) -> str:
    """A limit where there is little room: with its hour where that is not the end of the day."""
    local = timezone.localtime(at)
    return f"{local:%m-%d}" if (local.hour, local.minute) == (23, 59) else f"{local:%m-%d %H:%M}"


@register.simple_tag
def unit_names() -> Iterator[dict[str, str]]:
    """The units that may be named, for a picker's suggestions, each with the words that find it."""
    for unit in Unit.objects.filter(active=True, supervisable=True):
        yield {"short": unit.short, "initials": unit.initials, "words": " ".join(words_of(known(unit)))}
