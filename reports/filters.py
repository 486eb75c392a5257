"""What the list of bulletins can be asked."""

from urllib.parse import urlencode

import django_filters as filters
from django.db.models import Exists, OuterRef, Q
from django_filters.widgets import RangeWidget

from bureau.matters.access.search import matching
from bureau.matters.filters import Folding, UnitFilter, VisibleFilter, officers, units_named
from bureau.org.models import Unit
from bureau.org.posts import Post
from bureau.pages.asked import ME, OURS
from reports import flow
from reports.models import LETTERS, Bulletin, Quote, Series
from reports.policy import at_the_desk

CHOICES = [(state, label) for state, label in flow.CHOICES if state != flow.DISCARDED]


class BulletinFilter(Folding):
    more = ("matter", "year", "signed")

    q = VisibleFilter(label="文字", method="of_text")
    unit = UnitFilter(label="所涉单位", method="of_unit")
    matter = VisibleFilter(label="事项编号", method="of_matter")
    series = filters.ChoiceFilter(label="种类", choices=Series, empty_label="全部")
    year = filters.NumberFilter(label="年份", field_name="year", max_value=9999, min_value=1)
    state = filters.ChoiceFilter(label="状态", choices=CHOICES, empty_label="全部")
    drafter = filters.ModelChoiceFilter(
        label="拟稿人",
        method="drafted_by",
        queryset=officers,
        empty_label="全部",
        null_value=ME,
        null_label="我",
    )
    signed = filters.DateFromToRangeFilter(
        label="签发日期", field_name="signed_at", widget=RangeWidget(attrs={"type": "date"})
    )

    class Meta:
        model = Bulletin
        fields = ["q", "unit", "matter", "series", "year", "state", "drafter", "signed"]

    def __init__(self, *args, lights, **kwargs):
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget.attrs |= {"maxlength": 100, "placeholder": "标题、正文"}
        self.form.fields["matter"].widget.attrs |= {"maxlength": 40, "placeholder": "桃督〔2026〕12号"}
        person = self.request.user
        if not (person.of_the_bureau or person.holds(Post.LEADER)):
            del self.form.fields["state"]
        if not at_the_desk(person):
            del self.form.fields["drafter"]

    @property
    def ready(self):
        """Views that the house has ready for this reader: name and query."""
        person = self.request.user
        mine = [("我拟稿的", f"drafter={ME}")] if at_the_desk(person) else []
        ours = [("涉及本单位的", urlencode({"unit": OURS}))] if person.answers_for_unit else []
        return mine + ours

    def drafted_by(self, queryset, name, value):
        return queryset.filter(drafted_by=self.request.user if value == ME else value)

    def of_text(self, queryset, name, value):
        """Every word, in the title or in the text."""
        for word in value.split()[:5]:
            queryset = queryset.filter(Q(title__icontains=word) | Q(body__icontains=word))
        return queryset

    def of_unit(self, queryset, name, value):
        """Which leads or helps in what it quotes, or to which it was delivered."""
        shorts = list(
            Unit.objects.filter(pk__in=units_named(value, self.request.user)).values_list("short", flat=True)
        )
        quotes = Quote.objects.filter(bulletin=OuterRef("pk"))
        named = Q(lead__in=shorts)
        for short in shorts[:20]:
            named |= Q(co__contains=short)
        letters = Q(series__in=LETTERS, units__short__in=shorts)
        return queryset.filter(Q(Exists(quotes.filter(named))) | letters).distinct()

    def of_matter(self, queryset, name, value):
        """Which it quotes or answers."""
        alike = {"column": "number", "lookup": "contains"}
        quotes = Quote.objects.filter(matching(value, **alike), bulletin=OuterRef("pk"))
        return queryset.filter(Q(Exists(quotes)) | matching(value, to="answers", **alike))
