"""Choosing by typing: the widgets of Django's autocompletion, that a forged choice does not break."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from bureau.org.keys import key_of


class OfKeys:
    """Looks up only what can be a key; the rest is for the form to refuse in words."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [one for one in value if key_of(one)], attr)


class ChooseOne(OfKeys, AutocompleteSelect):
    pass


class ChooseSome(OfKeys, AutocompleteSelectMultiple):
    pass
