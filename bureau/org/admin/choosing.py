"""Choosing by typing: a unit answers to its initials too (`static/js/pick.js`)."""

from django import forms


class ByInitials:
    """Options of units carry their pinyin initials."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if initials := getattr(getattr(value, "instance", None), "initials", ""):
            option["attrs"]["data-words"] = initials
        return option


class ChooseOne(ByInitials, forms.Select):
    def __init__(self):
        super().__init__(attrs={"data-filter-list": ""})


class ChooseSome(ByInitials, forms.CheckboxSelectMultiple):
    pass
