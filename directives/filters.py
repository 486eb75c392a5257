"""What the ledger of directives can be asked."""

import django_filters as filters
from django import forms

from bureau.matters.filters import MatterFilter
from directives import flow
from directives.models import Directive, Source


class DirectiveFilter(MatterFilter):
    state = filters.MultipleChoiceFilter(
        label="状态", choices=flow.CHOICES, widget=forms.SelectMultiple(attrs={"size": 1})
    )
    source = filters.ModelChoiceFilter(label="来源", queryset=Source.objects.all(), widget=forms.HiddenInput)

    class Meta:
        model = Directive
        fields = ["q", "unit", "light", "state", "due", "mine", "source"]
