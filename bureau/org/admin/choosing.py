"""Choosing by typing: a unit answers to its other names and initials too (`static/js/pick.js`)."""

from django import forms

from bureau.org.models import Unit
from bureau.org.naming.picking import words_of
from bureau.org.naming.units import known


class ByInitials:
    """Options of units carry the words that find them."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if isinstance(unit := getattr(value, "instance", None), Unit):
            option["attrs"]["data-words"] = " ".join(words_of(known(unit)))
        return option


class ChooseOne(ByInitials, forms.Select):
    def __init__(self):
        super().__init__(attrs={"data-filter-list": ""})


class ChooseSome(ByInitials, forms.CheckboxSelectMultiple):
    pass
