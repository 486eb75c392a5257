"""What forms are full of, drawn in Python as Django's own templates have it: a choice of sixty would load a template for each of
its options, and another for what is said of each."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

PLAIN = (
    forms.TextInput,
    forms.NumberInput,
    forms.EmailInput,
    forms.HiddenInput,
    forms.DateInput,
    forms.CheckboxInput,
)


class Drawn(TemplatesSetting):
    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def field(widget: Mapping[str, Any]) -> SafeString:
    value = "" if widget["value"] is None else format_html(' value="{}"', widget["value"])
    said = said_of(widget)
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, said)


def choice(widget: Mapping[str, Any]) -> SafeString:
    groups = mark_safe("".join(group(name, options) for name, options, _place in widget["optgroups"]))
    return format_html('<select name="{}"{}>{}\n</select>', widget["name"], said_of(widget), groups)


def group(name: str | None, options: list[dict[str, Any]]) -> SafeString:
    inside = format_html_join(
        "",
        '\n  <option value="{}"{}>{}</option>',
        ((one["value"], said_of(one), one["label"]) for one in options),
    )
    return format_html('\n  <optgroup label="{}">{}\n  </optgroup>', name, inside) if name else inside


def said_of(widget: Mapping[str, Any]) -> SafeString:
    """Its attributes: one that is True has its name alone, one that is False is left out."""
    told = [(name, value) for name, value in widget["attrs"].items() if value is not False]
    return mark_safe(
        "".join(
            format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)
            for name, value in told
        )
    )


DRAWN = {one.template_name: field for one in PLAIN} | {forms.Select.template_name: choice}
