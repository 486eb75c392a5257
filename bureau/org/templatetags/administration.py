"""The lists of 系统管理 as ledgers of the house: Django's list, in cells that say their own heading."""

from itertools import repeat

from django import template
from django.contrib.admin.templatetags.admin_list import result_headers
from django.contrib.admin.utils import display_for_field, label_for_field, lookup_field
from django.db import models

register = template.Library()
NOTHING = "—"
TICK = "action_checkbox"


@register.simple_tag
def admin_heads(cl):
    """Each column's head: {text, sortable, sorted, ascending, url_primary}, ticks left out."""
    return [head for name, head in zip(cl.list_display, result_headers(cl), strict=True) if name != TICK]


@register.simple_tag
def admin_rows(cl):
    """Each row: {record, url, cells: [{label, words, field, minor}], key: the hidden field of its form}."""
    forms = cl.formset.forms if cl.formset else repeat(None)
    return [row_of(cl, record, form) for record, form in zip(cl.result_list, forms, strict=False)]


def row_of(cl, record, form) -> dict:
    cells = [cell_of(cl, record, form, name) for name in cl.list_display if name != TICK]
    return {
        "record": record,
        "url": cl.url_for_result(record),
        "cells": cells,
        "key": form and form[cl.pk_attname],
    }


def cell_of(cl, record, form, name: str) -> dict:
    label = label_for_field(name, cl.model, cl.model_admin)
    if form and name in form.fields:
        return {"label": label, "field": form[name], "minor": True}
    field, _attribute, value = lookup_field(name, record, cl.model_admin)
    words = in_words(field, value)
    return {"label": label, "words": words, "minor": words == NOTHING or name in cl.model_admin.list_minor}


def in_words(field, value):
    if isinstance(field, models.BooleanField):
        return "是" if value else "否"
    if field is None or field.is_relation or value in (None, ""):
        return NOTHING if value in (None, "") else value
    return display_for_field(value, field, NOTHING)


@register.simple_tag
def admin_page(cl):
    """The page that is shown, for the pager."""
    return cl.paginator.page(cl.page_num)


@register.simple_tag
def admin_conditions(cl):
    """Each filter: {title, choices: [{display, query_string, selected}]}."""
    return [{"title": spec.title, "choices": list(spec.choices(cl))} for spec in cl.filter_specs]
