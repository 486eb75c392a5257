"""How the hall's things look in a template."""

from django import template

register = template.Library()
