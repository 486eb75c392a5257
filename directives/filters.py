"""What the ledger of directives can be asked."""

import django_filters as filters
from django.db.models import Exists, OuterRef, QuerySet

from bureau.matters.access.visibility import seen_by
from bureau.matters.filters import MatterFilter, chosen, lights_asked
from bureau.org.request import Request
from directives import flow
from directives.models import Directive, Source


def sources_of(request: Request) -> QuerySet[Source]:
    """The sources that this person knows of, because a directive of theirs came from them."""
    known = Directive.objects.filter(seen_by(request.user, to="matter"), source=OuterRef("pk"))
    return Source.objects.filter(Exists(known))


class DirectiveFilter(MatterFilter):
    state = filters.ChoiceFilter(label="状态", choices=flow.CHOICES, empty_label="全部")
    light = chosen("亮灯", lights_asked(measured=True), method="lit")
    kind = filters.ChoiceFilter(
        label="来源类别", field_name="source__kind", choices=Source.Kind, empty_label="全部"
    )
    source = filters.ModelChoiceFilter(label="来源", queryset=sources_of, empty_label="全部")

    more = (*MatterFilter.more, "kind", "source")

    class Meta:
        model = Directive
        fields = ["q", "unit", "light", "state", "due", *MatterFilter.more, "kind", "source"]
