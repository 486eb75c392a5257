"""Choosing by typing: the widgets of Django's autocompletion, that a forged choice does not break."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class OfKeys:
    """Looks up only what can be a key; the rest is for the form to refuse in words."""

    def optgroups(self, name, value, attr=None):
        keys = [one for one in value if one.isdecimal() and len(one) < 19]
        return super().optgroups(name, keys, attr)


class ChooseOne(OfKeys, AutocompleteSelect):
    pass


class ChooseSome(OfKeys, AutocompleteSelectMultiple):
    pass
