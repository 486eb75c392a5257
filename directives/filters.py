"""What the ledger of directives can be asked."""

import django_filters as filters
from django import forms

from bureau.matters.filters import MatterFilter
from directives import flow
from directives.models import Directive, Source


class DirectiveFilter(MatterFilter):
    state = filters.ChoiceFilter(label="状态", choices=flow.CHOICES, empty_label="全部")
    source = filters.ModelChoiceFilter(label="来源", queryset=Source.objects.all(), widget=forms.HiddenInput)

    class Meta:
        model = Directive
        fields = ["q", "unit", "light", "state", "due", "mine", "source"]
