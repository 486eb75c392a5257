"""What the ledger of directives can be asked."""

from functools import cache
from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.choices import CallableChoiceIterator

from bureau.matters.access.visibility import seen_by
from bureau.matters.filters import MatterFilter, chosen, lights_asked
from bureau.org.models import Person
from bureau.org.request import Request
from directives import flow
from directives.models import Directive, Source

OFFERED = 30  # sources, of the newest directives that are looked at for them
LOOKED_AT = 300
OTHERS = "没有列出的：在“关键词”里写文件名或文号"


def sources_of(request: Request) -> QuerySet[Source]:
    """The sources that this person knows of, because a directive of theirs came from them."""
    known = Directive.objects.filter(seen_by(request.user, to="matter"), source=OuterRef("pk"))
    return Source.objects.filter(Exists(known))


def newest_sources(person: Person) -> QuerySet[Source]:
    """Those of the newest directives that this person sees: in ten years there are as many papers as a page has words."""
    newest = (
        Directive.objects.filter(seen_by(person, to="matter")).order_by("-pk").values("source")[:LOOKED_AT]
    )
    return Source.objects.filter(pk__in=newest)[:OFFERED]


class DirectiveFilter(MatterFilter):
    state = filters.ChoiceFilter(label="状态", choices=flow.CHOICES, empty_label="全部")
    light = chosen("亮灯", lights_asked(measured=True), method="lit")
    kind = filters.ChoiceFilter(
        label="来源类别", field_name="source__kind", choices=Source.Kind, empty_label="全部"
    )
    source = filters.ModelChoiceFilter(label="来源", queryset=sources_of, empty_label="全部")

    more = (*MatterFilter.more, "kind", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form.fields["source"].widget.choices = CallableChoiceIterator(cache(self.sources))

    def sources(self) -> list[tuple[str, Any]]:
        """Those that are offered: the newest, and the one that is asked for; and how the others are found."""
        asked = self.form.cleaned_data.get("source") if self.form.is_bound and self.form.is_valid() else None
        found = dict.fromkeys([*newest_sources(self.request.user), *([asked] if asked else [])])
        return [("", "全部"), *((str(one.pk), str(one)) for one in found), (OTHERS, [])]

    class Meta:
        model = Directive
        fields = ["q", "unit", "light", "state", "due", *MatterFilter.more, "kind", "source"]
